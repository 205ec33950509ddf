using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Domain.Launches;

/// <summary>After the first freeze, nobody makes the launch read better alone without new proof.</summary>
/// <param name="What">Each thing that would read better, in words.</param>
/// <param name="IsPackage">It came in a package, where nobody can be asked.</param>
public sealed record NeedsSecondPerson(EquatableArray<string> What, bool IsPackage = false) : Refusal
{
    private const int MostShown = 4;

    /// <inheritdoc cref="ChangeEffect.Worse"/>
    public EquatableArray<string> Worse { get; init; } = [];

    /// <inheritdoc cref="ChangeEffect.Totals"/>
    public EquatableArray<string> Totals { get; init; } = [];

    public static NeedsSecondPerson For(ChangeEffect effect, bool isPackage = false) =>
        new([.. effect.Better.Select(b => b.Text)], isPackage)
        {
            Worse = [.. effect.Worse],
            Totals = [.. effect.Totals],
        };

    public override string Text =>
        "A revision is frozen, and without new proof this needs a second person, because it would improve: "
        + $"{string.Join("; ", What.Take(MostShown))}{More}. "
        + (IsPackage ? "Leave it out of the package, and request approval on the page."
            : "Request approval with a reason.");

    private string More =>
        What.Length > MostShown ? $"; and {Counted.Word(What.Length - MostShown)} more" : "";
}
