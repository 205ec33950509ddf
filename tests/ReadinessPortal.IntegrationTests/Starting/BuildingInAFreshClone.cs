using System.Runtime.Versioning;

namespace ReadinessPortal.IntegrationTests.Starting;

[UnsupportedOSPlatform("windows")]
public sealed class BuildingInAFreshClone : IDisposable
{
    private const UnixFileMode Program = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly DataFolder _clone = new();

    public void Dispose() => _clone.Dispose();

    [Fact]
    public async Task Leaves_folders_where_projects_are_and_nowhere_else()
    {
        Copy("portal", "global.json", "src/ReadinessPortal.Web/Starting/cluster.sh",
            "src/ReadinessPortal.Web/ReadinessPortal.Web.csproj",
            "src/ReadinessPortal.Domain/ReadinessPortal.Domain.csproj");
        var tools = Directory.CreateDirectory(_clone.Under("tools")).FullName;
        await File.WriteAllTextAsync(Path.Combine(tools, "dotnet"), """
            #!/bin/sh
            [ "$1" = --version ] && echo 10.0.401 && exit
            exit 1
            """);
        File.SetUnixFileMode(Path.Combine(tools, "dotnet"), Program);

        Dictionary<string, string?> environment = new()
        {
            ["PORTAL_BUILT"] = null,
            ["PATH"] = $"{tools}:{Environment.GetEnvironmentVariable("PATH")}",
        };
        var ended = await Script.EndAsync(
            Script.StartIn(_clone.Path, _clone.Under("data"), environment, "health"));

        ended.Errors.Should().Contain("the portal does not build");
        Directory.GetDirectories(_clone.Under("src")).Select(Path.GetFileName)
            .Should().BeEquivalentTo("ReadinessPortal.Web", "ReadinessPortal.Domain");
        Directory.Exists(_clone.Under("src", "ReadinessPortal.Domain", "obj")).Should().BeTrue();
    }

    private void Copy(params string[] files)
    {
        foreach (var file in files)
        {
            var target = _clone.Under(file.Split('/'));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(Script.Root, file), target);
            File.SetUnixFileMode(target, Program);
        }
    }
}
