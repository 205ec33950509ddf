using System.Collections.Immutable;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Application.Evidence;

/// <summary>
/// A value that was typed beside a file, planned for the change that keeps the file. It is a word and no proof: what a
/// frozen launch reads better by it alone waits for a second person.
/// </summary>
/// <param name="Stands">The measurement as it is; null for a new one.</param>
/// <param name="Becomes">As it would be.</param>
internal sealed record ValueBesideFile(Criterion Criterion, Measurement? Stands, Measurement Becomes) : PlannedChange
{
    private FactPath Path => FactPath.Of("criteria", Criterion.Key).Part("measurements", Becomes.Key);

    public override ImmutableArray<SubjectRef> Subjects => [Subject];

    /// <summary>The same as changes of facts, for whoever is asked for it later.</summary>
    public ImmutableArray<FactChange> Changes => Stands is null
        ?
        [
            new FactChange.Add
            {
                Fact = Path,
                Values = new Dictionary<string, string>
                {
                    ["metric"] = Becomes.Metric, ["value"] = $"{Becomes.Value}", ["evidence"] = Becomes.Evidence!,
                    ["source"] = Becomes.Source!,
                }.ToImmutableSortedDictionary(StringComparer.Ordinal),
            },
        ]
        :
        [
            FactChange.Setting(Path, "value", $"{Stands.Value}", $"{Becomes.Value}"),
            FactChange.Setting(Path, "evidence", Stands.Evidence, Becomes.Evidence),
            FactChange.Setting(Path, "source", Stands.Source, Becomes.Source),
        ];

    public static ValueBesideFile Of(MeasuredValue measured, EvidenceItem evidence, LaunchChange change)
    {
        var criterion = change.Board.Facts.Criteria.First(c => c.Key == measured.Criterion);
        var stands = Find(measured, change.Board);
        var becomes = (stands ?? new Measurement
        {
            Key = FactKey.Of(measured.Measurement, criterion.Measurements.Select(m => m.Key).ToHashSet(), "value"),
            LaunchId = change.LaunchId,
            ParentId = criterion.Id,
            Position = criterion.Measurements.IsEmpty ? 0 : criterion.Measurements.Max(m => m.Position) + 1,
            Metric = measured.Measurement,
        }) with
        {
            Value = Parsed(measured.Value),
            Evidence = evidence.Key,
            Source = evidence.Title,
        };
        return new(criterion, stands, becomes)
        {
            Subject = new(SubjectKind.Criterion, criterion.Key),
            Summary = $"{criterion.Title}, {becomes.Metric}: {Format.Quantity(becomes.Value)}"
                + (stands?.Value is { } was ? $", was {Format.Quantity(was)}" : ""),
        };
    }

    public override LaunchBoard On(LaunchBoard board)
    {
        var all = Criterion.Measurements;
        return board with
        {
            Facts = board.Facts with
            {
                Criteria = board.Facts.Criteria.Replace(Criterion, Criterion with
                {
                    Measurements = Stands is null ? all.Add(Becomes) : all.Replace(Stands, Becomes),
                }),
            },
        };
    }

    public override bool Write(LaunchChange change)
    {
        if (Stands is not null)
        {
            return change.Change(Stands, Becomes);
        }

        change.Add(Becomes);
        return true;
    }

    /// <summary>Asks a second person for it, in this change.</summary>
    public GuardedChange Ask(LaunchChange change, ChangeEffect effect, string reason)
    {
        var request = new GuardedRequest { Changes = Changes, Reason = reason };
        if (GuardedRules.AskedAlready(change.Board, request, change.Actor) is { } waits)
        {
            return waits;
        }

        var asked = GuardedRules.Request(
            change.Board, request, Summary, Subjects, effect, change.Actor, change.Now);
        change.Add(asked);
        return asked;
    }

    /// <summary>Why the value cannot be kept, or null.</summary>
    /// <param name="supports">What the file stands behind.</param>
    public static Refusal? WhyNot(
        MeasuredValue measured, ImmutableArray<SubjectRef> supports, Actor actor, LaunchBoard board)
    {
        var subject = new SubjectRef(SubjectKind.Criterion, measured.Criterion);
        return !supports.Contains(subject)
            ? new ValueWithoutCriterion()
            : Permissions.WhyNot(LaunchAction.EditFacts, actor, board, subject)
            ?? (TextLimits.WhyNot("The value", measured.Value, TextLimits.Value) is { } unread ? unread
                : !Quantity.TryParse(measured.Value, null, out _)
                ? new ValueIsNoQuantity(measured.Value)
                : measured.Measurement.Length == 0 ? new NothingMeasured()
                : TextLimits.WhyNot("What was measured", measured.Measurement, TextLimits.Name) is { } tooLong ? tooLong
                : !measured.IsNew && Find(measured, board) is null
                ? new MeasurementIsGone()
                : TextLimits.WhyNot("The reason", measured.Reason));
    }

    /// <summary>Why the value lost against somebody else's, or null.</summary>
    public static async Task<Refusal?> WhyLostAsync(MeasuredValue measured, LaunchChange change, CancellationToken ct)
    {
        if (Find(measured, change.Board) is not { } stands || stands.Value == Parsed(measured.Value)
            || stands.Value == Parsed(measured.From))
        {
            return null;
        }

        var path = FactPath.Of("criteria", measured.Criterion).Part("measurements", measured.Measurement);
        var author = await FieldAuthors.LastAsync(change.Db, change.Board.Facts, path, "value", ct);
        return new FieldsChangedMeanwhile([new(path, "value", stands.Value?.ToString(), measured.Value,
            author?.By ?? "Somebody", author?.At ?? change.Now)]);
    }

    private static Measurement? Find(MeasuredValue measured, LaunchBoard board) => measured.IsNew
        ? null
        : board.Facts.Criteria.FirstOrDefault(c => c.Key == measured.Criterion)?.Measurements
            .FirstOrDefault(m => m.Key == measured.Measurement);

    private static Quantity? Parsed(string? text) => Quantity.TryParse(text, null, out var value) ? value : null;
}
