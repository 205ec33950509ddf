using System.Globalization;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Reporting.Sections;

namespace ReadinessPortal.Reporting;

/// <summary>What the report consists of, in order: numbered chapters, then lettered appendices.</summary>
internal sealed class ReportOutline
{
    public ReportOutline(ReportContent report)
    {
        List<ReportSection> chapters =
        [
            new SummarySection(report),
            new CriteriaSection(report),
            new RegistersSection(report, "infrastructure", "Infrastructure"),
            new RegistersSection(report, "security", "Security and data residency"),
            new OperationsSection(report),
            new FinanceSection(report),
            new EvidenceSection(report),
            new ItemsSection(report),
            new MatrixSection(report),
            new FindingsSection(report),
            new ReadsBetterSection(report),
            new SignOffSection(report),
            new RecommendationSection(report),
        ];
        List<ReportSection> appendices =
        [
            new AcceptanceSection(report),
            new OutputsSection(report),
            new AppendixSection(report),
            new DecisionLogSection(report),
            new CertificateSection(report),
            new IntegritySection(report),
        ];
        chapters.InsertRange(chapters.FindIndex(s => s is EvidenceSection),
            OtherChapters(report, [.. chapters.Concat(appendices).SelectMany(s => s.Chapters)]));
        Number(chapters, i => (i + 1).ToString(CultureInfo.InvariantCulture));
        Number(appendices, i => ((char)('A' + i)).ToString());
        Sections = [.. chapters.Concat(appendices).Where(s => s.WhyEmpty is null)];
        Empty = [.. chapters.Concat(appendices).Where(s => s.WhyEmpty is not null)];
    }

    /// <summary>What is printed.</summary>
    public IReadOnlyList<ReportSection> Sections { get; }

    /// <summary>What has nothing to print; it has no number.</summary>
    public IReadOnlyList<ReportSection> Empty { get; }

    private static IEnumerable<ReportSection> OtherChapters(ReportContent report, IReadOnlyList<string> placed) =>
        report.Facts.Registers.Select(r => r.Chapter)
            .Concat(report.Facts.Narratives.Select(n => n.Chapter).OfType<string>())
            .Distinct(StringComparer.Ordinal).Except(placed, StringComparer.Ordinal)
            .Select(chapter => new RegistersSection(report, chapter, Counted.Capital(chapter)));

    private static void Number(IEnumerable<ReportSection> sections, Func<int, string> name)
    {
        var index = 0;
        foreach (var section in sections.Where(s => s.WhyEmpty is null))
        {
            section.Number = name(index++);
        }
    }
}
