namespace ReadinessPortal.Reporting;

/// <summary>How much of a report is printed.</summary>
public enum ReportProfile
{
    /// <summary>Everything the revision holds.</summary>
    Full,

    /// <summary>Two pages: the decision, and what it stands on.</summary>
    Board,
}

/// <summary>The paper it is printed on.</summary>
public enum ReportPaper { A4, Letter }

/// <summary>What somebody asks a report to look like; says nothing of what it says.</summary>
public sealed record ReportForm(ReportProfile Profile = ReportProfile.Full, ReportPaper Paper = ReportPaper.A4);
