using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Domain.Criteria;

/// <summary>
/// The last stretch before a target: a value in it meets the target and is shown yellow. It warns, and changes neither
/// the state of a criterion nor the color of a gate; a value that misses its target has failed, band or not.
/// </summary>
public static class WarningBand
{
    /// <summary>Why the band of a measurement cannot be; null when it can, or there is none.</summary>
    public static string? WhyNot(Measurement measurement) => measurement switch
    {
        { WarnsFrom: null } => null,
        { Target: null } or { Comparator: null or Comparator.Equal or Comparator.Within } =>
            "goes with a target that is below, at most, at least or more than something",
        { WarnsFrom: { } edge, Target: { } target } when !edge.Unit.IsComparableTo(target.Unit) =>
            "does not compare with the target; give it in the unit of 'target'",
        { WarnsFrom: { } edge, Target: { } target } when edge.InBase == target.InBase
            || !(Targets.Meets(edge, measurement.Comparator!.Value, target) == true) =>
            $"has to lie on the good side of the target, {Format.Target(measurement.Comparator, target)}",
        { WarnsFrom: { InBase: < 0 }, Target: { InBase: >= 0 } } when IsUpper(measurement) =>
            "is below zero, so that every value would warn",
        _ => null,
    };

    /// <summary>Where it lies: <c>from 450 ms</c>, <c>up to 99.95 %</c>; null without one.</summary>
    public static string? Shown(Measurement measurement) => measurement.WarnsFrom is not { } edge ? null
        : IsUpper(measurement) ? $"from {Format.Quantity(edge)}" : $"up to {Format.Quantity(edge)}";

    /// <summary>Whether the value meets its target, and lies in the band.</summary>
    /// <param name="met">Whether the target is met, by all that is known of the value.</param>
    public static bool Holds(Measurement measurement, bool? met) => met == true
        && measurement is { Value: { } value, WarnsFrom: { } edge } && WhyNot(measurement) is null
        && Targets.Meets(value, IsUpper(measurement) ? Comparator.AtLeast : Comparator.AtMost, edge) == true;

    /// <summary>What the band asks beyond the target: not to be in it. Null without one.</summary>
    internal static ValueTarget? Asks(Measurement measurement) => measurement.WarnsFrom is { } edge
        ? new(IsUpper(measurement) ? Comparator.LessThan : Comparator.MoreThan, edge)
        : null;

    // A limit from above; the other kind is from below.
    private static bool IsUpper(Measurement measurement) =>
        measurement.Comparator is null or Comparator.LessThan or Comparator.AtMost;
}
