using Microsoft.AspNetCore.Components;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Web.Shell;

/// <summary>
/// The small shapes that stand beside a word of status. Raw markup, because a component for each would cost every open
/// page a kilobyte a mark. The word always stands beside it, so the shape is hidden from assistive technology.
/// </summary>
public static class Mark
{
    public static MarkupString Go { get; } = Shape("go", "go");

    public static MarkupString Hold { get; } = Shape("hold", "hold");

    public static MarkupString No { get; } = Shape("no", "no");

    public static MarkupString None { get; } = Shape("none", "none");

    public static MarkupString Part { get; } = Shape("part", "none");

    public static MarkupString Unproven { get; } = Shape("unproven", "hold");

    public static MarkupString Waived { get; } = Shape("waived", "hold");

    /// <summary>Of a day that is too far away to mean anything yet.</summary>
    public static MarkupString Early { get; } = Shape("early", "none");

    /// <summary>Of a menu.</summary>
    public static MarkupString Dots { get; } = Shape("dots", "");

    public static MarkupString Of(CriterionState state) => state switch
    {
        CriterionState.Failed => No,
        CriterionState.NotAssessed => None,
        CriterionState.InProgress => Part,
        CriterionState.Disputed => Hold,
        CriterionState.Unproven => Unproven,
        CriterionState.Waived => Waived,
        _ => Go,
    };

    public static MarkupString Of(GateColour colour) => colour switch
    {
        GateColour.Red => No,
        GateColour.Yellow => Hold,
        _ => Go,
    };

    public static MarkupString Of(ReadinessLevel level) => level switch
    {
        ReadinessLevel.NoGo => No,
        ReadinessLevel.Go => Go,
        _ => Hold,
    };

    /// <summary>Met, missed, or nothing to meet.</summary>
    public static MarkupString Of(bool? met) => met switch { true => Go, false => No, null => None };

    /// <summary>Class name that colours a text like the mark beside it.</summary>
    public static string Tone(ReadinessLevel level) => level switch
    {
        ReadinessLevel.NoGo => "no",
        ReadinessLevel.Go => "go",
        _ => "hold",
    };

    public static string Tone(GateColour colour) => colour switch
    {
        GateColour.Red => "no",
        GateColour.Yellow => "hold",
        _ => "go",
    };

    private static MarkupString Shape(string name, string tone) =>
        new($"<svg class=\"s {tone}\" aria-hidden=\"true\"><use href=\"#m-{name}\"></use></svg>");
}
