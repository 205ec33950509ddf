namespace ReadinessPortal.Domain.Identity;

/// <summary>Whose wrong passwords are counted together.</summary>
public enum AttemptClass
{
    /// <summary>A name, typed in any browser that never signed in with it; the same whether or not somebody has it.
    /// </summary>
    Name,

    /// <summary>A name in one browser that did sign in with it before.</summary>
    Device,

    /// <summary>Whatever name, from one address.</summary>
    Address,

    /// <summary>Somebody who is signed in and gives the password again to sign.</summary>
    Person,

    /// <summary>Codes of the second factor, by whoever has given the right password: in a browser that signed in before
    /// apart from all others.</summary>
    Factor,
}

/// <summary>Passwords that were tried and not found right.</summary>
/// <param name="LockedUntil">Until then none is looked at.</param>
public sealed record AttemptCount(int Failures, DateTimeOffset LastAt, DateTimeOffset? LockedUntil = null)
{
    public static AttemptCount None { get; } = new(0, DateTimeOffset.MinValue);
}

/// <summary>What became of an attempt before its password is looked at.</summary>
/// <param name="Count">As it is now; unchanged where the attempt is refused.</param>
/// <param name="RefusedUntil">Null when the password is to be looked at.</param>
/// <param name="IsFirstLock">Should the password be wrong, this attempt is the one that locked.</param>
public readonly record struct AttemptAnswer(AttemptCount Count, DateTimeOffset? RefusedUntil, bool IsFirstLock);

/// <summary>
/// How many passwords may be tried, and how long one waits then. An attempt counts before its password is looked at,
/// and a right one takes that back: of many at once, no more are looked at than the limit. The wait doubles with each
/// wrong password after that, so that guessing for a day yields a few dozen tries, and whoever mistyped waits a minute.
/// <para>Strangers share one count per name, however many they are: more addresses give no more guesses. So they can
/// lock a name, and three things keep its owner working: an open session asks no more, signing has a count of its own
/// that only the person reaches, and a browser that signed in before has one too. An address that tries many names is
/// slowed as well, late, because an office may share it; browsers that signed in before are not asked for it.</para>
/// </summary>
public static class AttemptRule
{
    /// <summary>After this long without a wrong password, the earlier ones are forgotten.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    private static readonly TimeSpan _firstLock = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _longestLock = TimeSpan.FromHours(1);

    public static int LimitOf(AttemptClass kind) => kind == AttemptClass.Address ? 100 : 8;

    /// <summary>One more password is about to be looked at, unless it is locked.</summary>
    public static AttemptAnswer Next(AttemptCount count, AttemptClass kind, DateTimeOffset now)
    {
        if (IsLocked(count, now))
        {
            return new(count, count.LockedUntil, false);
        }

        var failures = 1 + (now - count.LastAt >= Remembered ? 0 : count.Failures);
        var beyond = failures - LimitOf(kind);
        return new(new(failures, now, beyond < 0 ? null : now + Wait(beyond)), null, beyond == 0);
    }

    /// <summary>The password was right: none of the class's wrong ones counts any more; of an address only this one is
    /// taken back, because whoever has an account could forget all others with it.</summary>
    public static AttemptCount Succeeded(AttemptCount count, AttemptClass kind)
    {
        var failures = kind == AttemptClass.Address ? Math.Max(count.Failures - 1, 0) : 0;
        return count with
        {
            Failures = failures,
            LockedUntil = failures < LimitOf(kind) ? null : count.LockedUntil,
        };
    }

    // A clock that was set back locks nobody for longer than the rule does.
    private static bool IsLocked(AttemptCount count, DateTimeOffset now) =>
        count.LockedUntil is { } until && now < until && until - now <= _longestLock;

    private static TimeSpan Wait(int beyond) =>
        beyond >= 6 ? _longestLock : _firstLock * (1 << beyond);
}
