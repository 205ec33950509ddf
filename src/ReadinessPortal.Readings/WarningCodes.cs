namespace ReadinessPortal.Readings;

/// <summary>The stable codes of <see cref="ReadingWarning"/>.</summary>
public static class WarningCodes
{
    /// <summary>What the file declares is not what it contains; the readings are counted.</summary>
    public const string TotalsDisagree = "totals-disagree";

    /// <summary>The tool is known to declare something else than is counted here; both are right.</summary>
    public const string DeclaredOtherwise = "declared-otherwise";

    /// <summary>Zero tests, requests, targets or lines: evidence of nothing.</summary>
    public const string NothingMeasured = "nothing-measured";

    /// <summary>The tool itself says that it did not finish, so that what it did not find proves nothing.</summary>
    public const string RunUnsuccessful = "run-unsuccessful";

    /// <summary>Some tests neither passed, failed nor were skipped.</summary>
    public const string Inconclusive = "inconclusive";

    /// <summary>Some values cannot be used and were left out.</summary>
    public const string ValuesUnusable = "values-unusable";

    /// <summary>The file gives percentiles for parts of the load only; they cannot be added up.</summary>
    public const string PercentilesInParts = "percentiles-in-parts";

    /// <summary>So many samples that percentiles are rounded.</summary>
    public const string PercentilesRounded = "percentiles-rounded";

    /// <summary>Findings that somebody has ruled out were left out.</summary>
    public const string RuledOut = "ruled-out";

    /// <summary>The file is larger than its kind is read.</summary>
    public const string TooLarge = "too-large";

    /// <summary>An archive holds reports that cannot be added up.</summary>
    public const string SeveralReports = "several-reports";

    /// <summary>The tool gave a warning of its own.</summary>
    public const string ToolWarned = "tool-warned";
}
