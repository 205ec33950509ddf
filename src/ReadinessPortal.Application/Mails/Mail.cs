using ReadinessPortal.Domain;

namespace ReadinessPortal.Application.Mails;

/// <summary>What a mail is about.</summary>
public enum MailKind
{
    YourTurn, SecondPerson, Setback, Decision, Due,

    /// <summary>Somebody's account: an invitation, a reset.</summary>
    Account,
}

/// <summary>Which kinds there is a choice about.</summary>
public static class MailKinds
{
    /// <summary>Each person chooses which of these they want. Without the others nobody could come in.</summary>
    public static IReadOnlyList<MailKind> ToChoose { get; } =
        [.. Enum.GetValues<MailKind>().Where(k => k != MailKind.Account)];
}

/// <summary>What became of a mail.</summary>
public enum MailState
{
    /// <summary>Until it is due.</summary>
    Waiting,

    /// <summary>A portal has taken it and hands it over; taken again when that portal does not end it in
    /// time.</summary>
    Sending,

    Sent,

    /// <summary>Refused for good, or tried as often as it is.</summary>
    Failed,

    /// <summary>Kept and not sent: there is no mail server, or no address.</summary>
    NotSent,

    /// <summary>What it asked for was done, or is asked no more, before it was sent.</summary>
    Overtaken,
}

/// <summary>
/// One thing that one person is told by mail, once. It names what it is about and no more: what it says is written when
/// it is sent, from what is frozen and on record.
/// </summary>
public sealed record Mail
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Null where it is about an account.</summary>
    public Guid? LaunchId { get; init; }

    /// <summary>Who gets it. The address is asked for when it is sent.</summary>
    public required Guid UserId { get; init; }

    public required MailKind Kind { get; init; }

    /// <summary>What it is about, see <see cref="MailThing"/>.</summary>
    public required string Thing { get; init; }

    public required MailState State { get; init; }

    /// <summary>Why it is not sent, or the last error; null where there is nothing to say.</summary>
    public string? Why { get; init; }

    public required DateTimeOffset QueuedAt { get; init; }

    /// <summary>Not handed over before that.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>It goes into the person's daily digest.</summary>
    public bool IsDigest { get; init; }

    /// <summary>The mail it is sent in, which a digest shares; null until it is taken. The message is named after it,
    /// so that it has the same name however often it is handed over.</summary>
    public Guid? Batch { get; init; }

    /// <summary>How often it was sent again by hand: then it is another message, with another name.</summary>
    public int Round { get; init; }

    /// <summary>How often it was taken to be handed over in this round.</summary>
    public int Attempts { get; init; }

    /// <summary>Until when whoever took it has it for themselves.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    public DateTimeOffset? SentAt { get; init; }
}

/// <summary>What one person wants to be told by mail. Without a row: everything, at once.</summary>
public sealed record MailChoice
{
    public required Guid UserId { get; init; }

    /// <summary>Kinds that they do not want, by name.</summary>
    public EquatableArray<string> Off { get; init; } = [];

    /// <summary>Once a day, all together; that it is their turn comes at once all the same.</summary>
    public bool IsDigest { get; init; }

    public bool Wants(MailKind kind) => !Off.Contains(kind.ToString());
}
