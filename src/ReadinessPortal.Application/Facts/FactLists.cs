using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Facts;

/// <summary>
/// The facts of a launch while they are changed: a list is opened when something in it is, and every fact that nobody
/// touches stays the object it was.
/// </summary>
internal sealed class FactLists(LaunchFacts facts)
{
    private readonly Dictionary<string, FactSiblings> _open = new(StringComparer.Ordinal);

    private Launch _launch = facts.Launch;

    /// <summary>The fact as it stands now, or the launch; its parts are in lists of their own.</summary>
    public object? Find(FactPath path) => path.IsLaunch ? _launch : Of(path)?.Find(path.Key);

    /// <summary>The list that the path stands in; null where there is no such kind, or nothing to be part of.</summary>
    public FactSiblings? Of(FactPath path)
    {
        if (path.IsLaunch || FactKinds.Of(path) is not { } kind)
        {
            return null;
        }

        var name = $"{path.Parent}/{path.List}";
        if (!_open.TryGetValue(name, out var list) && (path.Parent is { } whole ? Find(whole) : facts) is { } holder)
        {
            _open[name] = list = new(kind, path.Parent, kind.In(holder));
        }

        return list;
    }

    /// <summary>The fact that the path names is this one from now on.</summary>
    public void Put(FactPath path, object fact)
    {
        if (fact is Launch launch)
        {
            _launch = launch;
        }
        else
        {
            Of(path)!.Put((Fact)fact);
        }
    }

    /// <summary>Takes a fact out, and its parts with it.</summary>
    public void Remove(FactPath path)
    {
        Of(path)!.Remove(path.Key);
        foreach (var name in _open.Keys.Where(n => n.StartsWith($"{path}/", StringComparison.Ordinal)).ToList())
        {
            _open.Remove(name);
        }
    }

    /// <summary>All of it, whole again.</summary>
    public LaunchFacts Facts()
    {
        // Parts first: what they are parts of is another object then, and its list another list.
        var whole = facts with { Launch = _launch };
        foreach (var list in _open.Values.OrderByDescending(l => l.Kind.Lists.Length).ToList())
        {
            if (list is { IsTouched: true, Of: { } path })
            {
                Of(path)!.Put(list.Kind.With((Fact)Find(path)!, list.All));
            }
            else if (list.IsTouched)
            {
                whole = list.Kind.With(whole, list.All);
            }
        }

        return whole;
    }
}
