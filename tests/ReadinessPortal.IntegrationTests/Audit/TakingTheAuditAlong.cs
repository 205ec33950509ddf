using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers.Sheets;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Audit;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.Audit;

/// <summary>The audit is taken along whole, and anybody computes its chain again.</summary>
public sealed class TakingTheAuditAlong
{
    private const int Many = 1100;

    [Fact]
    public Task The_chain_is_computed_again_from_the_lines_alone() => InALaunch(async portal =>
    {
        Done(await portal.FreezeAsync());
        Done(await portal.SignAsync("qa", ALaunch.QaLead));

        var lines = (await JsonLinesAsync(portal, new())).ConvertAll(l => JsonDocument.Parse(l).RootElement);

        lines.Should().HaveCount((int)(await portal.ViewAsync()).Board.ChangeNumber);
        var before = "";
        foreach (var line in lines)
        {
            line.GetProperty("prev").GetString().Should().Be(before);
            before = Convert.ToHexStringLower(SHA256.HashData(
            [
                .. "readiness-audit/1\n"u8, .. Convert.FromHexString(before),
                .. Encoding.UTF8.GetBytes(line.GetProperty("entry").GetString()!),
            ]));
            line.GetProperty("sha256").GetString().Should().Be(before);
        }
    });

    [Fact]
    public Task What_is_asked_for_is_all_that_comes() => InALaunch(async portal =>
    {
        Done(await portal.FreezeAsync());
        Done(await portal.SignAsync("qa", ALaunch.QaLead));
        await portal.SignAsync("qa", ALaunch.Auditor);
        var today = DateOnly.FromDateTime(portal.Clock.GetUtcNow().UtcDateTime);

        (await ActsAsync(portal, new(Person: ALaunch.QaLead.Name, Act: "Signed"))).Should().Equal("Signed");
        (await ActsAsync(portal, new(Act: "Refused"))).Should().Equal("Refused");
        (await ActsAsync(portal, new(Subject: new SubjectRef(SubjectKind.Role, "qa"), From: today))).Should()
            .EndWith(["Signed", "Refused"]);
        (await ActsAsync(portal, new(From: today.AddDays(1)))).Should().BeEmpty();
        (await ActsAsync(portal, new(Until: today.AddDays(-1)))).Should().BeEmpty();
        (await portal.Get<ExportAudit>().RunAsync(ALaunch.Key, new(), ALaunch.Stranger)).Should().BeNull();
    });

    [Fact]
    public Task It_comes_whole_however_long_it_is() => InALaunch(async portal =>
    {
        var before = (await portal.ViewAsync()).Board.ChangeNumber;
        await portal.AsServerAsync($"""
            alter table audit_entries drop constraint ck_audit_entries_sha256;
            set session_replication_role = replica;
            insert into audit_entries (launch_id, seq, entry, prev, sha256)
                select launch_id, {before} + n, (entry::jsonb - 'request')::text, sha256(n::text::bytea),
                    sha256(n::text::bytea)
                from audit_entries, generate_series(1, {Many}) n where seq = 1;
            update launches set change_number = {before + Many}
            """);
        await using var fresh = portal.AnotherProcess(portal.Clock);

        var export = fresh.GetRequiredService<ExportAudit>();
        var lines = await LinesAsync((await export.RunAsync(ALaunch.Key, new(), ALaunch.Auditor))!);

        lines.Select(l => l.Seq).Should().Equal(Enumerable.Range(1, (int)before + Many).Select(n => (long)n));
    });

    [Theory]
    [InlineData("=HYPERLINK(\"https://example.org\")")]
    [InlineData("+1+cmd|' /C calc'!A0")]
    [InlineData("@SUM(1,2)")]
    [InlineData("-2+3")]
    [InlineData("\t=1")]
    [InlineData("a \"quoted\", and\r\nbroken line")]
    public async Task A_spreadsheet_runs_nothing_and_loses_nothing(string hostile)
    {
        var entry = JsonSerializer.Serialize(new
        {
            at = "2025-11-15T09:00:00.000000Z", actor = new { name = hostile }, action = "Signed",
            subject = "role:qa", summary = hostile,
        });
        using var file = new MemoryStream();

        await AuditFiles.CsvAsync(OneAsync(new(7, "", "ab", entry)), file, CancellationToken.None);

        var rows = SheetText.Read(Encoding.UTF8.GetString(file.ToArray()), ',').ToList();
        rows[0].Should().Equal("entry", "at", "person", "act", "subject", "what", "sha256");
        rows[1].Should().NotContain(c => c.Length > 0 && "=+@-\t".Contains(c[0]));
        rows[1].Select(Defusing.Restore).Should().Equal(
            "7", "2025-11-15T09:00:00.000000Z", hostile, "Signed", "role:qa", hostile, "ab");
    }

    [Fact]
    public async Task Over_http_it_is_for_those_who_read_the_audit_and_says_what_a_filter_is()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var auditor = await portal.SignedInAsync("auditor");
        using var anybody = portal.Anonymous();

        using var csv = await auditor.GetAsync(Of("audit.csv?act=&from=2020-01-01"));
        using var wrong = await auditor.GetAsync(Of("audit.csv?from=yesterday"));
        using var nobody = await auditor.GetAsync(Of("audit.jsonl?person=%00"));
        using var stranger = await anybody.GetAsync(Of("audit.jsonl"));
        using var none = await auditor.GetAsync(new Uri("/api/v1/launches/GA-0/audit.csv", UriKind.Relative));

        (csv.StatusCode, csv.Content.Headers.ContentType!.MediaType).Should().Be((HttpStatusCode.OK, "text/csv"));
        csv.Content.Headers.ContentDisposition!.FileName.Should().Be($"{DemoPortal.Launch}-audit.csv");
        (await csv.Content.ReadAsStringAsync()).Split("\r\n").Length.Should().BeGreaterThan(2);
        wrong.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        nobody.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        stranger.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        none.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    private static Uri Of(string file) => new($"/api/v1/launches/{DemoPortal.Launch}/{file}", UriKind.Relative);

    private static async Task<IEnumerable<string>> ActsAsync(TestPortal portal, AuditFilter filter) =>
        (await LinesAsync((await portal.Get<ExportAudit>().RunAsync(ALaunch.Key, filter, ALaunch.Auditor))!))
        .Select(l => l.Text("action"));

    private static async Task<List<string>> JsonLinesAsync(TestPortal portal, AuditFilter filter)
    {
        using var file = new MemoryStream();
        await AuditLines.WriteAsync(
            (await portal.Get<ExportAudit>().RunAsync(ALaunch.Key, filter, ALaunch.Auditor))!, file,
            CancellationToken.None);
        return [.. Encoding.UTF8.GetString(file.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static async Task<List<AuditExportLine>> LinesAsync(IAsyncEnumerable<AuditExportLine> lines)
    {
        var all = new List<AuditExportLine>();
        await foreach (var line in lines)
        {
            all.Add(line);
        }

        return all;
    }

    private static async IAsyncEnumerable<AuditExportLine> OneAsync(AuditExportLine line)
    {
        await Task.CompletedTask;
        yield return line;
    }
}
