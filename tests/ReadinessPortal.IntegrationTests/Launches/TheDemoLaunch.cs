using ReadinessPortal.Application;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.IntegrationTests.Fixtures;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Fixtures.PortalDatabaseFixture;

namespace ReadinessPortal.IntegrationTests.Launches;

public sealed class TheDemoLaunch
{
    private const string Key = "GA-2025-001";

    [Fact]
    public Task Goes_in_and_comes_out_the_same_to_the_value_and_to_the_byte() => InAPortal(async portal =>
    {
        var package = await LaunchPackage.ReadAsync(Folder());
        Done(await portal.Get<ImportLaunch>().RunAsync(package, update: false, Viewer.System));
        var first = Path.GetTempFileName();
        await ExportAsync(portal, first);

        var again = await LaunchPackage.ReadAsync(Rename(ref first));

        var view = await portal.Get<LaunchBoards>().ViewAsync(Key, Viewer.System);
        CanonicalJson.Of(await PackageFiles.ReadAsync(again, default)).Should().Be(CanonicalJson.Of(view!.Board.Facts));
        again.Files.Select(f => (f.EvidenceKey, f.Sha256)).Should()
            .Equal(package.Files.Select(f => (f.EvidenceKey, f.Sha256)));
        (await portal.Get<ImportLaunch>().RunAsync(again, update: true, Viewer.System)).Should()
            .Be(new Outcome.Done(1, Key, WasThere: true, IsRepeat: true));
        File.Delete(first);
    });

    [Fact]
    public Task Reads_94_and_no_go_out_of_the_database() => InAPortal(async portal =>
    {
        Done(await portal.Get<ImportLaunch>()
            .RunAsync(await LaunchPackage.ReadAsync(Folder()), update: false, Viewer.System));

        var readiness = (await portal.Get<LaunchBoards>().ViewAsync(Key, Viewer.System))!.Readiness;

        readiness.Level.Should().Be(ReadinessLevel.NoGo);
        readiness.Score.Value.Should().Be(94);
        readiness.Criteria.CountBy(c => c.State).Should().BeEquivalentTo(new Dictionary<CriterionState, int>
        {
            [CriterionState.Passed] = 19, [CriterionState.Failed] = 1, [CriterionState.Disputed] = 1,
            [CriterionState.Unproven] = 1, [CriterionState.InProgress] = 1,
        });
    });

    [Fact]
    public Task Freezes_to_a_revision_that_reads_back_to_the_same_text() => InAPortal(async portal =>
    {
        Done(await portal.Get<ImportLaunch>()
            .RunAsync(await LaunchPackage.ReadAsync(Folder()), update: false, Viewer.System));

        Done(await portal.Get<Application.Revisions.FreezeLaunch>().RunAsync(Key, new(1, null, []), Viewer.System));

        var reading = (await portal.Get<Application.Revisions.ReadRevision>().RunAsync(Key, 1, Viewer.System))!;
        RevisionJson.Write(reading.Content).Text.Should().Be(reading.CanonicalJson);
        (await portal.Get<Application.Revisions.CompareRevisions>().RunAsync(Key, 1, null, Viewer.System)).Should()
            .BeEmpty();
    });

    private static async Task ExportAsync(TestPortal portal, string path)
    {
        await using var zip = File.Create(path);
        (await portal.Get<ExportLaunch>().RunAsync(Key, zip, Viewer.System)).Should().BeNull();
    }

    private static string Rename(ref string path)
    {
        var zip = $"{path}.zip";
        File.Move(path, zip);
        path = zip;
        return path;
    }

    private static string Folder()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "ReadinessPortal.sln")))
        {
            at = at.Parent ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        }

        return Path.Combine(at.FullName, "src", "ReadinessPortal.Web", "Demo", Key);
    }
}
