using System.Xml;

namespace ReadinessPortal.Readings.TestReports;

/// <summary>The totals that a TRX file declares.</summary>
internal sealed record TrxCounters(
    long? Total, long? Executed, long? Passed, long? Failed, long? Error, long? Timeout, long? NotExecuted)
{
    public static TrxCounters Of(XmlReader reader)
    {
        long? Declared(string name) => Numbers.Count(reader.GetAttribute(name));
        return new(Declared("total"), Declared("executed"), Declared("passed"), Declared("failed"), Declared("error"),
            Declared("timeout"), Declared("notExecuted"));
    }

    public void Compare(TestTally tally, DeclaredTotals declared, ReadingCollector into)
    {
        declared.Compare("Counters total", Total, tally.Total);
        declared.Compare("Counters passed", Passed, tally[CaseOutcome.Passed]);
        declared.Compare("Counters failed", Failed, tally[CaseOutcome.Failed]);
        declared.Compare("Counters error and timeout", Error + (Timeout ?? 0), tally[CaseOutcome.Error]);
        var skipped = tally[CaseOutcome.Skipped];
        if (NotExecuted is not { } said || said == skipped)
        {
            return;
        }

        if (said == 0 && Total - Executed == skipped)
        {
            into.Warn(WarningCodes.DeclaredOtherwise, $"Counters notExecuted says 0, counted {skipped}: the test "
                + "platform leaves it at 0, and total less executed agrees.");
        }
        else
        {
            declared.Compare("Counters notExecuted", said, skipped);
        }
    }
}
