using ReadinessPortal.Application;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Findings;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.Findings;

public sealed class LivingWithAContradiction
{
    private static readonly FindingToAccept _request =
        new("claim-differs:c1", "$31", "$30", "budget.actual.total", "summary", FindingSeverity.Medium,
            "Printed before the invoice");

    [Fact]
    public Task An_executive_accepts_it_and_audit_and_revision_keep_the_reason() => InALaunch(async portal =>
    {
        Done(await AcceptAsync(portal, _request, ALaunch.Cfo));
        Done(await portal.FreezeAsync());

        (await FindingAsync(portal)).Status.Should().Be(FindingStatus.Accepted);
        var revision = (await portal.Get<ReadRevision>().RunAsync(ALaunch.Key, 1, ALaunch.Auditor))!;
        revision.Content.Readiness.Findings.Single().Acceptance!.Reason.Should().Be("Printed before the invoice");
        revision.Content.Acceptances.Should().ContainSingle();
        var audit = (await portal.Get<ReadAudit>().RunAsync(ALaunch.Key, 1, ALaunch.Auditor))!;
        audit.Verified.Should().BeTrue();
        audit.Lines[1].Summary.Should().Be("summary: $31 stated, $30 derived, accepted. Printed before the invoice");
    });

    [Fact]
    public Task It_opens_again_when_a_fact_moves_and_can_be_accepted_again() => InALaunch(async portal =>
    {
        Done(await AcceptAsync(portal, _request, ALaunch.Cfo));
        var facts = ALaunch.Facts();
        var dearer = facts.Registers[0] with
        {
            Rows = [.. facts.Registers[0].Rows.Select(r => r with { Cells = r.Cells.SetItem("actual", "16") })],
        };
        Done(await portal.Get<ImportLaunch>().RunAsync(
            new LaunchPackage(facts with { Registers = [dearer] }, []), update: true, ALaunch.Manager));

        (await FindingAsync(portal)).Should().Match<Finding>(f => f.Status == FindingStatus.Open && f.Derived == "$32");
        Refused<FindingMoved>(await AcceptAsync(portal, _request, ALaunch.Manager));
        Done(await AcceptAsync(portal, _request with { Derived = "$32" }, ALaunch.Manager));
        (await FindingAsync(portal)).Status.Should().Be(FindingStatus.Accepted);
    });

    [Fact]
    public Task Taken_back_it_is_open_again_and_the_record_keeps_both() => InALaunch(async portal =>
    {
        Done(await AcceptAsync(portal, _request, ALaunch.Cfo));

        Refused<NotYours>(await ReopenAsync(portal, "why", ALaunch.QaLead));
        Refused<NoReasonToAccept>(await ReopenAsync(portal, " ", ALaunch.Ceo));
        Done(await ReopenAsync(portal, "The auditor asks", ALaunch.Ceo));
        Refused<FindingIsOpen>(await ReopenAsync(portal, "again", ALaunch.Ceo));

        var finding = await FindingAsync(portal);
        finding.Status.Should().Be(FindingStatus.Open);
        AcceptanceRules.Outdated(finding, (await portal.ViewAsync()).Board.Acceptances).Should().BeEquivalentTo(
            new { AcceptedBy = "Fay Finance", WithdrawnBy = "Cleo Chief", WithdrawnReason = "The auditor asks" });
        Done(await AcceptAsync(portal, _request, ALaunch.Manager));
    });

    [Fact]
    public Task A_lead_and_an_auditor_accept_nothing() => InALaunch(async portal =>
    {
        Refused<NotYours>(await AcceptAsync(portal, _request, ALaunch.QaLead));
        Refused<MayOnlyRead>(await AcceptAsync(portal, _request, ALaunch.Auditor));
        Refused<NoReasonToAccept>(await AcceptAsync(portal, _request with { Reason = "" }, ALaunch.Cfo));

        (await FindingAsync(portal)).Status.Should().Be(FindingStatus.Open);
    });

    private static Task<Outcome> AcceptAsync(TestPortal portal, FindingToAccept request, Viewer viewer) =>
        portal.Get<AcceptFinding>().RunAsync(ALaunch.Key, request, viewer);

    private static Task<Outcome> ReopenAsync(TestPortal portal, string reason, Viewer viewer) =>
        portal.Get<ReopenFinding>().RunAsync(ALaunch.Key, _request.Finding, reason, viewer);

    private static async Task<Finding> FindingAsync(TestPortal portal) =>
        (await portal.ViewAsync()).Readiness.Findings.Single();
}
