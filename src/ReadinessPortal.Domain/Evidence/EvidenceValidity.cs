namespace ReadinessPortal.Domain.Evidence;

/// <summary>How long evidence of a class stays in date after it was captured, in days.</summary>
public static class EvidenceValidity
{
    public static int Days(EvidenceClass kind) => kind switch
    {
        EvidenceClass.Scan => 30,
        EvidenceClass.Tests => 30,
        EvidenceClass.Load => 90,
        EvidenceClass.Drill => 180,
        EvidenceClass.Certificate => 365,
        _ => 90,
    };

    /// <summary>Last day on which evidence captured on <paramref name="captured"/> is in date.</summary>
    public static DateOnly LastDay(EvidenceClass kind, DateOnly captured) =>
        captured.DayNumber < DateOnly.MaxValue.DayNumber - 1 - Days(kind)
            ? captured.AddDays(Days(kind))
            : DateOnly.MaxValue.AddDays(-1);
}
