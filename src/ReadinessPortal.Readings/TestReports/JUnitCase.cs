using System.Xml;

namespace ReadinessPortal.Readings.TestReports;

/// <summary>A test case that has begun.</summary>
/// <param name="Depth">Of its element.</param>
/// <param name="Marked">The worst that its children say, if they say anything.</param>
/// <param name="Stated">What its attributes say, which counts only where no child says anything.</param>
/// <param name="Group">Its class, where names are asked for and it gives one.</param>
/// <param name="Name">Where names are asked for.</param>
internal readonly record struct JUnitCase(
    int Depth, CaseOutcome? Marked, CaseOutcome Stated, string? Group = null, string? Name = null)
{
    public CaseOutcome Outcome => Marked ?? Stated;

    public static JUnitCase Begun(XmlReader reader, bool isNamed) => new(reader.Depth, null,
        reader.AttributeCount > 2 ? OfAttributes(reader) : CaseOutcome.Passed,
        isNamed ? reader.GetAttribute("classname") : null, isNamed ? reader.GetAttribute("name") : null);

    /// <summary>Any error makes it an error, else any failure a failure, else it was skipped.</summary>
    public JUnitCase With(string element)
    {
        var said = element switch
        {
            "error" => CaseOutcome.Error,
            "failure" => CaseOutcome.Failed,
            _ => CaseOutcome.Skipped,
        };
        return this with { Marked = Marked is { } known && known > said ? known : said };
    }

    // GoogleTest writes status="notrun" and result="suppressed", CTest status="fail", others status="skipped".
    private static CaseOutcome OfAttributes(XmlReader reader)
    {
        if (IsTrue(reader.GetAttribute("disabled")) || IsTrue(reader.GetAttribute("skipped"))
            || string.Equals(reader.GetAttribute("enabled"), "false", StringComparison.OrdinalIgnoreCase))
        {
            return CaseOutcome.Skipped;
        }

        var status = Of(reader.GetAttribute("status"));
        var result = Of(reader.GetAttribute("result"));
        return status > result ? status : result;
    }

    private static bool IsTrue(string? text) => string.Equals(text, "true", StringComparison.OrdinalIgnoreCase);

    // As test managers, TAP and Gherkin name them.
    private static CaseOutcome Of(string? status) => status?.ToUpperInvariant() switch
    {
        "FAIL" or "FAILED" or "FAILURE" => CaseOutcome.Failed,
        "ERROR" or "ERRORED" or "BROKEN" or "ABORTED" or "TIMEOUT" or "TIMEDOUT" => CaseOutcome.Error,
        "SKIP" or "SKIPPED" or "NOTRUN" or "NOT_RUN" or "NOTEXECUTED" or "SUPPRESSED" or "DISABLED" or "IGNORED"
            or "PENDING" or "TODO" or "UNTESTED" or "UNDEFINED" => CaseOutcome.Skipped,
        _ => CaseOutcome.Passed,
    };
}
