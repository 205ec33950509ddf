using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Evidence;

/// <summary>Writes the value that was typed beside a file, in the change that keeps the file.</summary>
internal static class MeasuredBeside
{
    /// <summary>Why the value cannot be kept, or null.</summary>
    public static Refusal? WhyNot(EvidenceUpload upload, Actor actor, LaunchBoard board)
    {
        if (upload.Measured is not { } measured)
        {
            return null;
        }

        var subject = new SubjectRef(SubjectKind.Criterion, measured.Criterion);
        return !upload.Supports.Contains(subject)
            ? new NotAcceptable("A value goes beside a file that stands behind the criterion it was measured for.")
            : Permissions.WhyNot(LaunchAction.EditFacts, actor, board, subject)
            ?? (TextLimits.WhyNot("The value", measured.Value, TextLimits.Value) is { } unread ? unread
                : !Quantity.TryParse(measured.Value, null, out _)
                ? new NotAcceptable($"'{measured.Value}' is not a number with an optional unit, such as 287 ms.")
                : measured.Measurement.Length == 0 ? new NotAcceptable("Say what was measured.")
                : TextLimits.WhyNot("What was measured", measured.Measurement, TextLimits.Name) is { } tooLong ? tooLong
                : !measured.IsNew && Find(measured, board) is null
                ? new NotAcceptable("The measurement is not there any more. Look again.")
                : null);
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

    /// <summary>What was written, in words.</summary>
    public static string Write(MeasuredValue measured, EvidenceItem evidence, LaunchChange change)
    {
        var value = Parsed(measured.Value);
        if (Find(measured, change.Board) is { } stands)
        {
            change.Change(stands, stands with { Value = value, Evidence = evidence.Key, Source = evidence.Title });
            return $"{stands.Metric} {Format.Quantity(value)}";
        }

        var criterion = change.Board.Facts.Criteria.First(c => c.Key == measured.Criterion);
        change.Add(new Measurement
        {
            Key = FreeKey.For(measured.Measurement, "value", criterion.Measurements),
            LaunchId = change.LaunchId,
            ParentId = criterion.Id,
            Position = criterion.Measurements.IsEmpty ? 0 : criterion.Measurements.Max(m => m.Position) + 1,
            Metric = measured.Measurement,
            Value = value,
            Evidence = evidence.Key,
            Source = evidence.Title,
        });
        return $"{measured.Measurement} {Format.Quantity(value)}";
    }

    private static Measurement? Find(MeasuredValue measured, LaunchBoard board) => measured.IsNew
        ? null
        : board.Facts.Criteria.FirstOrDefault(c => c.Key == measured.Criterion)?.Measurements
            .FirstOrDefault(m => m.Key == measured.Measurement);

    private static Quantity? Parsed(string? text) => Quantity.TryParse(text, null, out var value) ? value : null;
}
