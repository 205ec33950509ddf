using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Reporting.Look;

/// <summary>A status as shape and colour; a word always stands beside it.</summary>
internal enum Mark { None, Go, Hold, No, Open }

internal static class Marks
{
    public static string Colour(this Mark mark) => mark switch
    {
        Mark.Go => Ink.Go,
        Mark.Hold => Ink.Hold,
        Mark.No => Ink.No,
        _ => Ink.None,
    };

    /// <summary>A 16 by 16 drawing in the closed SVG subset that every engine reads.</summary>
    public static string Svg(this Mark mark) =>
        $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" width="16" height="16">{Shape(mark)}</svg>""";

    public static Mark Of(GateColour colour) => colour switch
    {
        GateColour.Green => Mark.Go,
        GateColour.Yellow => Mark.Hold,
        _ => Mark.No,
    };

    public static Mark Of(CriterionState state) => state switch
    {
        CriterionState.Passed => Mark.Go,
        CriterionState.Failed => Mark.No,
        CriterionState.NotAssessed or CriterionState.InProgress => Mark.Open,
        _ => Mark.Hold,
    };

    public static Mark Of(ReadinessLevel level) => level switch
    {
        ReadinessLevel.Go => Mark.Go,
        ReadinessLevel.NoGo => Mark.No,
        _ => Mark.Hold,
    };

    public static Mark Of(SignOffDecision decision) => decision switch
    {
        SignOffDecision.Approve => Mark.Go,
        SignOffDecision.Conditional => Mark.Hold,
        SignOffDecision.Reject => Mark.No,
        _ => Mark.Open,
    };

    public static Mark Of(FindingSeverity severity) => severity switch
    {
        FindingSeverity.High => Mark.No,
        FindingSeverity.Medium => Mark.Hold,
        _ => Mark.Open,
    };

    public static Mark Met(bool? met) => met switch { true => Mark.Go, false => Mark.No, null => Mark.None };

    private static string Shape(Mark mark) => mark switch
    {
        Mark.Go => $"""
            <circle cx="8" cy="8" r="7.3" fill="{Ink.Go}"/>
            <path d="M4.7 8.3 L7 10.6 L11.4 5.7" fill="none" stroke="#ffffff" stroke-width="1.7"/>
            """,
        Mark.Hold => $"""
            <path d="M8 1.2 L15.4 14 L0.6 14 Z" fill="{Ink.Hold}"/>
            <rect x="7.1" y="5.6" width="1.8" height="4.6" fill="#ffffff"/>
            <rect x="7.1" y="11.2" width="1.8" height="1.8" fill="#ffffff"/>
            """,
        Mark.No => $"""
            <path d="M8 0.8 L15.2 8 L8 15.2 L0.8 8 Z" fill="{Ink.No}"/>
            <path d="M5.6 5.6 L10.4 10.4 M10.4 5.6 L5.6 10.4" fill="none" stroke="#ffffff" stroke-width="1.7"/>
            """,
        _ => $"""<circle cx="8" cy="8" r="6.6" fill="none" stroke="{Ink.None}" stroke-width="1.4"/>""",
    };
}
