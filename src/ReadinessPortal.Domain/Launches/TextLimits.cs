using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Domain.Launches;

/// <summary>
/// How long a text may be, in characters as a browser counts them. Rules refuse what is longer, forms count against the
/// same numbers, and nothing is ever cut.
/// </summary>
public static class TextLimits
{
    /// <summary>Words that stand beside an act: a reason, a note, an answer.</summary>
    public const int Reason = 2_000;

    /// <summary>What signers and deciders say.</summary>
    public const int Comment = 4_000;

    /// <summary>What a condition asks for.</summary>
    public const int Condition = 500;

    /// <summary>What something or somebody is called.</summary>
    public const int Name = 300;

    /// <summary>A number, a date, a choice, a reference: whatever is read and not only kept.</summary>
    public const int Value = 400;

    /// <summary>A text of the report, and everything else that a fact says in words.</summary>
    public const int Fact = 100_000;

    /// <summary>Why a text cannot be kept, or null.</summary>
    /// <param name="what">As the refusal begins: <c>The reason</c>.</param>
    public static TextIsTooLong? WhyNot(string what, string? text, int most = Reason) =>
        text?.Length > most ? new(what, text.Length, most) : null;
}

/// <summary>A text is longer than its place allows.</summary>
public sealed record TextIsTooLong(string What, int Length, int Most) : Refusal
{
    public override string Text => $"{What} is too long: {Format.Number(Length)} of {Format.Number(Most)} characters. "
        + $"Shorten it by {Format.Number(Length - Most)}.";
}
