using System.Net;
using System.Text;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.IntegrationTests.Evidence;

/// <summary>A newer version of a file takes its place in one act, and says before that what it would do.</summary>
public sealed class ReplacingAFile
{
    private const string Runbooks = "criterion:runbooks";
    private const string E2E = "criterion:e2e-tests";

    [Fact]
    public async Task A_file_that_nothing_reads_goes_to_the_history_of_the_one_that_replaces_it()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var manager = await portal.SignedInAsync("manager");
        var first = await AttachedAsync(manager, "Reviewed once.", Runbooks, ("capturedOn", "2025-11-10"));

        var second = await AttachedAsync(
            manager, "Reviewed again.", Runbooks, ("capturedOn", "2025-11-14"), ("replaces", first),
            ("title", "The second review"));

        var view = await ViewAsync(portal);
        view.Readiness.Criterion("runbooks").Proofs.Should()
            .Contain(p => p.Subject.Key == first && !p.Proves && p.Why == "superseded by The second review")
            .And.Contain(p => p.Subject.Key == second && p.Proves);
    }

    [Fact]
    public async Task What_shows_a_failure_is_not_hidden_by_a_file_that_shows_nothing()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var lead = await portal.SignedInAsync("qa-lead");

        await AttachedAsync(lead, "All is well.", E2E, ("capturedOn", "2025-11-15"), ("replaces", "e2e-test-results"));

        (await ViewAsync(portal)).Readiness.Criterion("e2e-tests").State.Should().Be(CriterionState.Failed);
    }

    [Fact]
    public async Task Only_a_file_in_hand_can_be_replaced_and_only_by_who_answers_for_all_of_it()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var lead = await portal.SignedInAsync("qa-lead");
        using var security = await portal.SignedInAsync("security-lead");

        using var nothing = await lead.AttachAsync("x"u8.ToArray(), E2E, ("replaces", "no-such-file"));
        using var foreign = await security.AttachAsync(
            "x"u8.ToArray(), "criterion:vulnerability-scanning", ("replaces", "e2e-test-results"));

        nothing.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await nothing.WhyAsync()).Should().Contain("no file 'no-such-file' that could be replaced");
        foreign.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_a_file_would_do_is_said_before_it_is_kept_and_nothing_is_left_of_it()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var lead = await portal.SignedInAsync("qa-lead");
        var before = await ViewAsync(portal);

        var (_, placed) = await lead.RehearseAsync(Clean, E2E, ("capturedOn", "2025-11-15"));
        var (_, other) = await lead.RehearseAsync(
            Clean, E2E, ("capturedOn", "2025-11-15"), ("release", "teei/platform:v1"));
        var (_, broken) = await lead.RehearseAsync(Clean[..^20], E2E, ("capturedOn", "2025-11-15"));

        placed.Should().Contain("Read as junit").And.Contain("failed \u2192 passed").And.Contain("red \u2192 green")
            .And.Contain("no longer in the report");
        other.Should().Contain("Nothing: every criterion and gate stays as it is.", "it is of another build");
        broken.Should().Contain("claims to be junit and is broken");
        (await ViewAsync(portal)).Board.ChangeNumber.Should().Be(before.Board.ChangeNumber);
        (await portal.ScalarAsync("select count(*) from contents c where not exists "
            + "(select 1 from evidence e where e.sha256 = c.sha256)")).Should().Be(0L);
    }

    [Fact]
    public async Task The_day_that_a_file_gives_itself_is_not_typed_over()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var lead = await portal.SignedInAsync("qa-lead");
        var key = await AttachedAsync(lead, """<testsuites><testsuite timestamp="2025-11-15T09:00:00Z">"""
            + """<testcase name="a" /></testsuite></testsuites>""", E2E);

        var outcome = await portal.Get<EditFacts>().RunAsync(DemoPortal.Launch,
            [FactChange.Setting(FactPath.Of("evidence", key), "capturedOn", "2025-11-15", "2024-01-01")],
            await portal.ViewerAsync("qa-lead"));

        outcome.Should().BeOfType<Outcome.Refused>().Which.Refusal.Text
            .Should().Contain("is what the file says itself");
    }

    [Fact]
    public async Task Whoever_may_not_attach_it_tries_nothing()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var auditor = await portal.SignedInAsync("auditor");
        using var security = await portal.SignedInAsync("security-lead");

        (await auditor.RehearseAsync(Clean, E2E)).Status.Should().Be(HttpStatusCode.Forbidden);
        (await security.RehearseAsync(Clean, E2E)).Status.Should().Be(HttpStatusCode.Forbidden);
    }

    private static byte[] Clean => Encoding.UTF8.GetBytes(
        """<testsuites><testsuite name="e2e"><testcase name="signs up" /></testsuite></testsuites>""");

    private static async Task<string> AttachedAsync(
        HttpClient client, string text, string supports, params (string, string)[] fields)
    {
        using var sent = await client.AttachAsync(Encoding.UTF8.GetBytes(text), supports, fields);
        sent.StatusCode.Should().Be(HttpStatusCode.Created, await sent.Content.ReadAsStringAsync());
        return sent.Headers.Location!.OriginalString.Split('/')[^1];
    }

    private static async Task<LaunchView> ViewAsync(DemoPortal portal) =>
        (await portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, Viewer.System))!;
}
