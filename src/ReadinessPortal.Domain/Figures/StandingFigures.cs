using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Drills;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Items;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Figures;

/// <summary>Receives one figure.</summary>
internal delegate void AddFigure(string name, string title, FigureValue value, Explanation why);

/// <summary>
/// The figures that are there whatever registers a launch keeps: <c>criteria.*</c>, <c>criterion.{key}.*</c>,
/// <c>measurement.{criterion}.{key}</c>, <c>category.{key}.*</c>, <c>score.overall</c>, <c>gates.*</c>,
/// <c>gate.{key}.*</c>, <c>drill.{key}.*</c>, <c>drill.{key}.{log}.{event}.at</c>, <c>items.*</c>,
/// <c>item.{key}.*</c>, <c>risks.total</c>, <c>milestone.{key}.when</c>, <c>evidence.*</c> and <c>launch.*</c>.
/// </summary>
internal static class StandingFigures
{
    public static void Add(FigureSources sources, AddFigure add)
    {
        AddCriteria(sources, add);
        AddScores(sources, add);
        AddGates(sources, add);
        AddDrills(sources, add);
        AddItems(sources.Facts, add);
        AddLaunch(sources.Facts, add);
    }

    private static void AddCriteria(FigureSources sources, AddFigure add)
    {
        var facts = sources.Facts.Criteria.ToDictionary(c => c.Key, StringComparer.Ordinal);
        (CriterionStanding Standing, Explanation Why)[] all =
        [
            .. sources.Criteria.Select(s => (s, new Explanation(
                facts.GetValueOrDefault(s.Key)?.Title ?? s.Key, Format.Word(s.State), [],
                At(SubjectKind.Criterion, s.Key)))),
        ];
        Count(add, "criteria.total", "Criteria", all.Select(c => c.Why));
        Count(add, "criteria.proven", "Criteria proven", all.Where(c => c.Standing.IsProven).Select(c => c.Why));
        foreach (var state in Enum.GetValues<CriterionState>())
        {
            Count(add, $"criteria.{Camel(state)}", $"Criteria {Format.Word(state)}",
                all.Where(c => c.Standing.State == state).Select(c => c.Why));
        }

        foreach (var (standing, why) in all)
        {
            add($"criterion.{standing.Key}.state", $"{why.Label}, state", FigureValue.Of(why.Value), why);
        }

        foreach (var criterion in sources.Facts.Criteria)
        {
            var subject = At(SubjectKind.Criterion, criterion.Key);
            Fact(add, $"criterion.{criterion.Key}.result", $"{criterion.Title}, result",
                FigureValue.Of(Format.Word(criterion.Result)), subject);
            Fact(add, $"criterion.{criterion.Key}.progress", $"{criterion.Title}, progress",
                criterion.Progress is { } done ? FigureValue.Of(done, "%") : FigureValue.Nothing, subject);
            foreach (var measurement in criterion.Measurements)
            {
                Fact(add, $"measurement.{criterion.Key}.{measurement.Key}", Title(criterion, measurement),
                    FigureValue.Of(measurement.Value), subject);
            }
        }
    }

    private static string Title(Criterion criterion, Measurement measurement) => string.Join(", ",
        new[] { $"{criterion.Title}: {measurement.Metric}", measurement.Statistic, measurement.Scope }
            .OfType<string>());

    private static void AddScores(FigureSources sources, AddFigure add)
    {
        if (sources.Score is not { } score)
        {
            return;
        }

        add("score.overall", "Overall score", score.Value is { } value ? FigureValue.Of(value) : FigureValue.Nothing,
            score.Why);
        foreach (var category in score.Categories)
        {
            Fact(add, $"category.{category.Category}.score", $"{category.Title}, score",
                category.Value is { } points ? FigureValue.Of(points) : FigureValue.Nothing,
                At(SubjectKind.Category, category.Category));
        }
    }

    private static void AddGates(FigureSources sources, AddFigure add)
    {
        var facts = sources.Facts.Gates.ToDictionary(g => g.Key, StringComparer.Ordinal);
        (GateStanding Standing, Explanation Why)[] all =
        [
            .. sources.Gates.Select(s => (s, new Explanation(
                facts.GetValueOrDefault(s.Key)?.Title ?? s.Key, Format.Word(s.Colour), [],
                At(SubjectKind.Gate, s.Key)))),
        ];
        foreach (var kind in Enum.GetValues<GateKind>())
        {
            var title = kind == GateKind.Critical ? "Critical gates" : "Nice-to-have gates";
            var ofKind = all.Where(g => g.Standing.Kind == kind).ToList();
            Count(add, $"gates.{Camel(kind)}.total", title, ofKind.Select(g => g.Why));
            foreach (var colour in Enum.GetValues<GateColour>())
            {
                Count(add, $"gates.{Camel(kind)}.{Camel(colour)}", $"{title}, {Format.Word(colour)}",
                    ofKind.Where(g => g.Standing.Colour == colour).Select(g => g.Why));
            }
        }

        foreach (var (standing, why) in all)
        {
            add($"gate.{standing.Key}.colour", $"{why.Label}, color", FigureValue.Of(why.Value), why);
            Fact(add, $"gate.{standing.Key}.confidence", $"{why.Label}, confidence",
                facts.GetValueOrDefault(standing.Key)?.Confidence is { } sure
                    ? FigureValue.Of(sure, "%")
                    : FigureValue.Nothing,
                At(SubjectKind.Gate, standing.Key));
        }
    }

    private static void AddDrills(FigureSources sources, AddFigure add)
    {
        var facts = sources.Facts.Drills.ToDictionary(d => d.Key, StringComparer.Ordinal);
        Fact(add, "drills.total", "Drills", FigureValue.Of(facts.Count), null);
        foreach (var standing in sources.Drills)
        {
            var subject = At(SubjectKind.Drill, standing.Key);
            var drill = facts.GetValueOrDefault(standing.Key);
            var title = drill?.Title ?? standing.Key;
            var name = $"drill.{standing.Key}";
            var logs = standing.Logs.Select(l => new Explanation(
                drill?.Logs.FirstOrDefault(f => f.Key == l.Key)?.Title ?? l.Key, l.DurationShown, [], subject));
            add($"{name}.rto", $"{title}, recovery time", FigureValue.Of(standing.Rto),
                new($"{title}, recovery time", standing.RtoShown, [.. logs], subject,
                    How(standing.Logs.Length, standing.PickedLog)));
            Fact(add, $"{name}.rpo", $"{title}, data loss", FigureValue.Of(drill?.Rpo), subject);
            Fact(add, $"{name}.rtoTarget", $"{title}, recovery time target", FigureValue.Of(drill?.RtoTarget), subject);
            Fact(add, $"{name}.rtoResult", $"{title}, recovery time against its target",
                standing.RtoMet is not { } met ? FigureValue.Nothing
                    : new FigureValue.Text(standing.Disputed ? "disputed" : met ? "met" : "missed"), subject);
            Fact(add, $"{name}.rpoTarget", $"{title}, data loss target", FigureValue.Of(drill?.RpoTarget), subject);
            Fact(add, $"{name}.transactionsLost", $"{title}, transactions lost",
                drill?.TransactionsLost is { } lost ? FigureValue.Of(lost) : FigureValue.Nothing, subject);
            Fact(add, $"{name}.heldOn", $"{title}, held on",
                drill is null ? FigureValue.Nothing : new FigureValue.Date(DateSpec.On(drill.HeldOn)), subject);
            foreach (var log in standing.Logs)
            {
                Fact(add, $"{name}.{log.Key}.duration", $"{title}, {log.Key}, duration",
                    FigureValue.Of(log.Duration), subject);
            }

            foreach (var log in drill?.Logs ?? [])
            {
                AddEvents(add, $"{name}.{log.Key}", $"{title}, {log.Title}", log, subject);
            }
        }
    }

    private static void AddEvents(AddFigure add, string name, string title, DrillLog log, SubjectRef subject)
    {
        foreach (var happened in log.Events)
        {
            Fact(add, $"{name}.{happened.Key}.at", $"{title}: {happened.Text}, since the start",
                FigureValue.Of(DrillRules.SinceStart(log, happened)), subject);
        }
    }

    private static string How(int logs, string? picked) =>
        picked is not null ? $"start mark to end mark of the log that was picked, {picked}"
        : logs > 1 ? $"start mark to end mark, the longest of {Format.Number(logs)} logs"
        : "start mark to end mark of its log";

    private static void AddItems(LaunchFacts facts, AddFigure add)
    {
        Explanation Named(OutstandingItem item) =>
            new(item.Title, item.Closed ? "closed" : "open", [], At(SubjectKind.Item, item.Key));
        Count(add, "items.total", "Outstanding items", facts.Items.Select(Named));
        Count(add, "items.open", "Outstanding items, open", facts.Items.Where(i => !i.Closed).Select(Named));
        Count(add, "items.blocking", "Outstanding items, open and blocking",
            facts.Items.Where(i => i is { Closed: false, Blocking: true }).Select(Named));
        foreach (var item in facts.Items)
        {
            var subject = At(SubjectKind.Item, item.Key);
            Fact(add, $"item.{item.Key}.target", $"{item.Title}, target date",
                item.Target is { } target ? new FigureValue.Date(target) : FigureValue.Nothing, subject);
            Fact(add, $"item.{item.Key}.priority", $"{item.Title}, priority", Level(item.Priority), subject);
            Fact(add, $"item.{item.Key}.severity", $"{item.Title}, severity", Level(item.Severity), subject);
            Fact(add, $"item.{item.Key}.owner", $"{item.Title}, owner", FigureValue.Of(item.Owner), subject);
        }

        Count(add, "risks.total", "Risks", facts.Risks.Select(r =>
            new Explanation(r.Title, $"impact {Format.Word(r.Impact)}", [], At(SubjectKind.Risk, r.Key))));
    }

    private static void AddLaunch(LaunchFacts facts, AddFigure add)
    {
        var launch = At(SubjectKind.Launch, facts.Launch.Key);
        Fact(add, "launch.targetDate", "Target date",
            new FigureValue.Date(DateSpec.On(facts.Launch.TargetDate)), launch);
        Fact(add, "launch.release", "Release under test", FigureValue.Of(facts.Launch.Release?.Name), launch);
        foreach (var milestone in facts.Milestones)
        {
            Fact(add, $"milestone.{milestone.Key}.when", milestone.Title, new FigureValue.Date(milestone.When),
                At(SubjectKind.Milestone, milestone.Key));
        }

        var files = facts.Evidence.Select(e => (e.IsInHand, Why: new Explanation(
            e.Title, e.IsInHand ? "uploaded" : "referenced, not uploaded", [],
            At(SubjectKind.Evidence, e.Key)))).ToList();
        Count(add, "evidence.total", "Evidence files", files.Select(f => f.Why));
        Count(add, "evidence.inHand", "Evidence files uploaded", files.Where(f => f.IsInHand).Select(f => f.Why));
        Count(add, "evidence.cited", "Evidence files referenced, not uploaded",
            files.Where(f => !f.IsInHand).Select(f => f.Why));
    }

    private static FigureValue Level(ItemLevel level) =>
        level == ItemLevel.NotStated ? FigureValue.Nothing : FigureValue.Of(Format.Word(level));

    private static void Count(AddFigure add, string name, string title, IEnumerable<Explanation> counted)
    {
        var parts = counted.ToList();
        var value = FigureValue.Of(parts.Count);
        add(name, title, value, Explanations.Made(title, value, parts, "counted"));
    }

    private static void Fact(AddFigure add, string name, string title, FigureValue value, SubjectRef? subject) =>
        add(name, title, value, Explanations.Fact(title, value, subject));

    private static SubjectRef At(SubjectKind kind, string key) => new(kind, key);

    private static string Camel<T>(T value)
        where T : struct, Enum => $"{char.ToLowerInvariant(value.ToString()[0])}{value.ToString()[1..]}";
}
