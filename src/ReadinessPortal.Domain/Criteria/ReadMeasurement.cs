using System.Collections.Immutable;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Criteria;

/// <summary>A measurement with what the files of its criterion say of it: a file speaks for itself.</summary>
/// <param name="Typed">As it was entered.</param>
/// <param name="Counts">With the value that counts: of the file where one has it, of the worst one where several
/// do.</param>
/// <param name="File">The file it was read from; null where nobody has read it.</param>
/// <param name="Missing">A file that should say it and does not.</param>
public sealed record ReadMeasurement(
    Measurement Typed, Measurement Counts, EvidenceItem? File = null, EvidenceItem? Missing = null)
{
    /// <summary>Somebody entered something else than the file says.</summary>
    public bool IsContradicted => File is not null && Typed.Value is { } typed && Counts.Value is { } read
        && Targets.Order(typed, Rounded(read, typed)) != 0;

    /// <summary>The criterion with the values that count.</summary>
    public static Criterion Of(Criterion criterion, LaunchFacts facts, DateOnly today) =>
        criterion.Measurements.Any(m => m.Reading is not null)
            ? criterion with { Measurements = [.. All(criterion, facts, today).Select(m => m.Counts)] }
            : criterion;

    /// <summary>All facts with the values that count.</summary>
    public static LaunchFacts Of(LaunchFacts facts, DateOnly today) =>
        facts.Criteria.Any(c => c.Measurements.Any(m => m.Reading is not null))
            ? facts with { Criteria = [.. facts.Criteria.Select(c => Of(c, facts, today))] }
            : facts;

    /// <summary>In the order of the measurements.</summary>
    public static ImmutableArray<ReadMeasurement> All(Criterion criterion, LaunchFacts facts, DateOnly today)
    {
        if (criterion.Measurements.All(m => m.Reading is null))
        {
            return [.. criterion.Measurements.Select(m => new ReadMeasurement(m, m))];
        }

        var files = ProofRules.Speaking(criterion, facts, today);
        return [.. criterion.Measurements.Select(m => Of(m, files))];
    }

    private static ReadMeasurement Of(Measurement measurement, ImmutableArray<EvidenceItem> files)
    {
        if (measurement.Reading is not { } metric)
        {
            return new(measurement, measurement);
        }

        // What nobody has dated proves nothing: beside what is dated it counts where it misses.
        var said = files.Where(measurement.IsReadFrom).ToList();
        if (said.Exists(f => f.IsDated))
        {
            said.RemoveAll(f => !f.IsDated && Goodness(measurement, f, f.Reading!.Find(metric)!.Value).Met > 0);
        }

        if (said.Count == 0)
        {
            // Only of the file in which the value is said to stand it can be said that it is missing there.
            var silent = files.FirstOrDefault(f => f.Key == measurement.Evidence);
            return silent is null
                ? new(measurement, measurement)
                : new(measurement, measurement with { Value = null }, Missing: silent);
        }

        var counts = said.MinBy(f => Goodness(measurement, f, f.Reading!.Find(metric)!.Value))!;
        var value = counts.Reading!.Find(metric)!.Value;
        // The newest run measured nothing: what the one before it has met is not known of now.
        if (Goodness(measurement, counts, value).Met == 2 && files.FirstOrDefault(f => f.MeetsNothing
            && f.Reading!.Find(metric) is null && Slots.Of(f) == Slots.Of(counts)) is { } nothing)
        {
            return new(measurement, measurement with { Value = null }, Missing: nothing);
        }

        return new(measurement, measurement with
        {
            Value = measurement.Target is { } target && value.Unit.IsComparableTo(target.Unit)
                ? value.In(target.Unit)
                : value,
            Evidence = counts.Key,
            Source = counts.Title,
        }, counts);
    }

    // The worst of several files counts: one that misses, then one that can meet nothing, then the nearest to its
    // target; without a target the first one.
    private static (int Met, decimal Distance) Goodness(Measurement measurement, EvidenceItem file, Quantity value)
    {
        var comparator = measurement.Comparator ?? Comparator.AtMost;
        return measurement.Target is not { } target ? (0, 0)
            : (Targets.Meets(value, comparator, target, measurement.UpperTarget) == false ? 0
                    : file.MeetsNothing ? 1 : 2,
                Targets.Distance(value, comparator, target, measurement.UpperTarget) ?? decimal.MinValue);
    }

    // 99.3 % is what somebody writes who reads 99.303 %.
    private static Quantity Rounded(Quantity read, Quantity typed)
    {
        if (!read.Unit.IsComparableTo(typed.Unit))
        {
            return read;
        }

        var same = read.In(typed.Unit);
        return same with { Amount = Math.Round(same.Amount, typed.Amount.Scale, MidpointRounding.AwayFromZero) };
    }
}
