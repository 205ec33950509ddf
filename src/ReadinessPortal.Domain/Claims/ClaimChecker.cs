using System.Collections.Immutable;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Claims;

/// <summary>Holds every claim against the figure it speaks of.</summary>
/// <remarks>
/// Precision: the figure is put into the claim's unit and rounded, half away from zero, to as many decimals as the
/// claim prints; then both must be equal. 80 % agrees with 79.9 %, 82 % and 79.8 % do not, and $38,500 agrees only
/// with a figure that is $38,500 to the dollar: zeros before the point are digits like any other, because nothing says
/// that they were rounded. A stated bound (at least 70, below 5 s, 70+) agrees with every figure that keeps it. Dates
/// agree when they name the same days, a stated quarter also with what lies in it; words when they are the same but for
/// case, spaces and hyphens.
/// </remarks>
public static class ClaimChecker
{
    public const string Differs = "claim-differs";

    public const string Unfounded = "claim-unfounded";

    // Below this relative difference a claim that stands outside summary and matrix is of low severity.
    private const decimal Slight = 0.01m;

    /// <summary>In the order of the claims; an agreeing claim gives none.</summary>
    public static ImmutableArray<Finding> Check(LaunchFacts facts, IEnumerable<Figure> figures)
    {
        var byName = figures.ToDictionary(f => f.Name, StringComparer.Ordinal);
        return
        [
            .. facts.Claims.Select(c => Check(c, byName.GetValueOrDefault(c.Figure))).OfType<Finding>(),
        ];
    }

    /// <summary>What is stated, as screens and reports print it.</summary>
    public static string Shown(Claim claim) => StatedValue.Read(claim.Stated).Shown;

    private static Finding? Check(Claim claim, Figure? figure)
    {
        var stated = StatedValue.Read(claim.Stated);
        if (figure?.Value is not { } value)
        {
            var why = figure is null
                ? $"no figure is named {claim.Figure}"
                : figure.Problem ?? "the figure has no value";
            return Found(claim, Unfounded, FindingSeverity.Medium, stated.Shown, Format.NotKnown, figure,
                $"{Place(claim)}: {stated.Shown} is stated without support: {char.ToLowerInvariant(why[0])}{why[1..]}");
        }

        return stated.Against(value, figure.Shown) is { } difference
            ? Found(claim, Differs, difference.Relative < Slight ? FindingSeverity.Low : FindingSeverity.Medium,
                stated.Shown, difference.Derived, figure,
                $"{Place(claim)}: {stated.Shown} is stated, {Origin(figure)} {difference.Derived}")
            : null;
    }

    private static Finding Found(
        Claim claim, string rule, FindingSeverity severity, string stated, string derived, Figure? figure,
        string text) =>
        new($"{rule}:{claim.Key}", rule, claim.Headline ? FindingSeverity.High : severity, FindingStatus.Open,
            claim.Key, claim.Figure, stated, derived, claim.Place,
            figure?.Why.Subject ?? new SubjectRef(SubjectKind.Figure, claim.Figure), text);

    private static string Origin(Figure figure) =>
        figure.Why.How is { } how && how.StartsWith("sum of ", StringComparison.Ordinal)
            ? $"the {how} is"
            : "the facts give";

    private static string Place(Claim claim) =>
        claim.Place.Length == 0 ? "The source" : $"{char.ToUpperInvariant(claim.Place[0])}{claim.Place[1..]}";
}
