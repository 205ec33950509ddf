using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.Reporting;

namespace ReadinessPortal.Benchmarks;

/// <summary>The executive report of the demo, warm.</summary>
internal static class ReportTimes
{
    private const int Times = 40;

    public static async Task RunAsync(ResultTable table)
    {
        var input = Input(await DemoLaunch.FactsAsync());
        var size = 0L;
        Task Write()
        {
            using var pdf = new MemoryStream();
            ExecutiveReport.Write(input, pdf);
            size = pdf.Length;
            return Task.CompletedTask;
        }

        await Samples.OfAsync(Times, Write);
        var before = Environment.CpuUsage.TotalTime;
        var warm = await Samples.OfAsync(Times, Write);
        var processor = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Times;
        table.Add("report, warm: median", "ms", warm.Median, toReach: "60 ms");
        table.Add("report, warm: p95", "ms", warm.P95);
        table.Add("report, warm: processor", "ms", processor);
        table.Add("report, size", "KB", size / 1000.0, toReach: "400 KB");
    }

    private static ReportInput Input(LaunchFacts facts)
    {
        var now = TimeProvider.System.GetUtcNow();
        var board = new LaunchBoard { Facts = facts, ChangeNumber = 1 };
        var readiness = Readiness.At(board, now);
        var record = new DecisionRecord { Revision = 1 };
        var revision = RevisionContent.Of(board, readiness, 1, "benchmark", now);
        var text = RevisionJson.Write(revision);
        var verdict = Verdict.Of(readiness, facts, [], record, readiness.Today);
        return new(revision, text.Sha256, record, verdict, Final: false);
    }
}
