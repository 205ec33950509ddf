using System.Xml;

namespace ReadinessPortal.Readings.TestReports;

/// <summary>What has been read of a JUnit report so far. Open elements are kept on stacks, so that depth costs no
/// stack of the thread.</summary>
internal sealed class JUnitRun(ReadingCollector into)
{
    private const int LongestTime = 64;

    private readonly char[] _time = new char[LongestTime];
    private readonly TestTally _tally = new();
    private readonly DeclaredTotals _declared = new();
    private readonly Stack<JUnitSuite> _suites = [];
    private readonly Stack<JUnitCase> _cases = [];

    public void Begin(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "testcase":
                _cases.Push(JUnitCase.Begun(reader, into.Cases is not null));
                Time(reader);
                break;

            case "testsuite" or "testsuites" or "testrun" when _cases.Count == 0:
                _suites.Push(JUnitSuite.Begun(reader, Counted()));
                into.Captured(Numbers.Moment(reader.GetAttribute("timestamp")));
                into.Producer ??= JUnitProducers.Of(reader);
                break;

            case "error" or "failure" or "skipped" or "disabled" or "ignored":
                Outcome(reader.LocalName, reader.Depth);
                break;

            case "property":
                into.Producer ??= JUnitProducers.OfProperty(reader.GetAttribute("name"));
                break;
        }
    }

    public void End(string element, int depth)
    {
        if (element == "testcase" && _cases.TryPeek(out var open) && open.Depth == depth)
        {
            var ended = _cases.Pop();
            _tally.Add(ended.Outcome);
            into.Cases?.Add(ended.Group, ended.Name, ended.Outcome);
        }
        else if (_cases.Count == 0 && _suites.TryPeek(out var suite) && suite.Depth == depth)
        {
            _suites.Pop().Compare(Counted(), _declared);
        }
    }

    public void AddTo(ReadingCollector target)
    {
        _tally.AddTo(target);
        _declared.AddTo(target);
    }

    // Without making a text of it, which in a million cases would be most of the memory.
    private void Time(XmlReader reader)
    {
        if (reader.MoveToAttribute("time"))
        {
            var length = reader.ReadValueChunk(_time, 0, _time.Length);
            _tally.AddTime(length < _time.Length ? Numbers.Decimal(_time.AsSpan(0, length)) : null);
            reader.MoveToElement();
        }
    }

    private void Outcome(string element, int depth)
    {
        if (_cases.TryPeek(out var open))
        {
            // Only what stands directly in the case is its outcome: a failure inside a rerun is none.
            if (depth == open.Depth + 1)
            {
                _cases.Pop();
                _cases.Push(open.With(element));
            }
        }
        else if (_suites.TryPeek(out var suite) && depth == suite.Depth + 1)
        {
            _tally.ErrorsOutsideCases += element == "error" ? 1 : 0;
            _tally.FailuresOutsideCases += element == "failure" ? 1 : 0;
        }
    }

    private JUnitCounts Counted() => new(_tally.Total, _tally[CaseOutcome.Failed], _tally[CaseOutcome.Error],
        _tally[CaseOutcome.Skipped], _tally.ErrorsOutsideCases + _tally.FailuresOutsideCases);
}

/// <param name="Outside">Errors and failures outside any case.</param>
internal readonly record struct JUnitCounts(long Tests, long Failed, long Errors, long Skipped, long Outside);
