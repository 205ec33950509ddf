using System.Text.Json.Nodes;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.Audit;

/// <summary>Every refusal is on record, and nobody fills the record with them.</summary>
public sealed class RefusingTheSameAgain
{
    [Fact]
    public Task The_same_attempt_within_minutes_is_counted_and_not_written_again() => InALaunch(async portal =>
    {
        var before = (await portal.ViewAsync()).Board.ChangeNumber;

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => FailAsync(portal, "load-testing", ALaunch.Cfo)));
        portal.Clock.Advance(TimeSpan.FromMinutes(9));
        await FailAsync(portal, "load-testing", ALaunch.Cfo);

        (await portal.ViewAsync()).Board.ChangeNumber.Should().Be(before + 1);
        var audit = await AuditAsync(portal);
        audit.Lines[0].Should().Match<AuditLine>(l => l.Seq == before + 1 && l.Action == "Refused");
        audit.Lines[0].Again.Should().Be(new RefusedAgain(4, portal.Clock.GetUtcNow()));
    });

    [Fact]
    public Task The_history_of_a_thing_tells_of_it_whoever_reads_the_audit_and_nobody_else() =>
        InALaunch(async portal =>
    {
        var viewer = new Viewer(Guid.CreateVersion7(), "Vic Views");
        Done(await portal.Get<AddMember>()
            .RunAsync(ALaunch.Key, viewer.UserId, viewer.Name, LaunchPart.Viewer, ALaunch.Manager));
        await FailAsync(portal, "load-testing", ALaunch.Cfo);

        foreach (var (reader, reads) in new[] { (ALaunch.Auditor, true), (viewer, false) })
        {
            var lines = await portal.Get<ReadHistory>()
                .RunAsync(ALaunch.Key, new(SubjectKind.Criterion, "load-testing"), reader);
            lines.Any(l => l.IsRefused).Should().Be(reads, "{0} reads it", reader.Name);
            (await portal.Get<ReadHistory>().RunAsync(ALaunch.Key, new(SubjectKind.Launch, ALaunch.Key), reader))
                .Any(l => l.Summary.StartsWith("Vic Views", StringComparison.Ordinal)).Should().Be(reads);
        }
    });

    [Fact]
    public Task Another_person_another_subject_and_another_time_have_entries_of_their_own() => InALaunch(async portal =>
    {
        await FailAsync(portal, "load-testing", ALaunch.Cfo);
        await FailAsync(portal, "load-testing", ALaunch.Auditor);
        await FailAsync(portal, "e2e", ALaunch.Cfo);
        await FailAsync(portal, "load-testing", ALaunch.Cfo);
        var until = portal.Clock.GetUtcNow();
        portal.Clock.Advance(TimeSpan.FromMinutes(10));

        await FailAsync(portal, "load-testing", ALaunch.Cfo);

        var audit = await AuditAsync(portal);
        audit.Lines.TakeWhile(l => l.Action == "Refused").Should().HaveCount(4);
        audit.Verified.Should().BeTrue();
        var counted = JsonNode.Parse(audit.Lines[0].Entry)!["details"]!["before"]!;
        ((long)counted["entry"]!, (int)counted["times"]!).Should().Be((audit.Lines[3].Seq, 1));
        DateTimeOffset.Parse((string)counted["until"]!, null).Should().Be(until);
    });

    [Fact]
    public Task A_flood_of_different_attempts_ends_in_one_entry_and_takes_no_refused_signature_away() =>
        InALaunch(async portal =>
    {
        Done(await portal.FreezeAsync());
        var before = (await portal.ViewAsync()).Board.ChangeNumber;
        foreach (var i in Enumerable.Range(0, 70))
        {
            await FailAsync(portal, $"nothing-{i}", ALaunch.Cfo);
        }

        Refused<NotYourTurn>(await portal.SignAsync("cfo", ALaunch.Cfo));

        var audit = await AuditAsync(portal);
        audit.Lines[0].Seq.Should().Be(before + 62);
        audit.Lines[0].Summary.Should().Contain("signs after the technical roles");
        audit.Lines[1].Summary.Should().StartWith("More than 60 different attempts were refused in 10 minutes");
        audit.Lines[1].Again!.Times.Should().Be(9);
    });

    private static async Task<AuditPage> AuditAsync(TestPortal portal) =>
        (await portal.Get<ReadAudit>().RunAsync(ALaunch.Key, 1, ALaunch.Manager))!;

    private static async Task FailAsync(TestPortal portal, string criterion, Viewer by) =>
        (await portal.AssessAsync(by, criterion, "result", "inProgress", "failed")).Should()
            .BeOfType<Outcome.Refused>();
}
