using System.Security.Cryptography;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Reports;
using static ReadinessPortal.IntegrationTests.Fixtures.People;

namespace ReadinessPortal.IntegrationTests.Checking;

/// <summary>A demo portal whose launch was signed and decided, and the files that people took from it.</summary>
public sealed class SignedFiles : IAsyncLifetime
{
    public DemoPortal Portal { get; private set; } = null!;

    /// <summary>The final report.</summary>
    public byte[] Pdf { get; private set; } = [];

    /// <summary>The package with its record.</summary>
    public byte[] Package { get; private set; } = [];

    /// <summary>Public half of the portal's key, DER.</summary>
    public byte[] Key { get; private set; } = [];

    public string KeyPem => PemEncoding.WriteString("PUBLIC KEY", Key);

    public async Task InitializeAsync()
    {
        Portal = await DemoPortal.StartAsync(_ => { });
        var manager = await Portal.ViewerAsync("manager");
        var board = (await Portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, manager))!.Board;
        Done(await Portal.Get<FreezeLaunch>().RunAsync(DemoPortal.Launch, FreezeRequest.Of(board), manager));
        var head = (await Portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, manager))!.Board.NewestRevision!;
        Done(await Portal.Get<SignLaunch>().RunAsync(
            DemoPortal.Launch,
            new(head.Number, head.Sha256, "platform-lead", SignOffDecision.Approve, null, [], "password"),
            await Portal.ViewerAsync("platform-lead")));
        Done(await Portal.Get<DecideLaunch>().RunAsync(
            DemoPortal.Launch, new(head.Number, head.Sha256, Proceed: false, "Not like this", [], null, [], "password"),
            await Portal.ViewerAsync("ceo")));
        Pdf = (await Portal.Get<LaunchReports>().OpenAsync(DemoPortal.Launch, 1, new(), Viewer.System))!.Pdf;
        using var package = new MemoryStream();
        (await Portal.Get<ExportWithRecord>().RunAsync(DemoPortal.Launch, package, Viewer.System))
            .Should().BeNull();
        Package = package.ToArray();
        Key = (byte[])(await Portal.ScalarAsync("select public_key from sealing_keys"))!;
    }

    public Task DisposeAsync() => Portal.DisposeAsync().AsTask();
}
