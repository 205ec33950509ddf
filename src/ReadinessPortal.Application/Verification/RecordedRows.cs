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

    /// <summary>Tables and ids of all of them.</summary>
    public IReadOnlyCollection<(string Table, string Id)> Ids => _rows.Keys;

    /// <summary>Takes an entry in.</summary>
    /// <exception cref="InvalidOperationException">It is no entry of an audit.</exception>
    public void Add(long number, string entry)
    {
        foreach (var change in JsonNode.Parse(entry)!["changes"]!.AsArray())
        {
            var id = ((string)change!["table"]!, (string)change["id"]!);
            if (!_rows.TryGetValue(id, out var row))
            {
                _rows[id] = row = [];
            }

            foreach (var (property, value) in change["after"]!.AsObject())
            {
                row[property] = new(CanonicalJson.Write(value), number);
            }
        }
    }

    /// <returns>Values by property; null where no entry tells of the row.</returns>
    public IReadOnlyDictionary<string, RecordedValue>? Find(string table, string id) =>
        _rows.GetValueOrDefault((table, id));
}
