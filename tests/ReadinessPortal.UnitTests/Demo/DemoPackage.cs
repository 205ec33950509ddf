using ReadinessPortal.Application.Packages;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.UnitTests.Demo;

/// <summary>The demo launch as it lies in the repository.</summary>
internal static class DemoPackage
{
    private static readonly Lazy<LaunchPackage> _read =
        new(() => LaunchPackage.ReadAsync(Folder).GetAwaiter().GetResult());

    private static readonly Lazy<LaunchFacts> _facts =
        new(() => PackageFiles.ReadAsync(Package, CancellationToken.None).GetAwaiter().GetResult());

    public static string Folder => Path.Combine(Root(), "src", "ReadinessPortal.Web", "Demo", "GA-2025-001");

    public static LaunchPackage Package => _read.Value;

    /// <summary>With what its files say.</summary>
    public static LaunchFacts Facts => _facts.Value;

    public static string Yaml => File.ReadAllText(Path.Combine(Folder, "launch.yaml"));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ReadinessPortal.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside of the repository.");
        }

        return folder.FullName;
    }
}
