namespace ReadinessPortal.Domain.Evidence;

/// <summary>
/// How long evidence of a class stays in date after it was captured, in days. A launch may have days of its own; those
/// it does not name are the standard ones.
/// </summary>
public sealed record EvidenceValidity
{
    /// <summary>Fewest days that a class may be valid for.</summary>
    public const int Shortest = 1;

    /// <summary>Most days that a class may be valid for.</summary>
    public const int Longest = 3650;

    /// <summary>What held for every launch before rules of version 8, when nobody could set it.</summary>
    public static EvidenceValidity Former { get; } =
        new() { Scan = 30, Tests = 30, Load = 90, Drill = 180, Certificate = 365, Other = 90 };

    public int? Scan { get; init; }

    public int? Tests { get; init; }

    public int? Load { get; init; }

    public int? Drill { get; init; }

    public int? Certificate { get; init; }

    public int? Other { get; init; }

    /// <summary>Days that a launch says for a class; null where it says none.</summary>
    public int? Own(EvidenceClass kind) => kind switch
    {
        EvidenceClass.Scan => Scan,
        EvidenceClass.Tests => Tests,
        EvidenceClass.Load => Load,
        EvidenceClass.Drill => Drill,
        EvidenceClass.Certificate => Certificate,
        _ => Other,
    };

    /// <summary>Days where a launch says nothing.</summary>
    public static int Standard(EvidenceClass kind) => kind switch
    {
        EvidenceClass.Scan => 7,
        EvidenceClass.Tests => 7,
        EvidenceClass.Load => 30,
        EvidenceClass.Drill => 90,
        EvidenceClass.Certificate => 365,
        _ => 90,
    };

    /// <summary>What all evidence of a class is called: <c>Load tests</c>.</summary>
    public static string Name(EvidenceClass kind) => kind switch
    {
        EvidenceClass.Scan => "Scans",
        EvidenceClass.Tests => "Tests",
        EvidenceClass.Load => "Load tests",
        EvidenceClass.Drill => "Drills",
        EvidenceClass.Certificate => "Certificates",
        _ => "Other evidence",
    };

    /// <summary>Days that count for a class.</summary>
    /// <param name="own">Of the launch; null where it has none.</param>
    public static int Days(EvidenceClass kind, EvidenceValidity? own) => own?.Own(kind) ?? Standard(kind);

    /// <summary>Last day on which evidence captured on <paramref name="captured"/> is in date.</summary>
    /// <param name="own">Of the launch; null where it has none.</param>
    public static DateOnly LastDay(EvidenceClass kind, DateOnly captured, EvidenceValidity? own) =>
        Days(kind, own) is var days && captured.DayNumber < DateOnly.MaxValue.DayNumber - 1 - days
            ? captured.AddDays(days)
            : DateOnly.MaxValue.AddDays(-1);

    /// <summary>What is wrong with the days of a class; null when nothing is.</summary>
    public static string? WhyNot(int? days) =>
        days is null or (>= Shortest and <= Longest) ? null : $"give {Shortest} to {Longest} days";
}
