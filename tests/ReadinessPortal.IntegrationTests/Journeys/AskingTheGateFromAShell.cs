using System.Diagnostics;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.IntegrationTests.Starting;
using ReadinessPortal.Web.Demo;
using static ReadinessPortal.IntegrationTests.Fixtures.People;

namespace ReadinessPortal.IntegrationTests.Journeys;

/// <summary>A pipeline's whole way, in a shell: a token, deliveries by curl, and the gate that lets it deploy.
/// </summary>
[TakesLong]
public sealed class AskingTheGateFromAShell : IDisposable
{
    private const string Key = "GA-2026-200";

    private const string Package = $"""
        format: readiness-package/2
        launch:
          key: {Key}
          title: A launch that can become ready
          targetDate: 2099-01-01
          release: {"{ name: app:v2 }"}
        roles:
          - {"{ key: ceo, title: CEO, kind: business, accountable: true }"}
        categories:
          - {"{ key: quality, title: Quality }"}
        criteria:
          - key: e2e
            title: End-to-end tests
            category: quality
            result: passed
            measurements:
              - {"{ key: failed, metric: Failed tests, reading: tests.failed, comparator: equal, target: 0 }"}
        gates:
          - {"{ key: main, title: Tested, criteria: [e2e] }"}
        """;

    private const string Script = """
        set -eu
        cd "$WORK"
        portal() { dotnet "$DLL" "$@" 2> said || { cat said >&2; exit 9; }; }

        junit() {
          printf '<testsuites><testsuite name="%s"><testcase name="one">%s</testcase>' "$1" "$2"
          printf '</testsuite></testsuites>'
        }

        deliver() {
          curl --fail-with-body --silent --show-error --header "Authorization: Bearer $(cat token)" \
            --form "file=@$1" --form "capturedAt=$(date -u +%Y-%m-%d)" --output answer.json \
            --write-out '%{http_code}\n' \
            "$API/criteria/e2e/evidence"
        }

        gate() {
          status=0
          code=$(curl --fail --silent --header "Authorization: Bearer $(cat token)" --output verdict.json \
            --write-out '%{http_code}' "$API/verdict?require=$1") || status=$?
          echo "$1 $code $status"
        }


        """;

    // What was asked for, the status of the answer, and what curl ended with; of a delivery the status alone.
    private static readonly string[] _asBegun =
    [
        "go 409 22", "201", "go 409 22", "201", "go 200 0", "conditional 200 0", "decision 409 22",
    ];

    private readonly DirectoryInfo _work = Directory.CreateTempSubdirectory("readiness-shell-");

    public void Dispose() => _work.Delete(recursive: true);

    [Fact]
    public async Task It_is_closed_until_the_evidence_is_good_and_the_decision_is_yes()
    {
        using var late = Patience.StartsWithAProgram();
        await using var portal = await DemoPortal.ApartAsync();
        using var serving = await PortalProcess.StartAsync(portal.Variables, late.Token);
        await File.WriteAllTextAsync(Path.Combine(_work.FullName, "launch.yaml"), Package, late.Token);

        var before = await RunAsync(portal, serving, """
            portal import launch.yaml > imported
            portal user manager --launch $KEY --part manager > added
            portal user ceo --launch $KEY --role ceo > added
            portal token create --launch $KEY --name ci --scope evidence:write > token
            gate go
            junit first '<failure message="no"/>' > failing.xml
            deliver failing.xml
            gate go
            junit second '' > fixed.xml
            deliver fixed.xml
            gate go
            gate conditional
            gate decision
            curl --silent --header "Authorization: Bearer $(cat token)" --output verdict.json "$API/verdict?require=go"
            """, late.Token);

        before.Should().Equal(
            _asBegun, await File.ReadAllTextAsync(Path.Combine(_work.FullName, "verdict.json"), late.Token));
        await DecidedAsync(portal);

        var after = await RunAsync(portal, serving, """
            gate decision
            junit third '<failure message="again"/>' > worse.xml
            deliver worse.xml
            gate decision
            gate "$UNSET"
            """, late.Token);

        after.Should().Equal("decision 200 0", "201", "decision 409 22", " 422 22");
    }

    // People decide in the browser; what pipelines ask is whether they did.
    private static async Task DecidedAsync(DemoPortal portal)
    {
        var boards = portal.Get<LaunchBoards>();
        var (manager, ceo) = (await portal.ViewerAsync("manager"), await portal.ViewerAsync("ceo"));
        Done(await portal.Get<FreezeLaunch>()
            .RunAsync(Key, FreezeRequest.Of((await boards.ViewAsync(Key, manager))!.Board), manager));
        var view = (await boards.ViewAsync(Key, ceo))!;
        var newest = view.Board.NewestRevision!;
        Done(await portal.Get<DecideLaunch>().RunAsync(Key, new DecideRequest(
            newest.Number, newest.Sha256, true, null, [], null,
            SigningRules.WhatAnOverrideWouldOverride(view.Board, view.UnderSignature!, view.At),
            DemoPersonas.Password), ceo));
    }

    private async Task<string[]> RunAsync(DemoPortal portal, PortalProcess serving, string words, CancellationToken ct)
    {
        var start = new ProcessStartInfo("sh", ["-c", Script + words])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in portal.Variables.Concat(new Dictionary<string, string?>
        {
            ["WORK"] = _work.FullName, ["KEY"] = Key, ["UNSET"] = "",
            ["DLL"] = Path.Combine(AppContext.BaseDirectory, "ReadinessPortal.Web.dll"),
            ["API"] = new Uri(serving.Address, $"/api/v1/launches/{Key}").ToString(),
        }))
        {
            start.Environment[name] = value;
        }

        using var shell = Process.Start(start)!;
        var output = shell.StandardOutput.ReadToEndAsync(ct);
        var errors = await shell.StandardError.ReadToEndAsync(ct);
        await shell.WaitForExitAsync(ct);
        shell.ExitCode.Should().Be(0, errors);
        return (await output).TrimEnd('\n').Split('\n');
    }
}
