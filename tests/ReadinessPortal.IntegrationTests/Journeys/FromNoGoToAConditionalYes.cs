using System.Net.Http.Json;
using System.Text.Json;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Drills;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Application.Findings;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.Application.Waivers;
using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.IntegrationTests.Fixtures;
using UglyToad.PdfPig;
using static ReadinessPortal.IntegrationTests.Fixtures.People;

namespace ReadinessPortal.IntegrationTests.Journeys;

/// <summary>
/// The demo launch is brought from NO-GO to a YES that overrides nothing: waived, picked, proven, accepted, signed.
/// </summary>
public sealed class FromNoGoToAConditionalYes
{
    private const string Key = DemoPortal.Launch;

    [Fact]
    public async Task The_final_report_says_conditional_with_waiver_and_condition_and_overrides_nothing()
    {
        await using var portal = await DemoPortal.StartAsync();
        (await ViewAsync(portal)).Readiness.Level.Should().Be(ReadinessLevel.NoGo);

        await WaiveTheFailedTestsAsync(portal);
        await PickTheLogAsync(portal);
        await ProveTheRunbooksAsync(portal);
        await AcceptTheHeadlinesAsync(portal);
        await FreezeAndSignAsync(portal);
        await DecideAsync(portal);

        await ReadTheApiAsync(portal);
        var text = await FinalReportAsync(portal);
        text.Should().Contain("FINAL").And.Contain("CONDITIONAL").And.Contain("YES, proceed")
            .And.Contain("Two tests of a page nobody uses").And.Contain("Approved by Launch manager (demo)")
            .And.Contain("Written by the on-call engineer").And.Contain("Automate the fail-over")
            .And.Contain("The old report stays as it was printed").And.NotContain("This decision overrides");
    }

    private static async Task ReadTheApiAsync(DemoPortal portal)
    {
        using var client = await portal.SignedInAsync("auditor");
        var launch = $"/api/v1/launches/{Key}";
        var conditions = (await client.GetFromJsonAsync<JsonElement>(launch)).GetProperty("conditions");
        conditions[0].GetProperty("state").GetString().Should().Be("open");
        var finding = (await client.GetFromJsonAsync<JsonElement>($"{launch}/findings")).EnumerateArray()
            .First(f => f.GetProperty("status").GetString() == "accepted");
        finding.GetProperty("acceptedBecause").GetString().Should().Be("The old report stays as it was printed");
        finding.GetProperty("acceptedBy").GetString().Should().Be("CFO (demo)");
        var waiver = (await client.GetFromJsonAsync<JsonElement>($"{launch}/criteria")).EnumerateArray()
            .Single(c => c.GetProperty("key").GetString() == "e2e-tests").GetProperty("waivers")[0];
        waiver.GetProperty("counts").GetBoolean().Should().BeTrue();
        waiver.GetProperty("answeredBy").GetString().Should().Be("Launch manager (demo)");
    }

    private static async Task WaiveTheFailedTestsAsync(DemoPortal portal)
    {
        var waiver = Guid.Parse(Done(await portal.Get<RequestWaiver>().RunAsync(Key,
            new("e2e-tests", "Two tests of a page nobody uses", "Looked at by hand after each rollout",
                new(2026, 3, 31)),
            await portal.ViewerAsync("qa-lead"))).Key!);
        Done(await portal.Get<AnswerWaiver>()
            .RunAsync(Key, waiver, approve: true, null, await portal.ViewerAsync("manager")));
    }

    private static async Task PickTheLogAsync(DemoPortal portal)
    {
        var log = (await ViewAsync(portal)).Readiness.Drills.Single(d => d.Key == "drill-2").Logs
            .Single(l => l.DurationShown == "14:23");
        Done(await portal.Get<PickLog>()
            .RunAsync(Key, "drill-2", log.Key, "Written by the on-call engineer", await portal.ViewerAsync("cto")));
    }

    private static async Task ProveTheRunbooksAsync(DemoPortal portal)
    {
        using var bytes = new MemoryStream("Every runbook was walked through."u8.ToArray());
        Done(await portal.Get<AttachEvidence>().RunAsync(Key,
            new(bytes, "runbook-review.txt", "Runbook review", EvidenceClass.Other, new(2025, 11, 14),
                [new(SubjectKind.Criterion, "runbooks")]),
            await portal.ViewerAsync("platform-lead")));
    }

    private static async Task AcceptTheHeadlinesAsync(DemoPortal portal)
    {
        var cfo = await portal.ViewerAsync("cfo");
        foreach (var finding in (await ViewAsync(portal)).Readiness.Findings
            .Where(f => f is { Severity: FindingSeverity.High, Status: FindingStatus.Open }))
        {
            Done(await portal.Get<AcceptFinding>().RunAsync(Key,
                FindingToAccept.Of(finding, "The old report stays as it was printed"), cfo));
        }
    }

    private static async Task FreezeAndSignAsync(DemoPortal portal)
    {
        Done(await portal.Get<FreezeLaunch>()
            .RunAsync(Key, FreezeRequest.Of((await ViewAsync(portal)).Board), await portal.ViewerAsync("manager")));
        var frozen = (await ViewAsync(portal)).UnderSignature!;
        frozen.Readiness.Level.Should().Be(
            ReadinessLevel.Conditional, string.Join("; ", frozen.Readiness.Reasons.Select(r => r.Text)));
        var roles = frozen.Facts.Roles.Where(r => !r.Accountable).OrderBy(r => r.Kind);
        foreach (var role in roles)
        {
            await SignAsync(portal, role.Key);
        }
    }

    private static async Task SignAsync(DemoPortal portal, string role)
    {
        var newest = (await ViewAsync(portal)).Board.NewestRevision!;
        var isConditional = role == "database-lead";
        Done(await portal.Get<SignLaunch>().RunAsync(Key,
            new(newest.Number, newest.Sha256, role,
                isConditional ? SignOffDecision.Conditional : SignOffDecision.Approve,
                isConditional ? "If this is done" : null,
                isConditional
                    ? [new(
                        "Automate the fail-over", "Database lead", DateOnly.FromDateTime(DateTime.UtcNow.AddDays(7)))]
                    : [], "password"),
            await portal.ViewerAsync(role)));
    }

    private static async Task DecideAsync(DemoPortal portal)
    {
        var view = await ViewAsync(portal);
        view.Verdict.Level.Should().Be(ReadinessLevel.Conditional);
        var newest = view.Board.NewestRevision!;
        Done(await portal.Get<DecideLaunch>().RunAsync(Key,
            new(newest.Number, newest.Sha256, Proceed: true, null, [], OverrideReason: null, Shown: [], "password"),
            await portal.ViewerAsync("ceo")));
        (await ViewAsync(portal)).Board.Decisions.Single().Overridden.Should().BeEmpty();
    }

    private static async Task<string> FinalReportAsync(DemoPortal portal)
    {
        using var client = await portal.SignedInAsync("auditor");
        var pdf = await client.GetByteArrayAsync(new Uri($"/api/v1/launches/{Key}/report.pdf", UriKind.Relative));
        using var document = PdfDocument.Open(pdf);
        return string.Join(' ', document.GetPages().SelectMany(p => p.GetWords()).Select(w => w.Text));
    }

    private static async Task<LaunchView> ViewAsync(DemoPortal portal) =>
        (await portal.Get<LaunchBoards>().ViewAsync(Key, await portal.ViewerAsync("manager")))!;
}
