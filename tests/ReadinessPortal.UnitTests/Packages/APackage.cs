using ReadinessPortal.Application.Packages;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.UnitTests.Packages;

/// <summary>Small packages as text, and what the reader says of them.</summary>
internal static class APackage
{
    public const string Smallest = """
        format: readiness-package/2
        launch:
          key: GA-1
          title: A launch
          targetDate: 2025-12-01

        """;

    public static LaunchFacts Read(string yaml) => LaunchPackage.ReadText(yaml);

    /// <summary>The smallest package with more in it.</summary>
    public static LaunchFacts With(string yaml) => Read(Smallest + yaml);

    public static IReadOnlyList<PackageProblem> ProblemsOf(string yaml)
    {
        try
        {
            Read(yaml);
            return [];
        }
        catch (PackageException problem)
        {
            return problem.Problems;
        }
    }

    public static IReadOnlyList<PackageProblem> ProblemsWith(string yaml) => ProblemsOf(Smallest + yaml);
}
