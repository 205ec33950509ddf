namespace ReadinessPortal.Readings.Coverage;

/// <summary>What is covered, and out of how much.</summary>
internal readonly record struct Covered(long Hit, long All)
{
    /// <summary>0 to 100, or null of nothing.</summary>
    public decimal? Percent => All > 0 ? 100m * Hit / All : null;

    /// <summary>Adds the share; code without any branch has no share of covered branches.</summary>
    public static void AddTo(ReadingCollector into, Covered lines, Covered branches, Covered? instructions = null)
    {
        into.AddIfGiven("coverage.lines", lines.Percent, "%");
        into.AddIfGiven("coverage.branches", branches.Percent, "%");
        into.AddIfGiven("coverage.instructions", instructions?.Percent, "%");
        if (lines.All == 0 && instructions is not { All: > 0 })
        {
            into.Warn(WarningCodes.NothingMeasured, "The report covers no line of code: it proves nothing. Check that "
                + "the code was instrumented.");
        }
    }
}
