namespace ReadinessPortal.Readings.Coverage;

/// <summary>Lines of source files. One line may be reported several times, by classes or by tests: it is one line, and
/// covered when any of them covers it.</summary>
internal sealed class LineCoverage
{
    private readonly Dictionary<string, int> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<(int File, long Line, int Part), (bool Hit, int BranchesHit, int Branches)> _lines = [];

    public Covered Lines => new(_lines.Values.LongCount(l => l.Hit), _lines.Count);

    public Covered Branches =>
        new(_lines.Values.Sum(l => (long)l.BranchesHit), _lines.Values.Sum(l => (long)l.Branches));

    /// <summary>The number of a file, by which its lines are added.</summary>
    public int File(string name)
    {
        if (!_files.TryGetValue(name, out var number))
        {
            _files[name] = number = _files.Count;
        }

        return number;
    }

    /// <param name="part">Which of several parts of the line, from 0, where a tool counts them apart.</param>
    public void Add(int file, long line, bool isHit, int branchesHit = 0, int branches = 0, int part = 0)
    {
        var known = _lines.GetValueOrDefault((file, line, part));
        _lines[(file, line, part)] = (known.Hit || isHit, Math.Max(known.BranchesHit, branchesHit),
            Math.Max(known.Branches, branches));
    }
}
