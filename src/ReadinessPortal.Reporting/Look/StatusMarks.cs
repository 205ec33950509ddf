using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Reporting.Look;

/// <summary>A status as shape and colour; a word always stands beside it.</summary>
internal enum StatusMark { None, Go, Hold, No, Open }

internal static class StatusMarks
{
    public static string Colour(this StatusMark mark) => mark switch
    {
        StatusMark.Go => Ink.Go,
        StatusMark.Hold => Ink.Hold,
        StatusMark.No => Ink.No,
        _ => Ink.None,
    };

    /// <summary>A 16 by 16 drawing in the closed SVG subset that every engine reads.</summary>
    public static string Svg(this StatusMark mark) =>
        $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" width="16" height="16">{Shape(mark)}</svg>""";

    public static StatusMark Of(GateColour colour) => colour switch
    {
        GateColour.Green => StatusMark.Go,
        GateColour.Yellow => StatusMark.Hold,
        _ => StatusMark.No,
    };

    public static StatusMark Of(CriterionState state) => state switch
    {
        CriterionState.Passed => StatusMark.Go,
        CriterionState.Failed => StatusMark.No,
        CriterionState.NotAssessed or CriterionState.InProgress => StatusMark.Open,
        _ => StatusMark.Hold,
    };

    public static StatusMark Of(ReadinessLevel level) => level switch
    {
        ReadinessLevel.Go => StatusMark.Go,
        ReadinessLevel.NoGo => StatusMark.No,
        _ => StatusMark.Hold,
    };

    public static StatusMark Of(SignOffDecision decision) => decision switch
    {
        SignOffDecision.Approve => StatusMark.Go,
        SignOffDecision.Conditional => StatusMark.Hold,
        SignOffDecision.Reject => StatusMark.No,
        _ => StatusMark.Open,
    };

    public static StatusMark Of(FindingSeverity severity) => severity switch
    {
        FindingSeverity.High => StatusMark.No,
        FindingSeverity.Medium => StatusMark.Hold,
        _ => StatusMark.Open,
    };

    public static StatusMark Met(bool? met) => met switch
    {
        true => StatusMark.Go,
        false => StatusMark.No,
        null => StatusMark.None,
    };

    private static string Shape(StatusMark mark) => mark switch
    {
        StatusMark.Go => $"""
            <circle cx="8" cy="8" r="7.3" fill="{Ink.Go}"/>
            <path d="M4.7 8.3 L7 10.6 L11.4 5.7" fill="none" stroke="#ffffff" stroke-width="1.7"/>
            """,
        StatusMark.Hold => $"""
            <path d="M8 1.2 L15.4 14 L0.6 14 Z" fill="{Ink.Hold}"/>
            <rect x="7.1" y="5.6" width="1.8" height="4.6" fill="#ffffff"/>
            <rect x="7.1" y="11.2" width="1.8" height="1.8" fill="#ffffff"/>
            """,
        StatusMark.No => $"""
            <path d="M8 0.8 L15.2 8 L8 15.2 L0.8 8 Z" fill="{Ink.No}"/>
            <path d="M5.6 5.6 L10.4 10.4 M10.4 5.6 L5.6 10.4" fill="none" stroke="#ffffff" stroke-width="1.7"/>
            """,
        _ => $"""<circle cx="8" cy="8" r="6.6" fill="none" stroke="{Ink.None}" stroke-width="1.4"/>""",
    };
}
