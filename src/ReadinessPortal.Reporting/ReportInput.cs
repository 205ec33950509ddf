using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.Seals;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.Reporting.Files;

namespace ReadinessPortal.Reporting;

/// <summary>Everything a report is made of; the same input gives the same bytes on the same platform.</summary>
/// <param name="Revision">What was frozen. Number 0 means live data that nobody has frozen, printed as such.</param>
/// <param name="Sha256">Lower-case hex of the revision's canonical JSON; null for live data.</param>
/// <param name="Record">What was signed and decided on it, up to a numbered audit entry.</param>
/// <param name="Verdict">Of this revision with this record.</param>
/// <param name="Final">The report of the final decision; anything else is a draft and says so.</param>
public sealed record ReportInput(
    RevisionContent Revision, string? Sha256, DecisionRecord Record, Verdict Verdict, bool Final)
{
    public ReportForm Form { get; init; } = new();

    /// <summary>The YES that stands while this revision is not decided, with its conditions; null where there is none.
    /// </summary>
    public DecisionRecord? Earlier { get; init; }

    /// <summary>Of live data: the revision that people sign meanwhile; null where nothing is frozen.</summary>
    public int? NewestRevision { get; init; }

    /// <summary>Of a revision: the text that was hashed, which is attached to the report.</summary>
    public string? CanonicalJson { get; init; }

    /// <summary>Of a decided revision: what was sealed on the way to the decision.</summary>
    public SigningHistory Signing { get; init; } = SigningHistory.None;

    /// <summary>Further files that are attached to the report.</summary>
    public IReadOnlyList<PdfAttachment> Attachments { get; init; } = [];

    /// <summary>Page on which whoever has this file checks it; null where none is told of.</summary>
    public string? CheckAt { get; init; }

    /// <summary>What the launch calls its logo; null where it has none.</summary>
    public ReportLogo? Logo { get; init; }
}
