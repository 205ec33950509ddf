using ReadinessPortal.Domain.Registers;

namespace ReadinessPortal.Web.Registers;

/// <summary>A row as the grid shows it.</summary>
/// <param name="Id">The same for as long as the row is on the page, whatever becomes of it.</param>
/// <param name="Key">Of the register's row; of a row that is not stored yet, a name of its own.</param>
/// <param name="Row">Null for a row that is not stored yet.</param>
/// <param name="Shown">Its cells as the board shows them.</param>
/// <param name="IsGone">Archived elsewhere while somebody is at it here.</param>
public sealed record GridRow(string Id, string Key, RegisterRow? Row, TableRow? Shown, bool IsGone = false)
{
    /// <summary>What a row is called that was begun and is not stored yet.</summary>
    public const string NewTitle = "New row";

    /// <summary>What it is called among the rows of its register.</summary>
    public string Title(Register register) =>
        Row is { } stored ? RegisterFacts.Title(register, stored) : IsGone ? ArchivedTitle(Key) : NewTitle;

    /// <summary>What an archived row is called whose cells are not at hand.</summary>
    public static string ArchivedTitle(string key) => $"Archived row {key}";
}

/// <summary>
/// The rows of a grid: those of the register, those that were begun here and hold nothing yet, and those that were
/// archived elsewhere while somebody is at them here.
/// </summary>
public sealed class GridRows
{
    private const string NewPrefix = "~";

    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _chosen = new(StringComparer.Ordinal);
    private readonly List<(string Id, string? After)> _begun = [];

    public IReadOnlyList<GridRow> All { get; private set; } = [];

    /// <summary>What the register does not say of them: rows that are only here, and where they stand.</summary>
    public string Here => string.Join(' ', All.Index().Where(r => r.Item.Row is null || r.Item.IsGone)
        .Select(r => $"{r.Index}:{r.Item.Id}"));

    public static bool IsNew(string key) => key.StartsWith(NewPrefix, StringComparison.Ordinal);

    /// <summary>The key a row has now; one that was begun here gets one when it is stored.</summary>
    public string KeyOf(string row) => _keys.GetValueOrDefault(row, row);

    /// <summary>The last row that was begun and holds nothing yet, or null.</summary>
    public string? LastBegun => _begun.Count == 0 ? null : _begun[^1].Id;

    /// <summary>Puts a row that holds nothing after another one; null for the last place.</summary>
    /// <param name="again">What it was called on this page before it was loaded again.</param>
    /// <returns>What it is called until it is stored.</returns>
    public string Begin(string? after, string? again = null)
    {
        var id = again is not null && RequestOf(again) is not null
            ? again : NewPrefix + Guid.CreateVersion7().ToString("N");
        if (!_begun.Exists(b => b.Id == id))
        {
            _begun.Add((id, after));
        }

        return id;
    }

    /// <summary>Names the adding of a begun row, so that it is added once, however often it is asked for.</summary>
    public static Guid? RequestOf(string id) =>
        IsNew(id) && Guid.TryParseExact(id[NewPrefix.Length..], "N", out var request) ? request : null;

    /// <summary>The key a begun row is to have: chosen with its first text, and the same whenever it is sent.</summary>
    /// <param name="taken">It is somebody else's by now.</param>
    public string ChooseKey(string id, Register register, RegisterColumn column, string text, string? taken = null)
    {
        if (!_chosen.TryGetValue(id, out var key) || key == taken)
        {
            var others = register.Rows.Select(r => r.Key).Concat(_chosen.Values).Append(taken ?? "")
                .ToHashSet(StringComparer.Ordinal);
            _chosen[id] = key = RegisterFacts.KeyOfRow([column], _ => text, others);
        }

        return key;
    }

    /// <summary>Key of the stored row that a begun one follows; null for the last place.</summary>
    public string? AfterOf(string id) => _begun.Find(b => b.Id == id).After is { } after ? KeyOf(after) : null;

    public void Stored(string id, string key)
    {
        _keys[id] = key;
        _ids[key] = id;
    }

    /// <summary>Shows a row that was archived before the page was loaded, while somebody is at it here.</summary>
    public void ShowGone(string id)
    {
        if (All.All(r => r.Id != id))
        {
            All = [new(id, KeyOf(id), null, null, IsGone: true), .. All];
        }
    }

    public void GiveUp(string id) => _begun.RemoveAll(b => b.Id == id);

    /// <param name="isHeld">Somebody is at the row of this id.</param>
    public void Follow(Register register, RegisterTable table, Func<string, bool> isHeld)
    {
        var rows = register.Rows.Select((r, i) =>
            new GridRow(_ids.GetValueOrDefault(r.Key, r.Key), r.Key, r, table.Rows[i])).ToList();
        var standing = register.Rows.Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
        var previous = All.ToList();
        var wereStored = previous.Where(r => r.Row is not null || r.IsGone);
        foreach (var gone in wereStored.Where(r => !standing.Contains(r.Key) && isHeld(r.Id)))
        {
            var before = previous[..previous.IndexOf(gone)].FindLast(b => rows.Exists(r => r.Id == b.Id));
            rows.Insert(before is null ? 0 : rows.FindIndex(r => r.Id == before.Id) + 1, gone with { IsGone = true });
        }

        _begun.RemoveAll(b => _keys.TryGetValue(b.Id, out var key) && standing.Contains(key));
        foreach (var (id, after) in _begun)
        {
            var at = after is null ? -1 : rows.FindIndex(r => r.Key == KeyOf(after) || r.Id == after);
            rows.Insert(at < 0 ? rows.Count : at + 1, new(id, id, null, null));
        }

        All = rows;
    }
}
