using System.Diagnostics.Metrics;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Measures;

/// <summary>What the portal measures of itself, for whoever runs it. Frameworks measure requests, open pages, and
/// connections.</summary>
public static class PortalMeasures
{
    public const string MeterName = "ReadinessPortal";

    private const string Kind = "readiness.kind";

    private static readonly Meter _meter = new(MeterName);

    private static readonly Counter<long> _signatures = _meter.CreateCounter<long>(
        "readiness.signatures", "{signature}", "What was signed, by kind");

    private static readonly Counter<long> _refusals = _meter.CreateCounter<long>(
        "readiness.refusals", "{refusal}", "Changes that were refused, by kind of the reason");

    private static readonly Counter<long> _failedSignIns = _meter.CreateCounter<long>(
        "readiness.sign_in.failures", "{attempt}", "Attempts to sign in that failed, by kind");

    private static readonly Counter<long> _uploads = _meter.CreateCounter<long>(
        "readiness.evidence.uploads", "{file}", "Evidence files that were attached");

    private static readonly Counter<long> _bytes = _meter.CreateCounter<long>(
        "readiness.evidence.size", "By", "Bytes of these files");

    private static readonly Histogram<double> _builds = _meter.CreateHistogram(
        "readiness.board.build.duration", "s", "Time that boards took to be built anew",
        tags: null, new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
        });

    private static readonly Gauge<long> _waiting = _meter.CreateGauge<long>(
        "readiness.outbox.mails", "{mail}", "Mails that wait to be sent");

    private static readonly Gauge<double> _overdue = _meter.CreateGauge<double>(
        "readiness.outbox.overdue", "s", "Since when the oldest of them is due");

    private static readonly Gauge<int> _listening = _meter.CreateGauge<int>(
        "readiness.listener.connected", null, "1 while changes made by other instances are heard, else 0");

    /// <summary>Something was done and committed.</summary>
    internal static void Done(LaunchAction? action)
    {
        if (action is LaunchAction.Sign or LaunchAction.Decide or LaunchAction.ReviewDecision
            or LaunchAction.WithdrawSignOff)
        {
            _signatures.Add(1, new KeyValuePair<string, object?>(Kind, action.ToString()));
        }
    }

    internal static void Refused(Refusal refusal) =>
        _refusals.Add(1, new KeyValuePair<string, object?>(Kind, refusal.Name));

    /// <summary>Whoever it was is not let in.</summary>
    /// <param name="kind">One of few words: never what was typed.</param>
    public static void SignInFailed(string kind) =>
        _failedSignIns.Add(1, new KeyValuePair<string, object?>(Kind, kind));

    internal static void Attached(long bytes)
    {
        _uploads.Add(1);
        _bytes.Add(bytes);
    }

    internal static void Built(TimeSpan took) => _builds.Record(took.TotalSeconds);

    internal static void Waits(long mails, double overdueSeconds)
    {
        _waiting.Record(mails);
        _overdue.Record(overdueSeconds);
    }

    internal static void Listens(bool isConnected) => _listening.Record(isConnected ? 1 : 0);
}
