using ReadinessPortal.Readings.Text;

namespace ReadinessPortal.Readings.LoadTests;

/// <summary>NBomber's report in Markdown: a section for each scenario with tables for each step
/// (https://nbomber.com/docs/nbomber/reporting). Values stand in backquotes.</summary>
public sealed class NBomberFormat : ITextFormat
{
    public string Name => "nbomber";

    public bool Claims(TextHead head) => head.Lines.Any(l => NBomberRun.IsScenario(l))
        && head.Lines.Any(l => l.Contains("ok count", StringComparison.Ordinal)
            || l.Contains("request count", StringComparison.Ordinal));

    public void Read(TextReader text, ReadingCollector into)
    {
        var run = new NBomberRun();
        into.Producer = "NBomber";
        while (text.ReadLine() is { } line)
        {
            run.Line(line);
        }

        run.AddTo(into);
    }
}
