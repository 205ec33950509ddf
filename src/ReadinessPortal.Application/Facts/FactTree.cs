using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Figures.Formulas;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;

namespace ReadinessPortal.Application.Facts;

/// <summary>
/// The facts of a launch as JSON while changes are applied to them, one after the other. What cannot be applied is
/// collected; the facts that come out are whole and checked like those of a package.
/// </summary>
internal sealed class FactTree
{
    private readonly LaunchFacts _before;
    private readonly JsonObject _root;
    private readonly FactAuthor _author;
    private readonly List<FieldProblem> _problems = [];
    private readonly List<string> _words = [];

    public FactTree(LaunchFacts facts, FactAuthor author)
    {
        _before = facts;
        _author = author;
        _root = (JsonObject)JsonSerializer.SerializeToNode(facts, FactsJson.Options)!;
    }

    /// <summary>The first fact that was to be changed and is not there.</summary>
    public FactPath? Gone { get; private set; }

    /// <summary>Without who changed it: that is in the audit.</summary>
    public List<FactChange.Set> Conflicts { get; } = [];

    public ImmutableArray<FieldProblem> Problems => [.. _problems];

    public ImmutableArray<string> Words => [.. _words];

    public void Apply(FactChange change)
    {
        if (change is FactChange.Add add)
        {
            Add(add);
        }
        else if (Find(change.Fact) is not { } fact)
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
    }

    /// <summary>Null while there are problems, and when the whole of it does not hold together.</summary>
    public LaunchFacts? Facts()
    {
        if (_problems.Count > 0 || Conflicts.Count > 0 || Gone is not null)
        {
            return null;
        }

        var facts = Positions.Set(_root.Deserialize<LaunchFacts>(FactsJson.Options)!);
        new PackageChecks(facts, (at, text) => _problems.Add(FactPlaces.Problem(_root, at, text)), "launch").Run();
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
        if (Typed(set.Fact, field, set.Field, FactText.Normal(set.To)) is not (var value, var to) || to == now)
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
        Put(fact, set.Field, value);
        foreach (var (name, text) in _author.Signing(set))
        {
            Put(fact, name, text);
        }
    }

    private void Add(FactChange.Add add)
    {
        if (FactKind.Of(add.Fact) is not { } kind || add.Fact.IsLaunch
            || (add.Fact.Parent is { } parent ? Find(parent) : _root) is not { } holder)
        {
            Gone ??= add.Fact.Parent ?? add.Fact;
            return;
        }

        var siblings = holder[add.Fact.List] as JsonArray ?? [];
        holder[add.Fact.List] ??= siblings;
        if (!FactKey.IsValid(add.Fact.Key))
        {
            _problems.Add(new(add.Fact, "key", FactKey.Rule));
        }
        else if (siblings.Any(s => (string)s!["key"]! == add.Fact.Key))
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
            else if (Typed(add.Fact, field, name, FactText.Normal(text)) is (var value, _))
            {
                Put(fact, name, value);
            }
        }

        foreach (var missing in kind.Fields.Where(f => f.IsRequired && FactText.Of(fact, f.Name) is null
            && !_problems.Any(p => p.Fact == add.Fact && p.Field == f.Name)))
        {
            _problems.Add(new(add.Fact, missing.Name, "may not be blank"));
        }

        if (!Insert(siblings, fact, add.After))
        {
            Gone ??= Sibling(add.Fact, add.After!);
        }

        _words.Add($"{FactWords.One(add.Fact.List)} {Name(add.Fact, fact)} added");
    }

    private void Place(FactChange change, JsonObject fact)
    {
        var siblings = (JsonArray)fact.Parent!;
        _words.Add($"{Name(change.Fact, fact)} {(change is FactChange.Move ? "moved" : "archived")}");
        siblings.Remove(fact);
        if (change is FactChange.Move move && !Insert(siblings, fact, move.After ?? ""))
        {
            Gone ??= Sibling(change.Fact, move.After!);
        }
    }

    // These two change what people sign for and what proves: they have use cases of their own, with reason and history.
    private static string? WhyElsewhere(string field) =>
        field == "targetDate" ? "is moved with a reason, in the settings under Target date"
        : field.StartsWith("release.", StringComparison.Ordinal)
            ? "is changed with a reason, in the settings under Release under test"
        : null;

    // The value of a text, and the text it reads back as; null where it does not fit, which is said.
    private (JsonNode? Value, string? Text)? Typed(FactPath path, FactField field, string name, string? text)
    {
        if (text is null)
        {
            if (!field.IsRequired || field.IsMap)
            {
                return (null, null);
            }

            _problems.Add(new(path, name, "may not be blank"));
            return null;
        }

        var (value, problem) = field.IsMap && path.Lists == "registers/rows" ? Cell(path, name, text)
            : WhyNoFormula(name, text) is { } why ? (null, why)
            : FactText.Parse(text, field);
        if (problem is not null)
        {
            _problems.Add(new(path, name, problem));
            return null;
        }

        return (value, FactText.Of(new JsonObject { ["value"] = value?.DeepClone() }, "value"));
    }

    private (JsonNode? Value, string? Problem) Cell(FactPath row, string name, string text)
    {
        var key = name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..];
        var columns = Find(row.Parent!.Value)?["columns"]
            .Deserialize<ImmutableArray<RegisterColumn>>(FactsJson.Options);
        if (columns?.FirstOrDefault(c => c.Key == key) is not { } column)
        {
            return (null, "is no column of this register");
        }

        if (column.Formula is not null)
        {
            return (null, "is computed, and follows from the other cells");
        }

        var cell = CellParser.Parse(text, column);
        return cell.Problem is { } problem ? (null, problem) : (cell.Canonical, null);
    }

    private static string? WhyNoFormula(string field, string text) =>
        field is "formula" or "totalFormula" ? Formula.Parse(text).Problem?.Sentence : null;

    private static void Put(JsonObject fact, string field, JsonNode? value)
    {
        var dot = field.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            if (value is null)
            {
                fact.Remove(field);
            }
            else
            {
                fact[field] = value;
            }

            return;
        }

        var outer = field[..dot];
        if (fact[outer] is not JsonObject inner)
        {
            fact[outer] = inner = [];
        }

        Put(inner, field[(dot + 1)..], value);
        if (inner.Count == 0)
        {
            fact.Remove(outer);
        }
    }

    private static bool Insert(JsonArray siblings, JsonObject fact, string? after)
    {
        var before = siblings.Index().FirstOrDefault(s => (string)s.Item!["key"]! == after);
        var at = after is null ? siblings.Count : after.Length == 0 ? 0 : before.Item is null ? -1 : before.Index + 1;
        if (at >= 0)
        {
            siblings.Insert(at, fact);
        }

        return at >= 0;
    }

    private JsonObject? Find(FactPath path)
    {
        var found = path.IsLaunch ? _root["launch"] as JsonObject : _root;
        var steps = path.IsLaunch ? [] : path.ToString().Split('/');
        for (var i = 0; i < steps.Length && found is not null; i += 2)
        {
            found = (found[steps[i]] as JsonArray)?
                .FirstOrDefault(f => (string?)f?["key"] == steps[i + 1]) as JsonObject;
        }

        return found;
    }

    private string Name(FactPath path, JsonObject fact) =>
        path.Parent is not null && Find(path.Root) is { } root && root != fact
            ? $"{FactWords.Title(root)}, {FactWords.Title(fact)}"
            : path.IsLaunch ? (string)fact["key"]! : FactWords.Title(fact);

    private static FactPath Sibling(FactPath path, string key) =>
        path.Parent is { } parent ? parent.Part(path.List, key) : FactPath.Of(path.List, key);
}
