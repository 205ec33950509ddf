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

    /// <summary>A signature was checked and is not of whom it must be of, or not of what the file says.</summary>
    public const string SignatureWrong = "signature-wrong";

    /// <summary>A signature was not checked: no key or certificate root for it is configured, or it is of a kind that
    /// cannot be checked.</summary>
    public const string SignatureUnchecked = "signature-unchecked";

    /// <summary>What others sign has no signature here: anybody can have written it.</summary>
    public const string SignatureMissing = "signature-missing";

    /// <summary>Something is signed that is no statement, and was kept unread.</summary>
    public const string PayloadUnread = "payload-unread";

    /// <summary>The file lists more than is kept of it; all of it is counted.</summary>
    public const string ListCut = "list-cut";

    /// <summary>The tool gave a warning of its own.</summary>
    public const string ToolWarned = "tool-warned";
}
