using System.Diagnostics;
using System.IO.Compression;
using System.Net.Http.Json;
using System.Text.Json;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.IntegrationTests.Verbs;

/// <summary>The program's verbs, in a process of their own, while a portal runs on the same database.</summary>
[TakesLong]
public sealed class AskingOnTheCommandLine(OnePortal demo) : IClassFixture<OnePortal>
{
    private static readonly string[] _zones = ["Asia/Tokyo", "America/New_York"];

    [Fact]
    public async Task Export_as_json_says_exactly_what_the_api_says()
    {
        using var client = await demo.Portal.SignedInAsync("cfo");

        var (status, output, _) = await AskAsync("export", DemoPortal.Launch, "--json");

        status.Should().Be(0);
        var export = JsonDocument.Parse(output).RootElement;
        foreach (var (part, address) in new[]
        {
            ("summary", ""), ("verdict", "/verdict"), ("criteria", "/criteria"), ("gates", "/gates"),
            ("figures", "/figures"), ("findings", "/findings"),
        })
        {
            var answer = await client.GetFromJsonAsync<JsonElement>(
                new Uri($"/api/v1/launches/{DemoPortal.Launch}{address}", UriKind.Relative));
            JsonElement.DeepEquals(export.GetProperty(part), answer).Should().BeTrue(part);
        }
    }

    [Theory]
    [InlineData("--package")]
    [InlineData("--evidence")]
    public async Task Export_writes_a_package_or_the_evidence(string what)
    {
        var folder = Directory.CreateTempSubdirectory("readiness-export-");
        var zip = Path.Combine(folder.FullName, "p.zip");

        var package = await AskAsync("export", DemoPortal.Launch, what, zip);

        package.Status.Should().Be(0, package.Errors);
        using (var written = ZipFile.OpenRead(zip))
        {
            written.Entries.Should().HaveCountGreaterThan(8);
        }

        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("export GA-1999-001 --json", "there is no launch GA-1999-001")]
    [InlineData("export GA-2025-001", "Choose one of --pdf, --package, --evidence, --audit and --json")]
    [InlineData("export GA-2025-001 --json --revision 7", "has no revision 7")]
    [InlineData("import /no/such/file", "'/no/such/file' does not exist")]
    [InlineData("import", "FILE is missing")]
    [InlineData("health --port x", "--port is 'x'")]
    [InlineData("token make --launch GA-2025-001", "write create, list or revoke")]
    [InlineData("token create --launch GA-2025-001 --name n", "--scope is missing: give one of evidence:write")]
    [InlineData("token list --launch GA-1999-001", "There is no launch GA-1999-001")]
    public async Task Bad_input_ends_with_2_and_one_line(string words, string said)
    {
        var (status, output, errors) = await AskAsync(words.Split(' '));

        status.Should().Be(2);
        output.Should().BeEmpty();
        errors.Trim().Split('\n').Should().ContainSingle().Which.Should().StartWith("portal: ").And.Contain(said);
    }

    [Fact]
    public async Task Importing_what_is_there_is_refused_with_the_way_out_which_changes_nothing()
    {
        var package = Path.Combine(AppContext.BaseDirectory, "Demo", DemoPortal.Launch);

        var (status, _, errors) = await AskAsync("import", package);
        var again = await AskAsync("import", package, "--update");

        status.Should().Be(2);
        errors.Should().Contain("exists already").And.Contain("--update");
        again.Output.Trim().Should().Be($"{DemoPortal.Launch} is as the package says already: nothing changed");
    }

    [Fact]
    public async Task Health_is_yes_or_no()
    {
        var here = await AskAsync("health", "--port", $"{demo.Portal.Address.Port}");
        var nowhere = await AskAsync("health", "--port", "9");

        (here.Status, here.Output.Trim()).Should().Be((0, "ready"));
        nowhere.Status.Should().Be(1);
    }

    [Fact]
    public async Task Two_processes_in_two_time_zones_print_a_revision_to_the_same_sound_bytes()
    {
        await using var portal = await DemoPortal.StartAsync();
        var manager = await portal.ViewerAsync("manager");
        var view = await portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, manager);
        await portal.Get<FreezeLaunch>().RunAsync(DemoPortal.Launch, FreezeRequest.Of(view!.Board), manager);
        var folder = Directory.CreateTempSubdirectory("readiness-bytes-");
        var files = _zones
            .Select(zone => (Zone: zone, Path: Path.Combine(folder.FullName, $"{zone.Length}.pdf"))).ToList();

        var printed = await Task.WhenAll(files.Select(file => AskAsync(
            portal, null, file.Zone, ["export", DemoPortal.Launch, "--revision", "1", "--pdf", file.Path])));

        printed.Should().OnlyContain(p => p.Status == 0, "{0}", printed[0].Errors + printed[1].Errors);
        (await File.ReadAllBytesAsync(files[0].Path)).Should().Equal(await File.ReadAllBytesAsync(files[1].Path));
        var check = await ReadAsync(new ProcessStartInfo("qpdf", ["--check", files[0].Path]), null);
        check.Status.Should().Be(0, check.Output + check.Errors);
        folder.Delete(recursive: true);

        var json = await AskAsync(portal, null, null, ["export", DemoPortal.Launch, "--revision", "1", "--json"]);
        CanonicalJson.Sha256(json.Output).Should()
            .Be((await portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, manager))!.Board.NewestRevision!.Sha256);
    }

    [Fact]
    public async Task A_user_made_on_the_command_line_signs_in_and_sees_the_launch_they_were_given()
    {
        await using var portal = await DemoPortal.StartAsync();

        var made = await AskAsync(portal, Accounts.Password, null,
            ["user", "add", "newcomer", "--name", "A newcomer", "--launch", DemoPortal.Launch, "--part", "viewer"]);

        made.Status.Should().Be(0, made.Errors);
        made.Output.Should().NotContain(Accounts.Password);
        using var client = await portal.SignedInAsync("newcomer", password: Accounts.Password);
        var answer = await client.GetAsync(new Uri($"/api/v1/launches/{DemoPortal.Launch}", UriKind.Relative));
        answer.IsSuccessStatusCode.Should().BeTrue();
    }

    [Fact]
    public async Task An_account_ends_and_comes_back_on_the_command_line()
    {
        await using var portal = await DemoPortal.StartAsync();

        var weak = await AskAsync(portal, "readiness2025!", null, ["user", "add", "weak", "--name", "Weak"]);
        weak.Errors.Should().Contain("15 are the fewest");
        var disabled = await AskAsync(portal, null, null, ["user", "disable", "cfo"]);
        disabled.Output.Should().Contain($"Chief Financial Officer of {DemoPortal.Launch} is vacant.")
            .And.Contain("cfo cannot sign in any more.");
        (await AskAsync(portal, null, null, ["user", "reset", "cfo"])).Errors.Should().Contain("Enable it first");
        (await AskAsync(portal, null, null, ["user", "enable", "cfo"])).Output.Should().Contain("cfo may sign in.");
        var reset = await AskAsync(portal, null, null, ["user", "reset", "cfo"]);
        reset.Output.Trim().Should().MatchRegex("^http.*/account/link/[-_A-Za-z0-9]{43}$");
        (await AskAsync(portal, null, null, ["user", "reset", "nobody"])).Status.Should().NotBe(0);
        (await AskAsync(portal, null, null, ["user", "disable", "cfo", "--name", "X"])).Status.Should().NotBe(0);
    }

    [Fact]
    public async Task A_token_made_on_the_command_line_is_printed_alone_and_opens_the_launch_until_it_is_revoked()
    {
        string[] called = ["--launch", DemoPortal.Launch, "--name", "ci-shell"];

        var (status, token, errors) = await AskAsync(["token", "create", .. called, "--scope", "evidence:write"]);

        status.Should().Be(0, errors);
        token.Should().MatchRegex("^rp_[A-Za-z0-9_-]{43}\n$");
        using var pipeline = demo.Portal.Bearing(token.Trim());
        using var before = await pipeline.AtAsync($"/api/v1/launches/{DemoPortal.Launch}/verdict");
        before.IsSuccessStatusCode.Should().BeTrue();
        (await AskAsync("token", "list", "--launch", DemoPortal.Launch)).Output.Should()
            .StartWith("ci-shell\tevidence:write\texpires ");
        (await AskAsync(["token", "revoke", .. called])).Status.Should().Be(0);
        using var after = await pipeline.AtAsync($"/api/v1/launches/{DemoPortal.Launch}/verdict");
        after.StatusCode.Should().Be(System.Net.HttpStatusCode.Unauthorized);
    }

    private Task<(int Status, string Output, string Errors)> AskAsync(params string[] words) =>
        AskAsync(demo.Portal, null, null, words);

    private static Task<(int Status, string Output, string Errors)> AskAsync(
        DemoPortal portal, string? input, string? zone, string[] words)
    {
        var start = new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "ReadinessPortal.Web.dll"), .. words]);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ConnectionStrings__Portal"] = portal.App.Settings.Portal;
        start.Environment["ConnectionStrings__PortalOwner"] = portal.App.Settings.PortalOwner;
        start.Environment["TZ"] = zone;
        return ReadAsync(start, input);
    }

    private static async Task<(int Status, string Output, string Errors)> ReadAsync(
        ProcessStartInfo start, string? input)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteLineAsync(input);
        process.StandardInput.Close();
        using var late = Patience.StartsWithAProgram();
        var output = process.StandardOutput.ReadToEndAsync(late.Token);
        var errors = process.StandardError.ReadToEndAsync(late.Token);
        await process.WaitForExitAsync(late.Token);
        return (process.ExitCode, await output, await errors);
    }
}
