using ReadinessPortal.Application.Audit;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Audit;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.Audit;

/// <summary>An audit is read by person, act, subject and day, and says what each act changed.</summary>
public sealed class FilteringTheAudit
{
    [Fact]
    public Task What_is_asked_for_is_shown_and_still_checked() => InALaunch(async portal =>
    {
        Done(await portal.FreezeAsync());
        Done(await portal.SignAsync("qa", ALaunch.QaLead));
        (await portal.SignAsync("qa", ALaunch.PlatformLead)).Should().BeOfType<Application.Outcome.Refused>();
        var today = DateOnly.FromDateTime(portal.Clock.GetUtcNow().UtcDateTime);

        var mine = await ReadAsync(portal, new(Person: ALaunch.QaLead.Name));
        var roles = await ReadAsync(portal, new(Kind: SubjectKind.Role, From: today, Until: today));
        var none = await ReadAsync(portal, new(From: today.AddDays(1)));

        mine.Lines.Should().OnlyContain(l => l.Actor == ALaunch.QaLead.Name).And.Contain(l => l.Action == "Signed");
        mine.Verified.Should().BeTrue();
        mine.Of.Count.Should().Be(mine.Lines.Count);
        roles.Lines.Should().OnlyContain(l => l.Subject.Kind == SubjectKind.Role);
        none.Lines.Should().BeEmpty();
        var refused = roles.Lines[0];
        (refused.IsRefused, refused.Attempted).Should().Be((true, "Signed"));
        mine.Lines.First(l => l.Action == "Signed").Attempted.Should().BeNull();
        await portal.AsServerAsync($"""
            alter table audit_entries drop constraint ck_audit_entries_sha256;
            set session_replication_role = replica;
            update audit_entries set entry = replace(entry, 'approve', 'abstain') where seq = {mine.Lines[0].Seq}
            """);
        (await ReadAsync(portal, new(Person: ALaunch.QaLead.Name))).Broken.Should().Be(mine.Lines[0].Seq);
    });

    [Fact]
    public Task A_day_is_one_of_the_launch_whatever_the_hour_elsewhere() => InALaunch(async portal =>
    {
        await portal.AsServerAsync("""
            set session_replication_role = replica;
            update launches set time_zone = 'Pacific/Auckland'
            """);
        await using var fresh = portal.AnotherProcess(portal.Clock);
        var view = await portal.ViewAsync();
        var day = DateOnly.FromDateTime(portal.Clock.GetUtcNow().UtcDateTime.AddHours(13));

        var page = await ((ReadAudit)fresh.GetService(typeof(ReadAudit))!).RunAsync(
            ALaunch.Key, 1, new(From: day, Until: day), ALaunch.Auditor);
        var before = await ((ReadAudit)fresh.GetService(typeof(ReadAudit))!).RunAsync(
            ALaunch.Key, 1, new(Until: day.AddDays(-1)), ALaunch.Auditor);

        page!.Lines.Should().HaveCount((int)view.Board.ChangeNumber);
        before!.Lines.Should().BeEmpty();
    });

    [Fact]
    public Task An_entry_tells_each_value_before_and_after() => InALaunch(async portal =>
    {
        Done(await portal.AssessAsync(ALaunch.Manager, "load-testing", "result", "inProgress", "failed"));

        var line = (await ReadAsync(portal, new(Act: "FactsEdited"))).Lines[0];

        line.Changes.Should().Contain(c => c.Table == "criteria" && c.Key == "load-testing" && c.Kind == "changed"
            && c.Values.Any(v => v.Name == "result" && v.Before == "inProgress" && v.After == "failed"));
    });

    [Theory]
    [InlineData("criterion:load-testing", true)]
    [InlineData("criterion", true)]
    [InlineData("evidence", true)]
    [InlineData("nothing", false)]
    [InlineData("Criterion:", false)]
    public void A_subject_is_one_thing_or_a_kind(string subject, bool isOne) =>
        (AuditFilter.Read(null, null, subject, null, null) is not null).Should().Be(isOne);

    [Theory]
    [InlineData("2026-12-31", true)]
    [InlineData("2026-02-30", false)]
    [InlineData("9999-12-31", false)]
    [InlineData("0001-01-01", false)]
    [InlineData("31.12.2026", false)]
    public void A_day_is_one_that_has_a_day_before_and_after_it(string day, bool isOne)
    {
        (AuditFilter.Read(null, null, null, day, null) is not null).Should().Be(isOne);
        (AuditFilter.Read(null, null, null, null, day) is not null).Should().Be(isOne);
    }

    [Theory]
    [InlineData("FactsEdited", "facts edited")]
    [InlineData("sign_offs", "sign offs")]
    [InlineData("revisionSha256", "revision sha256")]
    public void Names_of_the_record_are_told_in_words(string name, string words) =>
        AuditWords.Of(name).Should().Be(words);

    private static async Task<Application.Audit.AuditPage> ReadAsync(TestPortal portal, AuditFilter filter) =>
        (await portal.Get<ReadAudit>().RunAsync(ALaunch.Key, 1, filter, ALaunch.Auditor))!;
}
