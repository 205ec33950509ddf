namespace ReadinessPortal.Web.Accounts;

/// <summary>What a link to an account is for.</summary>
public enum LinkPurpose
{
    /// <summary>To make the first administrator, where there is no account yet.</summary>
    SetUp,

    /// <summary>To choose the first password of an account that somebody made.</summary>
    Invite,

    /// <summary>To choose another password.</summary>
    Reset,
}

/// <summary>
/// A link that lets whoever has it choose the password of one account, once. Only the hash of its secret is kept. It
/// signs nobody in and signs nothing: what is opened with it is the form alone.
/// </summary>
public sealed class AccountLink
{
    /// <summary>Characters of a purpose as it is stored.</summary>
    public const int PurposeLength = 20;

    /// <summary>How long one made by the command line or at the first start works.</summary>
    public static readonly TimeSpan AtTheConsole = TimeSpan.FromMinutes(30);

    /// <summary>Of the secret in its address.</summary>
    public required byte[] Hash { get; init; }

    public required LinkPurpose Purpose { get; init; }

    /// <summary>Null where it makes an account.</summary>
    public Guid? UserId { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Null while it can be used.</summary>
    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>How long a link of the purpose works that an administrator sends.</summary>
    public static TimeSpan Lasts(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.Invite => TimeSpan.FromDays(7),
        LinkPurpose.Reset => TimeSpan.FromDays(1),
        _ => AtTheConsole,
    };
}
