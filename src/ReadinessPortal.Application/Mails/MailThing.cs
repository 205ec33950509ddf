using System.Globalization;

namespace ReadinessPortal.Application.Mails;

/// <summary>What a mail is about, as a text that is the same for the same thing: <c>turn:3/cto</c>.</summary>
/// <param name="What">One of the names below.</param>
/// <param name="Key">Of the thing.</param>
public sealed record MailThing(string What, string Key)
{
    public const string Turn = "turn";
    public const string Waiver = "waiver";
    public const string Change = "change";
    public const string Rejected = "rejected";
    public const string Withdrawn = "withdrawn";
    public const string Decided = "decided";

    public const string Invited = "invited";
    public const string Reset = "reset";

    public const string Soon = "soon";
    public const string Today = "due";
    public const string Lapsed = "lapsed";
    public const string Proof = "proof";

    /// <summary>Longest text, in characters.</summary>
    public const int Length = 200;

    public static MailThing OfTurn(int revision, string role) =>
        new(Turn, string.Create(CultureInfo.InvariantCulture, $"{revision}/{role}"));

    /// <summary>Evidence that runs out, told once in the week of that day.</summary>
    public static MailThing OfProof(DateOnly day) => new(Proof, string.Create(CultureInfo.InvariantCulture,
        $"{ISOWeek.GetYear(day)}-W{ISOWeek.GetWeekOfYear(day):00}"));

    public static MailThing Of(string what, Guid id) => new(what, id.ToString());

    /// <exception cref="FormatException">It is none.</exception>
    public static MailThing Parse(string text) => text.Split(':', 2) is [var what, var key]
        ? new(what, key)
        : throw new FormatException($"'{text}' names nothing that a mail could be about.");

    /// <summary>Of a waiver, a change, a sign-off or a decision.</summary>
    /// <exception cref="FormatException">It is none of these.</exception>
    public Guid AsId() => Guid.Parse(Key);

    /// <summary>Of a turn.</summary>
    /// <exception cref="FormatException">It is nobody's.</exception>
    public (int Revision, string Role) AsTurn() =>
        Key.Split('/', 2) is [var revision, var role]
            ? (int.Parse(revision, CultureInfo.InvariantCulture), role)
            : throw new FormatException($"'{Key}' is nobody's turn.");

    public override string ToString() => $"{What}:{Key}";
}
