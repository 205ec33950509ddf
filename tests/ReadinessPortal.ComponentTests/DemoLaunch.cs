using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.ComponentTests;

/// <summary>The demo launch as a board, as it is shipped, and what the rules make of it.</summary>
internal static class DemoLaunch
{
    private static readonly Lazy<LaunchFacts> _facts = new(() => ReadAsync().GetAwaiter().GetResult());
    private static readonly Lazy<Readiness> _readiness = new(() => Readiness.At(Board, Now));

    public const string Key = "GA-2025-001";

    public static DateTimeOffset Now { get; } = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    public static LaunchFacts Facts => _facts.Value;

    public static LaunchBoard Board => new() { Facts = Facts, ChangeNumber = 1 };

    public static Readiness Readiness => _readiness.Value;

    public static Verdict Verdict =>
        Verdict.Of(Readiness, Facts, [], new() { Revision = 0 }, Readiness.Today);

    /// <summary>A board as its manager sees it.</summary>
    public static LaunchView View(LaunchBoard board) => new()
    {
        Board = board,
        Readiness = Readiness,
        Verdict = Verdict,
        LiveVerdict = Verdict,
        Me = new(Guid.NewGuid(), "Mo Manager", [LaunchPart.Manager], false),
        At = Now,
    };

    private static async Task<LaunchFacts> ReadAsync() =>
        await PackageFiles.ReadAsync(await LaunchPackage.ReadAsync(Folder()), CancellationToken.None);

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ReadinessPortal.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside of the repository.");
        }

        return Path.Combine(folder.FullName, "src", "ReadinessPortal.Web", "Demo", Key);
    }
}
