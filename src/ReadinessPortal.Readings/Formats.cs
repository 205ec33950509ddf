using System.Collections.Immutable;
using ReadinessPortal.Readings.Attestations;
using ReadinessPortal.Readings.Certificates;
using ReadinessPortal.Readings.Coverage;
using ReadinessPortal.Readings.LoadTests;
using ReadinessPortal.Readings.Monitoring;
using ReadinessPortal.Readings.Posted;
using ReadinessPortal.Readings.Scans;
using ReadinessPortal.Readings.SupplyChain;
using ReadinessPortal.Readings.TestReports;

namespace ReadinessPortal.Readings;

/// <summary>Every format that is read: a new one is its own file and one line here.</summary>
public static class Formats
{
    /// <summary>The first that claims a file reads it.</summary>
    public static ImmutableArray<IFormat> All { get; } =
    [
        new JUnitFormat(),
        new TrxFormat(),
        new K6SummaryFormat(),
        new K6PointsFormat(),
        new TrivyFormat(),
        new SarifFormat(),
        new GrypeFormat(),
        new NpmAuditFormat(),
        new CoberturaFormat(),
        new LcovFormat(),
        new JaCoCoFormat(),
        new JMeterCsvFormat(),
        new JMeterXmlFormat(),
        new JMeterStatisticsFormat(),
        new GatlingFormat(),
        new LocustFormat(),
        new WrkFormat(),
        new NBomberFormat(),
        new ZapFormat(),
        new DependencyCheckFormat(),
        new CycloneDxFormat(),
        new SpdxFormat(),
        new ScorecardFormat(),
        new InTotoFormat(),
        new DsseFormat(),
        new SigstoreFormat(),
        new PrometheusFormat(),
        new GrafanaDashboardFormat(),
        new PostedFormat(),
        new CertificateFormat(),
    ];

    internal static ImmutableArray<IXmlFormat> Xml { get; } = [.. All.OfType<IXmlFormat>()];

    internal static ImmutableArray<IJsonFormat> Json { get; } = [.. All.OfType<IJsonFormat>()];

    internal static ImmutableArray<ISignedFormat> Signed { get; } = [.. All.OfType<ISignedFormat>()];

    internal static ImmutableArray<ITextFormat> Text { get; } = [.. All.OfType<ITextFormat>()];
}
