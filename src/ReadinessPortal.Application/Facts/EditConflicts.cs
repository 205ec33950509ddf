using ReadinessPortal.Application.Changes;
using ReadinessPortal.Domain.Facts;

namespace ReadinessPortal.Application.Facts;

/// <summary>
/// Two edits of one field: the first that is committed stands, and whoever comes second with another value is shown
/// both and chooses.
/// </summary>
internal static class EditConflicts
{
    /// <summary>Whether somebody changed the field since the edit began.</summary>
    /// <param name="from">What the edit began with, in its normal form.</param>
    /// <param name="now">What stands, in its normal form.</param>
    public static bool IsOne(string? from, string? now) => from != now;

    /// <summary>Names who set what stands, and when.</summary>
    public static async Task<FieldsChangedMeanwhile> NamedAsync(
        LaunchChange change, List<FactChange.Set> conflicts, CancellationToken ct)
    {
        var authors = await FieldAuthors.LastAsync(
            change.Db, change.Board.Facts, [.. conflicts.Select(c => (c.Fact, c.Field)).Distinct()], ct);
        return new([.. conflicts.Select(set =>
        {
            var author = authors.GetValueOrDefault((set.Fact, set.Field))?.ToldTo(change.Actor.UserId);
            return new FieldConflict(
                set.Fact, set.Field, set.From, set.To, author?.By ?? "Somebody", author?.At ?? change.Now);
        })]);
    }
}
