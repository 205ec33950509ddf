using System.Globalization;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Reporting;

namespace ReadinessPortal.Web.Reports;

/// <summary>The form of a report, as addresses and the command line name it, in any case.</summary>
internal static class ReportForms
{
    /// <summary>Null where both name something there is, or nothing.</summary>
    public static UnknownReportForm? WhyNot(string? profile, string? paper) =>
        WhyNot<ReportProfile>("profile", profile) ?? WhyNot<ReportPaper>("paper", paper);

    /// <summary>The same, and which revision, or whether of live data, can be read.</summary>
    public static UnknownReportForm? WhyNot(string? profile, string? paper, string? revision, string? live) =>
        WhyNot(profile, paper) is { } unknown ? unknown
        : !string.IsNullOrEmpty(revision) && Revision(revision) is null ? new("revision", revision, "a number from 1")
        : !string.IsNullOrEmpty(live) && !bool.TryParse(live, out _) ? new("live", live, "true or false")
        : null;

    /// <returns>Null for the newest.</returns>
    public static int? Revision(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number : null;

    public static bool IsLive(string? text) => bool.TryParse(text, out var live) && live;

    /// <summary>All of it on A4 where nothing else is named.</summary>
    public static ReportForm Read(string? profile, string? paper) =>
        new(Read<ReportProfile>(profile), Read<ReportPaper>(paper));

    private static UnknownReportForm? WhyNot<T>(string name, string? text)
        where T : struct, Enum =>
        string.IsNullOrEmpty(text) || Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase)
            ? null
            : new(name, text, string.Join(" or ", Enum.GetNames<T>().Select(n => n.ToLowerInvariant())));

    private static T Read<T>(string? text)
        where T : struct, Enum => string.IsNullOrEmpty(text) ? default : Enum.Parse<T>(text, ignoreCase: true);
}

/// <summary>A revision was asked for, and live facts, of which there is none.</summary>
internal sealed record LiveRevision : NotAcceptable
{
    public override string Text => "A report is of a revision or of live data: leave revision or live out.";
}

/// <param name="Part">What of the report was asked for.</param>
/// <param name="Choices">What there is.</param>
internal sealed record UnknownReportForm(string Part, string Value, string Choices) : NotAcceptable
{
    public override string Text => $"The {Part} of a report is {Choices}, not '{Value}'.";
}
