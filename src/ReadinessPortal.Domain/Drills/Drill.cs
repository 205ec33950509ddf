using System.Text.Json.Serialization;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using static ReadinessPortal.Domain.Facts.FactField;

namespace ReadinessPortal.Domain.Drills;

/// <summary>
/// A disaster-recovery exercise. Its recovery time is computed from its logs, the worst while they disagree.
/// </summary>
public sealed record Drill : Fact
{
    public static FactKind Descriptor { get; } = new FactKind<LaunchFacts, Drill>(
        "drills", "drill", facts => facts.Drills, (facts, all) => facts with { Drills = all })
    {
        Subject = SubjectKind.Drill,
        Link = "drills#drill-{key}",
        Title = d => d.Title,
        AnsweredBy = (drill, facts) =>
        [
            drill.Owner,
            .. Permissions.AnsweringRoles(SubjectKind.Criterion,
                facts.Criteria.Where(c => c.Drills.Contains(drill.Key)).Select(c => c.Key), facts),
        ],
        NamedBy = "title",
        Fields =
        [
            Key(),
            Text("title", "Title"),
            Prose("scenario", "Scenario"),
            new("heldOn", "Held on"),
            new("rtoTarget", "Recovery has to take less than", "A duration: 10 min."),
            new("rpoTarget", "Data loss has to be less than", "A duration: 1 min."),
            new("rpo", "Measured data loss", "A duration: 0 s."),
            new("transactionsLost", "Transactions lost"),
            One("owner", "Owner", "roles") with { IsLoose = true },
            Some("actions", "Items that came out of it", "items"),
        ],
        Parts = [DrillLog.Descriptor, Lesson.Descriptor],
    };

    public required string Title { get; init; }

    public required string Scenario { get; init; }

    public required DateOnly HeldOn { get; init; }

    /// <summary>Recovery has to take less than this.</summary>
    public Quantity? RtoTarget { get; init; }

    /// <summary>Data loss has to be less than this.</summary>
    public Quantity? RpoTarget { get; init; }

    /// <summary>Measured data loss as a duration.</summary>
    public Quantity? Rpo { get; init; }

    public int? TransactionsLost { get; init; }

    public string? Owner { get; init; }

    public EquatableArray<DrillLog> Logs { get; init; } = [];

    public EquatableArray<Lesson> Lessons { get; init; } = [];

    /// <summary>Keys of the outstanding items that came out of it.</summary>
    public EquatableArray<string> Actions { get; init; } = [];
}

/// <summary>One timeline of a drill, with its source.</summary>
public sealed record DrillLog : Part
{
    public static FactKind Descriptor { get; } = new FactKind<Drill, DrillLog>(
        "drills/logs", "log", drill => drill.Logs, (drill, all) => drill with { Logs = all })
    {
        Title = l => l.Title,
        NamedBy = "title",
        Fields =
        [
            Key(),
            Text("title", "Title"),
            Text("source", "Source"),
            One("evidence", "Evidence", "evidence", "The file it was taken from."),
        ],
        Parts = [DrillEvent.Descriptor],
    };

    public required string Title { get; init; }

    public required string Source { get; init; }

    /// <summary>Key of the evidence file it was taken from.</summary>
    public string? Evidence { get; init; }

    public EquatableArray<DrillEvent> Events { get; init; } = [];
}

public enum EventMark { None, Start, End }

public sealed record DrillEvent : Part
{
    public static FactKind Descriptor { get; } = new FactKind<DrillLog, DrillEvent>(
        "drills/logs/events", "event", log => log.Events, (log, all) => log with { Events = all })
    {
        Title = e => e.Text,
        Fields =
        [
            Key("Numbered as events are added."),
            new("at", "Time of day", "As the log prints it."),
            Text("text", "What happened"),
            new("mark", "Mark", "Start: first effect on users. End: service fully restored. Each once in a log."),
        ],
    };

    /// <summary>Time of day as the log prints it.</summary>
    public required TimeOnly At { get; init; }

    public required string Text { get; init; }

    /// <summary>Start: first effect on users. End: service fully restored.</summary>
    public EventMark Mark { get; init; }
}

public sealed record Lesson : Part
{
    public static FactKind Descriptor { get; } = new FactKind<Drill, Lesson>(
        "drills/lessons", "lesson", drill => drill.Lessons, (drill, all) => drill with { Lessons = all })
    {
        Title = l => l.Text,
        Fields =
        [
            Key("Numbered as lessons are added."),
            Prose("text", "Lesson"),
        ],
    };

    public required string Text { get; init; }
}

/// <summary>A second person's pick of the log that counts while logs disagree.</summary>
public sealed record LogChoice
{
    [JsonIgnore]
    public Guid Id { get; init; } = Guid.CreateVersion7();

    [JsonIgnore]
    public Guid LaunchId { get; init; }

    public required string Drill { get; init; }

    public required string Log { get; init; }

    public required string Reason { get; init; }

    /// <summary>
    /// What each log of the drill said when it was picked (<see cref="DrillRules.Said"/>): the pick counts while they
    /// say the same. Empty in picks from before this was kept.
    /// </summary>
    public EquatableArray<string> Said { get; init; } = [];

    public required Guid PickedById { get; init; }

    public required string PickedBy { get; init; }

    public required DateTimeOffset At { get; init; }
}
