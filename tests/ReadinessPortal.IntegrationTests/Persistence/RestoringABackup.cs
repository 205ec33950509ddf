using System.Diagnostics;
using System.Runtime.Versioning;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.IntegrationTests.Starting;
using ReadinessPortal.Web.Demo;
using ReadinessPortal.Web.Starting;
using static ReadinessPortal.IntegrationTests.Fixtures.People;

namespace ReadinessPortal.IntegrationTests.Persistence;

/// <summary>The commands of the README, as they stand there, from one cluster into another that is new.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class RestoringABackup : IDisposable
{
    private readonly DataFolder _data = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("readiness-backup-");

    public RestoringABackup() =>
        Directory.CreateSymbolicLink(Path.Combine(_folder.FullName, "src"), Path.Combine(Script.Root, "src"));

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        _data.Dispose();
    }

    [Fact]
    public async Task A_dump_gives_the_same_boards_and_an_unbroken_chain_in_a_fresh_cluster()
    {
        await using var portal = await DemoPortal.ApartAsync();
        await SignAsync(portal);
        var settings = (await Script.RunAsync(_data.Path, "db")).Settings;
        try
        {
            var (from, to) = (portal.Variables["ConnectionStrings__PortalOwner"]!, settings["PORTAL_TEST_OWNER"]);
            await RunAsync(Block("pg_dump"), new() { ["OWNER"] = Libpq(from) });
            await RunAsync(Block("pg_restore"), new()
            {
                ["OWNER"] = Libpq(to),
                ["ADMIN"] = Libpq(settings["PORTAL_TEST_SERVER"]),
                ["OWNER_PASSWORD"] = "kept",
                ["PORTAL_PASSWORD"] = "kept",
            });
            await AnswersAsBeforeAsync(portal, to, settings["PORTAL_TEST_PORTAL"]);

            await RunAsync(Block("pg_basebackup"), new() { ["ADMIN"] = Libpq(settings["PORTAL_TEST_SERVER"]) });
        }
        finally
        {
            await Script.RunAsync(_data.Path, "db", "stop");
        }
    }

    private static async Task SignAsync(DemoPortal portal)
    {
        var (manager, lead) = (await portal.ViewerAsync("manager"), await portal.ViewerAsync("platform-lead"));
        var board = (await portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, manager))!.Board;
        Done(await portal.Get<FreezeLaunch>().RunAsync(DemoPortal.Launch, FreezeRequest.Of(board), manager));
        var frozen = (await portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, lead))!.Board.NewestRevision!;
        Done(await portal.Get<SignLaunch>().RunAsync(
            DemoPortal.Launch,
            new(frozen.Number, frozen.Sha256, "platform-lead", SignOffDecision.Approve, null, [], "password"), lead));
    }

    private static async Task AnswersAsBeforeAsync(DemoPortal before, string owner, string portal)
    {
        (await FailureOf(portal, "select count(*) from audit_entries")).Should()
            .BeNull("the dump holds the grants too");
        await using var restored = PortalApp.Create(new PortalStart
        {
            Environment = "Development",
            Urls = "http://127.0.0.1:0",
            Serving = false,
            Settings = new Dictionary<string, string?>
            {
                ["ConnectionStrings:Portal"] = portal,
                ["ConnectionStrings:PortalOwner"] = owner,
                ["Demo:Enabled"] = "true",
                ["Identity:HashIterations"] = "1",
            },
        });
        await restored.StartAsync();

        (await TextOfAsync(restored.Services)).Should().Be(await TextOfAsync(before.App.Services));
        await using (var connection = new NpgsqlConnection(owner))
        {
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(AuditChain.Breaks, connection);
            (await command.ExecuteScalarAsync()).Should().Be(await before.ScalarAsync(AuditChain.Breaks)).And.Be(0L);
        }

        await SameEvidenceAsync(before, new(restored.Addresses.First()));
        (await FailureOf(portal, "update criteria set progress = 100")).Should().Be("RP001");
        (await FailureOf(portal, "update audit_entries set entry = ''")).Should()
            .Be(PostgresErrorCodes.InsufficientPrivilege);
        (await FailureOf(owner, "delete from audit_entries")).Should().Be("RP002");
        (await FailureOf(portal, "insert into audit_entries (launch_id, seq, entry, prev, sha256) "
            + "select launch_id, seq + 1, entry, prev, sha256 from audit_entries "
                + "order by seq desc limit 1")).Should().Be("RP003");
        await restored.StopAsync();
    }

    /// <summary>Everything that the board holds, and every revision as it was hashed.</summary>
    private static async Task<string> TextOfAsync(IServiceProvider services)
    {
        var view = (await services.GetRequiredService<LaunchBoards>().ViewAsync(DemoPortal.Launch, Viewer.System))!;
        var reading =
            (await services.GetRequiredService<ReadRevision>().RunAsync(DemoPortal.Launch, 1, Viewer.System))!;
        CanonicalJson.Sha256(reading.CanonicalJson).Should().Be(view.Board.NewestRevision!.Sha256);
        return $"{CanonicalJson.Of(view.Board)}\n{reading.CanonicalJson}";
    }

    private static async Task SameEvidenceAsync(DemoPortal before, Uri restored)
    {
        using var there = await before.SignedInAsync("auditor");
        using var here = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = restored };
        (await here.PostFormAsync("/sign-in", "sign-in", new()
        {
            ["Form.UserName"] = "auditor", ["Form.Password"] = DemoPersonas.Password,
        })).Dispose();
        var view = (await before.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, Viewer.System))!;
        var files = view.Board.Facts.Evidence.Where(e => e.IsInHand).ToList();
        files.Should().NotBeEmpty();
        foreach (var file in files)
        {
            var at = new Uri($"/launches/{DemoPortal.Launch}/evidence/{file.Key}/content", UriKind.Relative);
            (await here.GetByteArrayAsync(at)).Should().Equal(await there.GetByteArrayAsync(at));
        }
    }

    private static async Task<string?> FailureOf(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        try
        {
            await command.ExecuteNonQueryAsync();
            return null;
        }
        catch (PostgresException refused)
        {
            return refused.SqlState;
        }
    }

    /// <summary>The README's block of commands that has this one in it.</summary>
    private static string Block(string command) => File.ReadAllText(Path.Combine(Script.Root, "README.md"))
        .Split("\n## Back up and restore\n")[1].Split("\n## ")[0].Split("```sh\n").Skip(1)
        .Select(b => b.Split("```")[0])
        .Single(b => b.Contains(command, StringComparison.Ordinal));

    private static string Libpq(string connection)
    {
        var parts = new NpgsqlConnectionStringBuilder(connection);
        return $"host={parts.Host} user={parts.Username} password={parts.Password} dbname={parts.Database}";
    }

    private async Task RunAsync(string commands, Dictionary<string, string> variables)
    {
        var start = new ProcessStartInfo("bash", ["-euc", commands])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardError = true,
        };
        var newest = Directory.GetDirectories("/usr/lib/postgresql")
            .OrderByDescending(d => int.Parse(Path.GetFileName(d), null));
        start.Environment["PATH"] = string.Join(':', newest.Select(d => $"{d}/bin").Append(start.Environment["PATH"]));
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0, errors);
    }
}
