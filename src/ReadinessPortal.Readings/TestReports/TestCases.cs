using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ReadinessPortal.Readings.TestReports;

/// <summary>The cases of a test report by name, to compare it with another one.</summary>
public sealed class TestCases
{
    /// <summary>Reports with more cases are not compared by name.</summary>
    public const int Most = 200_000;

    private const int LongestName = 300;

    // A name can stand in several suites or be run again: it has failed where any of them has.
    private readonly Dictionary<string, bool> _hasFailed = new(StringComparer.Ordinal);

    /// <summary>There were more than <see cref="Most"/>; the rest was left out.</summary>
    public bool IsTooMany { get; private set; }

    public int Count => _hasFailed.Count;

    /// <summary>What became of each case between two reports.</summary>
    /// <returns>Null where one of them has too many cases.</returns>
    public static CaseChanges? Between(TestCases before, TestCases after) =>
        before.IsTooMany || after.IsTooMany ? null : new(
            Sorted(after._hasFailed.Where(c => c.Value && !before._hasFailed.GetValueOrDefault(c.Key))),
            Sorted(before._hasFailed.Where(c => c.Value && after._hasFailed.TryGetValue(c.Key, out var failed)
                && !failed)),
            Sorted(before._hasFailed.Where(c => !after._hasFailed.ContainsKey(c.Key))),
            Sorted(after._hasFailed.Where(c => c.Value && before._hasFailed.GetValueOrDefault(c.Key))));

    /// <param name="group">Class or suite; null where the report names none.</param>
    internal void Add(string? group, string? name, CaseOutcome outcome)
    {
        if (ReadingCollector.Clean(group is null or "" ? name : $"{group}: {name}", LongestName) is not { } full)
        {
            return;
        }

        if (_hasFailed.Count >= Most && !_hasFailed.ContainsKey(full))
        {
            IsTooMany = true;
            return;
        }

        ref var failed = ref CollectionsMarshal.GetValueRefOrAddDefault(_hasFailed, full, out _);
        failed |= outcome is CaseOutcome.Failed or CaseOutcome.Error;
    }

    private static ImmutableArray<string> Sorted(IEnumerable<KeyValuePair<string, bool>> cases) =>
        [.. cases.Select(c => c.Key).Order(StringComparer.Ordinal)];
}

/// <summary>Test cases by name, between one report and the next.</summary>
/// <param name="NewlyFailing">Fail now, and did not before or were not there.</param>
/// <param name="Fixed">Failed before, and do not now.</param>
/// <param name="Disappeared">Were there before, whatever became of them, and are not now.</param>
/// <param name="StillFailing">Fail as before.</param>
public sealed record CaseChanges(
    ImmutableArray<string> NewlyFailing, ImmutableArray<string> Fixed, ImmutableArray<string> Disappeared,
    ImmutableArray<string> StillFailing);
