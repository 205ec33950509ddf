using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.IntegrationTests.Evidence;

/// <summary>What a file says counts as soon as it is there, and for nothing that it does not say.</summary>
public sealed class ReadingAnUpload
{
    private const string E2E = "criterion:e2e-tests";

    [Fact]
    public async Task A_clean_run_takes_its_gate_out_of_red_and_an_older_one_that_comes_late_changes_nothing()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var lead = await portal.SignedInAsync("qa-lead");
        (await StateAsync(portal)).Should().Be(CriterionState.Failed);

        await AttachedAsync(lead, JUnit(passed: 287), E2E, ("capturedOn", "2025-11-15"), ("title", "Clean run"));
        var view = await ViewAsync(portal);

        view.Readiness.Criterion("e2e-tests").State.Should().Be(CriterionState.Passed);
        view.Readiness.Gate("e2e-tests").Colour.Should().NotBe(GateColour.Red);
        view.Readiness.Criterion("e2e-tests").Proofs.Should().Contain(p => p.Why == "superseded by Clean run");
        await AttachedAsync(lead, JUnit(passed: 280, failed: 7), E2E, ("capturedOn", "2025-11-10"));
        (await StateAsync(portal)).Should().Be(CriterionState.Passed, "it was captured before");
    }

    [Fact]
    public async Task A_worse_load_test_turns_its_gate_red_and_says_by_what()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var lead = await portal.SignedInAsync("qa-lead");

        await AttachedAsync(lead, K6(p95: 612), "criterion:load-testing", ("capturedOn", "2025-11-15"));

        var view = await ViewAsync(portal);
        var gate = view.Board.Facts.Gates.First(g => g.Criteria.Contains("load-testing"));
        view.Readiness.Gate(gate.Key).Colour.Should().Be(GateColour.Red);
        view.Readiness.Reasons.Should().Contain(r => r.Text.Contains("612 ms", StringComparison.Ordinal));
        view.Board.Facts.Evidence[^1].Class.Should().Be(EvidenceClass.Load, "the file says so");
    }

    [Fact]
    public async Task The_day_is_the_one_the_file_gives_and_never_one_to_come()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var lead = await portal.SignedInAsync("qa-lead");

        await AttachedAsync(lead, JUnit(passed: 9, at: "2025-11-12T08:00:00Z"), E2E, ("capturedOn", "2025-11-15"));
        using var ahead = await lead.AttachAsync(
            JUnit(passed: 9, at: $"{DateTime.UtcNow.AddDays(2):s}Z"), E2E, ("capturedOn", "2025-11-15"));

        (await ViewAsync(portal)).Board.Facts.Evidence[^1].CapturedOn.Should().Be(new DateOnly(2025, 11, 12));
        ahead.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await ahead.WhyAsync()).Should().Contain("minutes ahead of this portal");
    }

    [Fact]
    public async Task Zero_tests_and_a_report_that_breaks_off_are_kept_and_prove_nothing()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var lead = await portal.SignedInAsync("qa-lead");

        await AttachedAsync(lead, JUnit(passed: 0), E2E, ("capturedOn", "2025-11-15"));
        var nothing = (await ViewAsync(portal)).Readiness.Criterion("e2e-tests");
        await AttachedAsync(lead, JUnit(passed: 3)[..^30], "criterion:load-testing", ("capturedOn", "2025-11-15"));

        nothing.State.Should().Be(CriterionState.Failed, "it hides no failure");
        nothing.Proofs.Should().Contain(p => !p.Proves && (p.Why.Contains("no test", StringComparison.OrdinalIgnoreCase)
            || p.Why.Contains("zero", StringComparison.OrdinalIgnoreCase)));
        var broken = (await ViewAsync(portal)).Board.Facts.Evidence[^1];
        broken.Reading!.Error.Should().NotBeNullOrEmpty();
        (await ViewAsync(portal)).Readiness.Criterion("load-testing").Proofs
            .Should().Contain(p => p.Subject.Key == broken.Key && !p.Proves);
    }

    [Fact]
    public async Task What_was_stored_before_files_were_read_is_read_at_the_next_start()
    {
        await using var portal = await DemoPortal.StartAsync();
        await portal.ScalarAsync("alter table evidence disable trigger user; update evidence set reading = null; "
            + "alter table evidence enable trigger user");

        await using var owner = NpgsqlDataSource.Create(portal.App.Settings.PortalOwner);
        await portal.App.Services.GetRequiredService<ReadStoredEvidence>().RunAsync(owner, CancellationToken.None);

        (await portal.ScalarAsync("select count(*) from evidence where reading is null and sha256 is not null"))
            .Should().Be(0L);
        (await portal.ScalarAsync("select reading ->> 'format' from evidence where key = 'e2e-test-results'"))
            .Should().Be("junit");
    }

    [Fact]
    public async Task One_damaged_file_keeps_the_portal_from_reading_that_one_alone()
    {
        await using var portal = await DemoPortal.StartAsync();
        await portal.ScalarAsync("alter table evidence disable trigger user; update evidence set reading = null; "
            + "alter table evidence enable trigger user");
        await portal.DamageAsync("e2e-test-results");

        await using var owner = NpgsqlDataSource.Create(portal.App.Settings.PortalOwner);
        await portal.App.Services.GetRequiredService<ReadStoredEvidence>().RunAsync(owner, CancellationToken.None);

        (await portal.ScalarAsync(
            "select string_agg(key, ' ') from evidence where reading is null and sha256 is not null"))
            .Should().Be("e2e-test-results");
        (await portal.ScalarAsync("select subject from audit_entries where action = 'EvidenceDamaged'"))
            .Should().Be("evidence:e2e-test-results");
    }

    [Theory]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n")]
    [InlineData("Notes first.\n-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n")]
    public async Task A_private_key_is_kept_by_nobody(string key)
    {
        await using var portal = await DemoPortal.StartAsync();
        using var lead = await portal.SignedInAsync("qa-lead");
        var far = Encoding.ASCII.GetBytes(new string('x', 65_530) + key);

        byte[][] files = [Encoding.ASCII.GetBytes(key), far, Gzip(far), Zip("notes.txt", "keys/tls.pem", far)];
        foreach (var content in files)
        {
            using var sent = await lead.AttachAsync(content, E2E, ("capturedOn", "2025-11-15"));

            sent.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
            (await sent.WhyAsync()).Should().Contain("holds a private key");
        }

        using var broken = await lead.AttachAsync(
            [.. "PK\u0003\u0004"u8, .. far], E2E, ("capturedOn", "2025-11-15"));
        (await broken.WhyAsync()).Should().Contain("holds a private key");
        (await portal.ScalarAsync("select count(*) from evidence where title like 'evidence%'")).Should().Be(0L);
    }

    private static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }

    private static byte[] Zip(string first, string last, byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            zip.CreateEntry(first).Open().Dispose();
            using var entry = zip.CreateEntry(last).Open();
            entry.Write(content);
        }

        return packed.ToArray();
    }

    [Fact]
    public async Task An_attestation_is_kept_with_what_it_is_about()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var lead = await portal.SignedInAsync("qa-lead");
        var statement = Encoding.UTF8.GetBytes("""
            {"_type": "https://in-toto.io/Statement/v1", "predicateType": "https://slsa.dev/provenance/v1",
             "subject": [{"name": "platform", "digest": {"sha256": "@"}}], "predicate": {}}
            """.Replace("@", new string('a', 64), StringComparison.Ordinal));

        await AttachedAsync(lead, statement, E2E, ("capturedOn", "2025-11-15"));

        (await ViewAsync(portal)).Board.Facts.Evidence[^1].Reading!.About.Should()
            .Equal($"sha256:{new string('a', 64)}");
    }

    private static async Task AttachedAsync(
        HttpClient lead, byte[] file, string supports, params (string, string)[] fields)
    {
        using var sent = await lead.AttachAsync(file, supports, fields);
        sent.StatusCode.Should().Be(HttpStatusCode.Created, await sent.Content.ReadAsStringAsync());
    }

    private static byte[] JUnit(int passed, int failed = 0, string? at = null) => Encoding.UTF8.GetBytes(
        $"""<testsuites><testsuite name="end to end"{(at is null ? "" : $" timestamp=\"{at}\"")}>"""
        + string.Concat(Enumerable.Range(0, passed).Select(n => $"""<testcase name="passes {n}" />"""))
        + string.Concat(Enumerable.Range(0, failed)
            .Select(n => $"""<testcase name="fails {n}"><failure /></testcase>"""))
        + "</testsuite></testsuites>");

    private static byte[] K6(int p95) => Encoding.UTF8.GetBytes("""
        {"metrics": {"http_req_duration": {"type": "trend", "contains": "time",
          "values": {"avg": 134, "min": 21, "med": 118, "max": 2914, "p(90)": 231, "p(95)": 612}},
          "http_req_failed": {"type": "rate", "values": {"rate": 0.0002, "passes": 2, "fails": 9998}},
          "http_reqs": {"type": "counter", "values": {"count": 10000, "rate": 125}}},
         "state": {"testRunDurationMs": 80000}}
        """.Replace("612", $"{p95}", StringComparison.Ordinal));

    private static async Task<CriterionState> StateAsync(DemoPortal portal) =>
        (await ViewAsync(portal)).Readiness.Criterion("e2e-tests").State;

    private static async Task<LaunchView> ViewAsync(DemoPortal portal) =>
        (await portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, Viewer.System))!;
}
