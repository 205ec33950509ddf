using System.Text.RegularExpressions;

namespace ReadinessPortal.ComponentTests.Deployment;

/// <summary>docs/security.md says of each requirement how it stands, and names tests that there are.</summary>
public sealed partial class TheSecurityTable
{
    /// <summary>Requirements of levels 1 and 2.</summary>
    private const int All = 250;

    private static readonly string[] _states = ["met", "not met", "does not apply"];

    private static readonly IReadOnlyList<Requirement> _rows =
    [
        .. Row().Matches(Repository.Read("docs/security.md")).Select(m => new Requirement(
            m.Groups[1].Value, m.Groups[2].Value, m.Groups[3].Value, m.Groups[4].Value,
            [.. Test().Matches(m.Groups[5].Value).Select(t => t.Groups[1].Value)])),
    ];

    [Fact]
    public void Has_each_requirement_once_in_its_order()
    {
        _rows.Should().HaveCount(All);
        _rows.Select(r => r.Id).Should().OnlyHaveUniqueItems();
        _rows.Select(r => r.Order).Should().BeInAscendingOrder();
        _rows.Select(r => r.Id.Split('.')[0]).Distinct().Should().Equal(Enumerable.Range(1, 17).Select(n => $"{n}"));
        _rows.Should().OnlyContain(r => _states.Contains(r.State) && (r.Level == "1" || r.Level == "2"));
        _rows.Should().OnlyContain(r => r.How.Length > 0);
    }

    [Fact]
    public void Names_tests_that_there_are()
    {
        var there = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
            .Select(f => Path.GetFileNameWithoutExtension(f)).ToHashSet(StringComparer.Ordinal);

        _rows.SelectMany(r => r.Tests).Except(there).Should().BeEmpty();
        _rows.Where(r => r.State == "does not apply").Should().OnlyContain(r => r.Level.Length == 1);
        _rows.Count(r => r.State == "met" && r.Tests.Length > 0).Should().BeGreaterThan(100);
    }

    [Fact]
    public void Names_settings_that_there_are() => Setting().Matches(Repository.Read("docs/security.md"))
        .Select(m => m.Value).Distinct().Should()
        .BeSubsetOf(Web.Starting.SettingsTable.All.Select(s => s.Variable));

    private sealed record Requirement(string Id, string Level, string State, string How, string[] Tests)
    {
        public long Order => Id.Split('.').Aggregate(0L, (sum, part) => (sum * 1000) + int.Parse(part, null));
    }

    [GeneratedRegex(@"^\| (\d+\.\d+\.\d+) \| (\d) \| ([a-z ]+) \| (.*) \| ([^|]*) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([A-Za-z]+)`")]
    private static partial Regex Test();

    [GeneratedRegex(@"\b[A-Z][A-Za-z]+__[A-Za-z_]+\b")]
    private static partial Regex Setting();
}
