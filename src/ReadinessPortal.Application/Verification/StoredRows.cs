using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.Tokens;

namespace ReadinessPortal.Application.Verification;

/// <summary>Holds what stands in the tables of a launch against what its audit says that was put there.</summary>
internal static class StoredRows
{
    // Counted with each entry, and held against the last of them; by what a row was found; and when it was last used,
    // which changes nothing.
    private static readonly string[] _apart =
    [
        nameof(Launch.ChangeNumber), nameof(Launch.FactsNumber), nameof(AuditRow.LaunchId),
        nameof(ApiToken.LastUsedAt),
    ];

    // What a migration wrote into rows that were there: the days that evidence counted until they could be set.
    private static readonly HashSet<(string Table, string Property, string Text)> _byMigration =
    [
        ("launches", "validity",
            """{"certificate":365,"drill":180,"load":90,"other":90,"scan":30,"tests":30}"""),
    ];

    private static readonly MethodInfo _rows =
        typeof(StoredRows).GetMethod(nameof(RowsAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Every row of a table that the audit tells of.</summary>
    public static async Task<VerificationCheck> CheckAsync(
        DbContext db, Guid launch, RecordedRows recorded, CancellationToken ct)
    {
        // What is of no launch alone, such as the portal's own audit, is told of elsewhere.
        var told = recorded.Ids.Select(i => i.Table).ToHashSet(StringComparer.Ordinal);
        var types = db.Model.GetEntityTypes().Where(t => told.Contains(t.GetTableName() ?? "")
            && (t.ClrType == typeof(Launch) || t.FindProperty(nameof(AuditRow.LaunchId)) is not null)).ToList();
        var tables = types.Select(t => t.GetTableName()!).ToHashSet(StringComparer.Ordinal);
        var breaks = new List<string>();
        var seen = new HashSet<(string, string)>();
        foreach (var type in types.OrderBy(t => t.GetTableName(), StringComparer.Ordinal))
        {
            var table = type.GetTableName()!;
            List<object> rows;
            try
            {
                rows = await (Task<List<object>>)_rows.MakeGenericMethod(type.ClrType)
                    .Invoke(null, [db, type, launch, ct])!;
            }
            catch (Exception problem) when (Unreadable.Is(problem))
            {
                breaks.Add(Unreadable.Sentence($"rows of {table}", problem));
                tables.Remove(table);
                continue;
            }

            foreach (var row in rows)
            {
                var entry = db.Entry(row);
                var id = IdOf(entry);
                seen.Add((table, id));
                breaks.AddRange(recorded.Find(table, id) is { } values
                    ? Differences(entry, table, id, values)
                    : [$"{NameOf(entry, table, id)} is in the database, and no entry of the audit made it."]);
                entry.State = EntityState.Detached;
            }
        }

        breaks.AddRange(recorded.Ids.Where(i => tables.Contains(i.Table) && !seen.Contains(i)).Order()
            .Select(i => $"{i.Table} {i.Id} is in the audit, and was taken out of the database."));
        return new("rows of the database are as the audit left them", seen.Count, [.. breaks]);
    }

    private static async Task<List<object>> RowsAsync<T>(
        DbContext db, IEntityType type, Guid launch, CancellationToken ct)
        where T : class
    {
        var column = type.ClrType == typeof(Launch) ? nameof(Launch.Id) : nameof(AuditRow.LaunchId);
        var rows = await db.Set<T>().IgnoreQueryFilters().AsNoTracking()
            .Where(r => EF.Property<Guid>(r, column) == launch).ToListAsync(ct);
        return [.. rows];
    }

    private static IEnumerable<string> Differences(
        EntityEntry row, string table, string id, IReadOnlyDictionary<string, RecordedValue> values)
    {
        foreach (var property in row.Properties.Where(p =>
            p.Metadata.ValueGenerated == ValueGenerated.Never && !_apart.Contains(p.Metadata.Name)))
        {
            var name = AuditText.NameOf(property.Metadata.Name);
            var now = CanonicalJson.Write(AuditText.ValueOf(property.CurrentValue));
            var isRecorded = values.TryGetValue(name, out var said);
            if (isRecorded ? now != said.Text : !IsEmpty(property) && !_byMigration.Contains((table, name, now)))
            {
                yield return $"{NameOf(row, table, id)}: {name} is {Short(now)}; "
                    + (isRecorded ? $"entry {said.Entry} left {Short(said.Text)}." : "no entry set it.");
            }
        }
    }

    // A column that came later than the row is empty in it.
    private static bool IsEmpty(PropertyEntry property) => property.CurrentValue switch
    {
        null or "" or false => true,
        System.Collections.IEnumerable many and not string => !many.Cast<object>().Any(),
        ValueType value => value.Equals(Activator.CreateInstance(value.GetType())),
        _ => false,
    };

    private static string IdOf(EntityEntry row) => string.Join(
        '/', row.Metadata.FindPrimaryKey()!.Properties.Select(p => row.Property(p).CurrentValue));

    private static string NameOf(EntityEntry row, string table, string id) =>
        row.Entity is Fact { Key: { Length: > 0 } key } ? $"{table} {key}" : $"{table} {id}";

    private static string Short(string text) => text.Length <= 80 ? text : $"{text[..77]}…";
}
