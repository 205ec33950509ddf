using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Facts;

/// <summary>
/// The facts of a launch as JSON while changes are applied to them, one after the other. What cannot be applied is
/// collected; the facts that come out are whole and checked like those of a package.
/// </summary>
internal sealed class FactTree
{
    private readonly LaunchFacts _before;
    private readonly FactNodes _nodes;
    private readonly FactFields _fields;
    private readonly IReadOnlyDictionary<Guid, Fact> _archived;
    private readonly FactAuthor _author;
    private readonly List<FieldProblem> _problems = [];
    private readonly List<string> _words = [];

    /// <param name="archived">Facts that may be restored, with their parts.</param>
    public FactTree(LaunchFacts facts, FactAuthor author, IReadOnlyDictionary<Guid, Fact>? archived = null)
    {
        _before = facts;
        _author = author;
        _archived = archived ?? ImmutableDictionary<Guid, Fact>.Empty;
        _nodes = new(facts);
        _fields = new(_nodes, _problems.Add);
    }

    /// <summary>The first fact that was to be changed and is not there.</summary>
    public FactPath? Gone { get; private set; }

    /// <summary>What stands otherwise than somebody saw it. Without who changed it: that is in the audit.</summary>
    public List<FactChange.Set> Conflicts { get; } = [];

    public ImmutableArray<FieldProblem> Problems => [.. _problems];

    public ImmutableArray<string> Words => [.. _words];

    public void Apply(FactChange change)
    {
        if (change is FactChange.Add add)
        {
            Add(add);
        }
        else if (change is FactChange.Restore restore)
        {
            Restore(restore);
        }
        else if (_nodes.Find(change.Fact) is not { } fact)
        {
            Gone ??= change.Fact;
        }
        else if (change is FactChange.Set set)
        {
            Set(set, fact);
        }
        else
        {
            Place(change, fact);
        }

        _fields.Follow(change);
    }

    /// <summary>Null while there are problems, and when the whole of it does not hold together.</summary>
    public LaunchFacts? Facts()
    {
        if (_problems.Count > 0 || Conflicts.Count > 0 || Gone is not null)
        {
            return null;
        }

        var facts = Positions.Set(_nodes.Root.Deserialize<LaunchFacts>(FactsJson.Options)!);
        _problems.AddRange(Checked(facts, _nodes));
        if (_problems.Count > 0)
        {
            // What did not hold together before is not held against a change of something else.
            var stood = Checked(_before, new(_before)).ToHashSet();
            _problems.RemoveAll(stood.Contains);
        }

        var was = _before.Launch;
        return _problems.Count > 0 ? null : facts with
        {
            Launch = facts.Launch with
            {
                Id = was.Id,
                Stage = was.Stage,
                ChangeNumber = was.ChangeNumber,
                FactsNumber = was.FactsNumber,
            },
        };
    }

    private static List<FieldProblem> Checked(LaunchFacts facts, FactNodes nodes)
    {
        var problems = new List<FieldProblem>();
        new PackageChecks(facts, (at, text) => problems.Add(FactPlaces.Problem(nodes.Root, at, text)), "launch").Run();
        return problems;
    }

    private void Set(FactChange.Set set, JsonObject fact)
    {
        var kind = FactKind.Of(set.Fact);
        if (kind?.Field(set.Field) is not { } field)
        {
            _problems.Add(new(set.Fact, set.Field, "is not a field of this"));
            return;
        }

        if (set.Fact.IsLaunch && WhyElsewhere(set.Field) is { } elsewhere)
        {
            _problems.Add(new(set.Fact, set.Field, elsewhere));
            return;
        }

        var (from, now) = (FactText.Normal(set.From), FactText.Of(fact, set.Field));
        if (_fields.Typed(set.Fact, field, set.Field, FactText.Normal(set.To)) is not (var value, var to) || to == now)
        {
            return;
        }

        if (from != now)
        {
            Conflicts.Add(set with { From = now, To = to });
            return;
        }

        _words.Add($"{Name(set.Fact, fact)}: {FactWords.Spelled(set.Field)} {FactWords.Shown(now)} to "
            + FactWords.Shown(to));
        FactFields.Put(fact, set.Field, value);
        foreach (var (name, text) in _author.Signing(set))
        {
            FactFields.Put(fact, name, text);
        }
    }

    private void Add(FactChange.Add add)
    {
        if (FactKind.Of(add.Fact) is not { } kind || add.Fact.IsLaunch
            || _nodes.SiblingsOfNew(add.Fact) is not { } siblings)
        {
            Gone ??= add.Fact.Parent ?? add.Fact;
            return;
        }

        if (!FactKey.IsValid(add.Fact.Key))
        {
            _problems.Add(new(add.Fact, "key", FactKey.Rule));
        }
        else if (_nodes.Find(add.Fact) is not null)
        {
            _problems.Add(new(add.Fact, "key", $"'{add.Fact.Key}' is taken; choose another"));
        }

        var values = add.Values.SetItems(_author.Signing(add));
        var fact = new JsonObject { ["key"] = add.Fact.Key };
        foreach (var (name, text) in values)
        {
            if (kind.Field(name) is not { Name: not "key" } field)
            {
                _problems.Add(new(add.Fact, name, "is not a field of this"));
            }
            else if (_fields.Typed(add.Fact, field, name, FactText.Normal(text)) is (var value, _))
            {
                FactFields.Put(fact, name, value);
            }
        }

        foreach (var missing in kind.Fields.Where(f => f.IsRequired && FactText.Of(fact, f.Name) is null
            && !_problems.Any(p => p.Fact == add.Fact && p.Field == f.Name)))
        {
            _problems.Add(new(add.Fact, missing.Name, "may not be blank"));
        }

        if (!_nodes.Insert(siblings, fact, add.After))
        {
            Gone ??= Sibling(add.Fact, add.After!);
        }

        _words.Add($"{FactWords.One(add.Fact.List)} {Name(add.Fact, fact)} added");
    }

    private void Restore(FactChange.Restore restore)
    {
        if (FactKind.Of(restore.Fact) is null || restore.Fact.IsLaunch
            || _nodes.SiblingsOfNew(restore.Fact) is not { } siblings)
        {
            _problems.Add(new(restore.Fact, "", "belongs to what is archived itself; restore that first"));
        }
        else if (!_archived.TryGetValue(restore.Id, out var archived) || archived.Key != restore.Fact.Key)
        {
            _problems.Add(new(restore.Fact, "", "is not archived any more: look again"));
        }
        else if (_nodes.Find(restore.Fact) is not null)
        {
            _problems.Add(new(restore.Fact, "key", $"'{archived.Key}' is taken by what stands there now; "
                + "archive that before you restore this"));
        }
        else
        {
            var fact = (JsonObject)JsonSerializer.SerializeToNode(archived, archived.GetType(), FactsJson.Options)!;
            _nodes.Insert(siblings, fact, archived.Position);
            _words.Add($"{Name(restore.Fact, fact)} restored");
        }
    }

    private void Place(FactChange change, JsonObject fact)
    {
        _words.Add($"{Name(change.Fact, fact)} {(change is FactChange.Move ? "moved" : "archived")}");
        if (change is FactChange.Archive { From: { } from })
        {
            Conflicts.AddRange(Moved(change.Fact, fact, from));
        }
        else if (change is FactChange.Move { From: { } followed } && FactNodes.Before(fact) is var now
            && now != followed)
        {
            Conflicts.Add(FactChange.Setting(change.Fact, "position", FactWords.Place(now), FactWords.Place(followed)));
        }

        var siblings = (JsonArray)fact.Parent!;
        _nodes.Remove(fact);
        if (change is FactChange.Move move && !_nodes.Insert(siblings, fact, move.After ?? ""))
        {
            Gone ??= Sibling(change.Fact, move.After!);
        }
    }

    private static IEnumerable<FactChange.Set> Moved(
        FactPath path, JsonObject fact, EquatableMap<string> from)
    {
        var now = FactText.Read(fact, FactKind.Of(path)!);
        return from.Keys.Union(now.Keys, StringComparer.Ordinal)
            .Where(f => f != "key" && FactText.Normal(from.GetValueOrDefault(f)) != now.GetValueOrDefault(f))
            .Select(f => FactChange.Setting(path, f, now.GetValueOrDefault(f), from.GetValueOrDefault(f)));
    }

    // These two change what people sign for and what proves: they have use cases of their own, with reason and history.
    private static string? WhyElsewhere(string field) =>
        field == "targetDate" ? "is moved with a reason, in the settings under Target date"
        : field.StartsWith("release.", StringComparison.Ordinal)
            ? "is changed with a reason, in the settings under Release under test"
        : null;

    private string Name(FactPath path, JsonObject fact) =>
        path.Parent is not null && _nodes.Find(path.Root) is { } root && root != fact
            ? $"{FactWords.Title(root)}, {FactWords.Title(fact, root)}"
            : path.IsLaunch ? (string)fact["key"]! : FactWords.Title(fact);

    private static FactPath Sibling(FactPath path, string key) =>
        path.Parent is { } parent ? parent.Part(path.List, key) : FactPath.Of(path.List, key);
}
