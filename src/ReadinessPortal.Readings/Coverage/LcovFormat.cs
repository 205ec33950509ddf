using System.Globalization;
using ReadinessPortal.Readings.Text;

namespace ReadinessPortal.Readings.Coverage;

/// <summary>LCOV tracefiles (geninfo(1)): a record for each source file and test; records of one file are one
/// file.</summary>
public sealed class LcovFormat : ITextFormat
{
    public string Name => "lcov";

    public bool Claims(TextHead head) =>
        head.Lines.Where(l => l.Length > 0 && l[0] != '#').Take(2)
            .Any(l => l.StartsWith("SF:", StringComparison.Ordinal))
        || (head.First.StartsWith("TN:", StringComparison.Ordinal)
            && head.Lines.Any(l => l.StartsWith("SF:", StringComparison.Ordinal)));

    public void Read(TextReader text, ReadingCollector into)
    {
        var run = new LcovRun();
        while (text.ReadLine() is { } line)
        {
            run.Line(line.Trim());
        }

        run.AddTo(into);
    }
}

/// <summary>What has been read of a tracefile so far.</summary>
internal sealed class LcovRun
{
    private readonly LineCoverage _lines = new();
    private readonly Dictionary<(int File, string Branch), bool> _branches = [];
    private readonly Dictionary<long, int> _parts = [];
    private int _file = -1;
    private int _at;
    private (long Found, long Hit, long CountedFound, long CountedHit) _totals;
    private bool _disagrees;

    public void Line(string line)
    {
        _at++;
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var (key, rest) = colon < 0 ? (line, "") : (line[..colon], line[(colon + 1)..]);
        switch (key)
        {
            case "SF":
                _file = _lines.File(rest);
                _totals = default;
                _parts.Clear();
                break;
            case "DA":
                Data(rest.Split(','));
                break;
            case "BRDA":
                Branch(rest);
                break;
            case "LF":
                _totals.Found = Number(rest);
                break;
            case "LH":
                _totals.Hit = Number(rest);
                break;
            case "end_of_record":
                _disagrees |= _totals is { Found: > 0 }
                    && (_totals.Found, _totals.Hit) != (_totals.CountedFound, _totals.CountedHit);
                _file = -1;
                break;
        }
    }

    public void AddTo(ReadingCollector into)
    {
        if (_file >= 0)
        {
            throw new UnreadableEvidenceException(string.Create(CultureInfo.InvariantCulture,
                $"The file ends in line {_at} inside a record, without 'end_of_record'. ")
                + "It was cut short: produce it again.");
        }

        Covered.AddTo(into, _lines.Lines, new(_branches.Values.LongCount(hit => hit), _branches.Count));
        if (_disagrees)
        {
            into.Warn(WarningCodes.TotalsDisagree, "A record declares other totals (LF, LH) than its lines (DA); the "
                + "readings are counted.");
        }
    }

    // DA:<line number>,<execution count>[,<checksum>]
    private void Data(string[] fields)
    {
        var (number, hits) = fields is [var line, var count, ..] ? (Number(line), Number(count)) : throw Wrong();
        Need();

        // coverlet lists a line once for each method that is compiled from it, and declares it as often.
        var part = _parts.GetValueOrDefault(number);
        _parts[number] = part + 1;
        _lines.Add(_file, number, hits > 0, part: part);
        _totals.CountedFound++;
        _totals.CountedHit += hits > 0 ? 1 : 0;
    }

    // BRDA:<line number>,<block>,<branch>,<taken>: a dash where the line was never run.
    private void Branch(string rest)
    {
        var end = rest.LastIndexOf(',');
        Need();
        var taken = end < 0 ? throw Wrong() : rest[(end + 1)..];
        var key = (_file, rest[..end]);
        _branches[key] = _branches.GetValueOrDefault(key) || (taken != "-" && Number(taken) > 0);
    }

    // Counts that overflowed in the instrumented program can be below zero.
    private long Number(string text) =>
        Numbers.Decimal(text) is { } number and > long.MinValue and < long.MaxValue ? (long)number : throw Wrong();

    private void Need()
    {
        if (_file < 0)
        {
            throw Wrong();
        }
    }

    private UnreadableEvidenceException Wrong() => new(string.Create(CultureInfo.InvariantCulture,
        $"Line {_at} is not what an LCOV tracefile holds there. Produce the file again."));
}
