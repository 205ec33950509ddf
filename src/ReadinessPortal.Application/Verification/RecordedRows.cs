using System.Text.Json;
using System.Text.Json.Nodes;
using ReadinessPortal.Domain.Revisions;

namespace ReadinessPortal.Application.Verification;

/// <summary>A value that the audit says a row has.</summary>
/// <param name="Text">Canonical JSON.</param>
/// <param name="Entry">Number of the entry that left it so.</param>
internal readonly record struct RecordedValue(string Text, long Entry);

/// <summary>
/// What the entries of an audit, read in their order, say that each row of the database is by now. Entries tell what a
/// change left in every column it touched, so the last one of a column counts.
/// </summary>
internal sealed class RecordedRows
{
    private readonly Dictionary<(string Table, string Id), Dictionary<string, RecordedValue>> _rows = [];

    private readonly Dictionary<long, byte[]> _hashes = [];

    /// <summary>Lower-case hash of an entry, as it is stored; null where there is none.</summary>
    public string? HashOf(long number) =>
        _hashes.TryGetValue(number, out var hash) ? Convert.ToHexStringLower(hash) : null;

    /// <summary>Tables and ids of all of them.</summary>
    public IReadOnlyCollection<(string Table, string Id)> Ids => _rows.Keys;

    /// <summary>Takes an entry in.</summary>
    /// <returns>Whether it is one that the portal could have written.</returns>
    public bool TryAdd(long number, string entry, byte[] hash)
    {
        _hashes[number] = hash;
        try
        {
            foreach (var change in JsonNode.Parse(entry)?["changes"] as JsonArray ?? throw new FormatException())
            {
                Add(number, change as JsonObject ?? throw new FormatException());
            }

            return true;
        }
        catch (Exception problem) when (problem is JsonException or FormatException or InvalidOperationException)
        {
            return false;
        }
    }

    private void Add(long number, JsonObject change)
    {
        if (change["table"] is not JsonValue table || change["id"] is not JsonValue id
            || change["after"] is not JsonObject after)
        {
            throw new FormatException();
        }

        var at = (table.GetValue<string>(), id.GetValue<string>());
        if (!_rows.TryGetValue(at, out var row))
        {
            _rows[at] = row = [];
        }

        foreach (var (property, value) in after)
        {
            row[property] = new(CanonicalJson.Write(value), number);
        }
    }

    /// <returns>Values by property; null where no entry tells of the row.</returns>
    public IReadOnlyDictionary<string, RecordedValue>? Find(string table, string id) =>
        _rows.GetValueOrDefault((table, id));
}
