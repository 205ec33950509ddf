using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Facts;

/// <summary>One list of facts while it is changed: a fact is found without a walk.</summary>
/// <param name="of">What they are parts of; null for facts of the launch itself.</param>
internal sealed class FactSiblings(FactKind kind, FactPath? of, IReadOnlyList<Fact> facts)
{
    private readonly List<string> _order = [.. facts.Select(f => f.Key)];
    private readonly Dictionary<string, Fact> _byKey = facts.ToDictionary(f => f.Key, StringComparer.Ordinal);

    public FactKind Kind => kind;

    public FactPath? Of => of;

    public bool IsTouched { get; private set; }

    public IEnumerable<Fact> All => _order.Select(key => _byKey[key]);

    public Fact? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>Key of the sibling it follows; empty for the first place.</summary>
    public string Before(string key) => _order.IndexOf(key) is > 0 and var at ? _order[at - 1] : "";

    public void Put(Fact fact)
    {
        _byKey[fact.Key] = fact;
        IsTouched = true;
    }

    /// <param name="after">Key of the sibling it follows; empty for the first place, null for the last.</param>
    /// <returns>Whether that sibling is there.</returns>
    public bool Insert(Fact fact, string? after)
    {
        var at = after is null ? _order.Count : after.Length == 0 ? 0 : _order.IndexOf(after) + 1;
        if (at == 0 && after is { Length: > 0 })
        {
            return false;
        }

        Insert(fact, at);
        return true;
    }

    /// <param name="at">Place from 0; beyond the end is the last.</param>
    public void Insert(Fact fact, int at)
    {
        if (_byKey.ContainsKey(fact.Key))
        {
            _order.Remove(fact.Key);
        }

        _order.Insert(Math.Min(at, _order.Count), fact.Key);
        Put(fact);
    }

    public void Remove(string key)
    {
        _order.Remove(key);
        _byKey.Remove(key);
        IsTouched = true;
    }

    /// <inheritdoc cref="Insert(Fact, string)"/>
    public bool Move(string key, string after)
    {
        var fact = _byKey[key];
        Remove(key);
        return Insert(fact, after);
    }
}
