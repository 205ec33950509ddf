using System.Net;
using System.Security.Cryptography;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.IntegrationTests.Evidence;

/// <summary>One file stands behind several things, and the same bytes are never two pieces of evidence.</summary>
public sealed class UsingAFileAgain(OnePortal one) : IClassFixture<OnePortal>
{
    [Fact]
    public async Task One_upload_stands_behind_everything_that_was_chosen()
    {
        using var lead = await one.Portal.SignedInAsync("platform-lead");

        using var sent = await lead
            .AttachAsync(Bytes(), "criterion:runbooks gate:runbooks drill:drill-2", ("capturedOn", "2025-11-14"));

        sent.StatusCode.Should().Be(HttpStatusCode.Created, await sent.Content.ReadAsStringAsync());
        (await FindAsync((await sent.SaidAsync()).Evidence)).Supports.Select(s => s.ToString())
            .Should().Equal("criterion:runbooks", "gate:runbooks", "drill:drill-2");
    }

    [Fact]
    public async Task Bytes_that_are_here_make_no_twin_and_the_answer_says_so()
    {
        using var manager = await one.Portal.SignedInAsync("manager");
        var bytes = Bytes();
        using var first = await manager
            .AttachAsync(bytes, "criterion:runbooks", ("title", "Review"), ("capturedOn", "2025-11-14"));
        var made = await first.SaidAsync();

        using var second = await manager.AttachAsync(bytes, "criterion:mtls", ("title", "Another word"));

        second.StatusCode.Should().Be(HttpStatusCode.OK);
        (await second.SaidAsync()).Should().BeEquivalentTo(new { made.Evidence, WasThere = true, Title = "Review" });
        (await FindAsync(made.Evidence)).Should().Match<EvidenceItem>(e =>
            e.Title == "Review" && e.CapturedOn == new DateOnly(2025, 11, 14) && e.Supports.Length == 2);
        (await AllAsync()).Count(e => e.Sha256 == Hash(bytes)).Should().Be(1);
    }

    [Fact]
    public async Task Twins_sent_at_the_same_moment_become_one_piece_of_evidence()
    {
        using var lead = await one.Portal.SignedInAsync("platform-lead");
        var bytes = Bytes();

        var sent = await Task.WhenAll(
            lead.AttachAsync(bytes, "criterion:runbooks"), lead.AttachAsync(bytes, "gate:runbooks"));

        sent.Should().OnlyContain(s => s.IsSuccessStatusCode);
        (await AllAsync()).Where(e => e.Sha256 == Hash(bytes)).Should().ContainSingle()
            .Which.Supports.Should().HaveCount(2);
    }

    [Fact]
    public async Task Whoever_is_about_to_send_what_is_here_is_told_before_a_byte_goes_out()
    {
        using var lead = await one.Portal.SignedInAsync("platform-lead");
        var bytes = Bytes();
        using var sent = await lead.AttachAsync(bytes, "criterion:runbooks", ("title", "Review"));

        using var known = await lead.GetAsync(Stored(Hash(bytes)));
        using var unknown = await lead.GetAsync(Stored(Hash(Bytes())));

        (await known.Content.ReadAsStringAsync()).Should().Contain((await sent.SaidAsync()).Evidence)
            .And.Contain("Review");
        unknown.StatusCode.Should().Be(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task What_is_here_can_be_let_stand_behind_more_by_whoever_answers_for_that()
    {
        using var platform = await one.Portal.SignedInAsync("platform-lead");
        using var qa = await one.Portal.SignedInAsync("qa-lead");
        using var sent = await platform.AttachAsync(Bytes(), "criterion:runbooks");
        var evidence = (await sent.SaidAsync()).Evidence;

        using var mine = await qa.ReuseAsync(evidence, "criterion:load-testing");
        using var foreign = await qa.ReuseAsync(evidence, "criterion:mtls");
        using var gone = await qa.ReuseAsync("no-such-evidence", "criterion:load-testing");

        mine.StatusCode.Should().Be(HttpStatusCode.Created);
        foreign.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        gone.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await FindAsync(evidence)).Supports.Select(s => s.ToString())
            .Should().Equal("criterion:runbooks", "criterion:load-testing");
    }

    [Fact]
    public async Task A_file_that_was_cited_comes_in_hand_also_when_its_bytes_are_known_by_another_name()
    {
        using var manager = await one.Portal.SignedInAsync("manager");
        var bytes = Bytes();
        using var known = await manager.AttachAsync(bytes, "criterion:runbooks");
        var cited = (await AllAsync()).First(e => !e.IsInHand && e.Supports.Length > 0);

        using var sent = await manager
            .AttachAsync(bytes, "criterion:mtls", ("cited", cited.Key), ("capturedOn", "2025-11-14"));

        (await sent.SaidAsync()).Should().BeEquivalentTo(new { Evidence = cited.Key, WasThere = false });
        (await FindAsync(cited.Key)).Should().Match<EvidenceItem>(e =>
            e.IsInHand && e.Title == cited.Title && e.Supports.Length == cited.Supports.Length + 1);
    }

    [Fact]
    public async Task The_history_of_a_subject_tells_what_was_attached_changed_and_archived()
    {
        using var manager = await one.Portal.SignedInAsync("manager");
        var viewer = await one.Portal.ViewerAsync("manager");
        using var sent = await manager.AttachAsync(Bytes(), "criterion:on-call", ("title", "Rota"));
        var evidence = (await sent.SaidAsync()).Evidence;
        using var again = await manager.ReuseAsync(evidence, "risk:" + (await ViewAsync()).Board.Facts.Risks[0].Key);
        var path = FactPath.Of("evidence", evidence);
        await one.Portal.Get<EditFacts>().RunAsync(
            DemoPortal.Launch, [new FactChange.Set { Fact = path, Field = "capturedOn", To = "2025-11-13" }], viewer);
        await one.Portal.Get<EditFacts>().RunAsync(DemoPortal.Launch, [new FactChange.Archive { Fact = path }], viewer);

        var lines = await one.Portal.Get<ReadHistory>()
            .RunAsync(DemoPortal.Launch, new(SubjectKind.Criterion, "on-call"), viewer);

        lines.Where(l => l.Subject.Key == evidence).Select(l => l.Action).Should()
            .Equal("FactsEdited", "FactsEdited", "EvidenceReused", "EvidenceAttached");
        (await manager.GetStringAsync(
            new Uri($"/launches/{DemoPortal.Launch}/audit?about=criterion:on-call", UriKind.Relative)))
            .Should().Contain("Rota attached to");
    }

    private static Uri Stored(string hash) =>
        new($"/launches/{DemoPortal.Launch}/attach/stored?sha256={hash}", UriKind.Relative);

    private static byte[] Bytes() => RandomNumberGenerator.GetBytes(3_000);

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private async Task<LaunchView> ViewAsync() =>
        (await one.Portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, Viewer.System))!;

    private async Task<IEnumerable<EvidenceItem>> AllAsync() => (await ViewAsync()).Board.Facts.Evidence;

    private async Task<EvidenceItem> FindAsync(string key) => (await AllAsync()).Single(e => e.Key == key);
}
