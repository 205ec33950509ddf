using System.Collections.Immutable;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;

namespace ReadinessPortal.Application.Facts;

/// <summary>
/// Applies changes to the facts of a launch, one after the other. What cannot be applied is collected; the facts that
/// come out are whole and checked like those of a package.
/// </summary>
internal sealed class AppliedChanges
{
    private readonly LaunchFacts _before;
    private readonly FactLists _lists;
    private readonly FactFields _fields;
    private readonly IReadOnlyDictionary<Guid, Fact> _archived;
    private readonly FactAuthor _author;
    private readonly List<FieldProblem> _problems = [];
    private readonly List<string> _words = [];
    private bool _isAnyGone;

    /// <param name="archived">Facts that may be restored, with their parts.</param>
    public AppliedChanges(LaunchFacts facts, FactAuthor author, IReadOnlyDictionary<Guid, Fact>? archived = null)
    {
        _before = facts;
        _author = author;
        _archived = archived ?? ImmutableDictionary<Guid, Fact>.Empty;
        _lists = new(facts);
        _fields = new(_lists, _problems.Add);
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
        else if (_lists.Find(change.Fact) is not { } fact)
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

        var facts = _lists.Facts();
        _problems.AddRange(Checked(facts, _before, _isAnyGone));
        if (_problems.Count > 0)
        {
            // What did not hold together before is not held against a change of something else.
            var stood = Checked(_before).Select(WithoutHint).ToHashSet();
            _problems.RemoveAll(p => stood.Contains(WithoutHint(p)));
        }

        return _problems.Count > 0 ? null : facts;
    }

    private static FieldProblem WithoutHint(FieldProblem problem) =>
        problem with { Text = NearMiss.Without(problem.Text) };

    /// <param name="held">What needs no second look, because nobody touched it.</param>
    private static List<FieldProblem> Checked(LaunchFacts facts, LaunchFacts? held = null, bool isAnyGone = false)
    {
        var problems = new List<FieldProblem>();
        void Report(string at, string text) => problems.Add(FactLocator.Problem(facts, at, text));
        new PackageChecks(facts, Report, "launch", held, isAnyGone).Run();
        return problems;
    }

    private void Set(FactChange.Set set, object fact)
    {
        var kind = FactKinds.Get(set.Fact);
        if (kind.Field(set.Field) is not { } field)
        {
            _problems.Add(new(set.Fact, set.Field, "is not a field of this"));
            return;
        }

        if (set.Fact.IsLaunch && WhyElsewhere(set.Field) is { } elsewhere)
        {
            _problems.Add(new(set.Fact, set.Field, elsewhere));
            return;
        }

        var (from, now) = (FactText.Normal(set.From), FactText.Of(field.Read(fact, set.Field)));
        if (_fields.Typed(set.Fact, field, set.Field, FactText.Normal(set.To)) is not (var value, var to) || to == now)
        {
            return;
        }

        if (EditConflicts.IsOne(from, now))
        {
            Conflicts.Add(set with { From = now, To = to });
            return;
        }

        _words.Add($"{Name(set.Fact, fact)}: {FactWords.Spelled(set.Field)} {FactWords.Shown(now)} to "
            + FactWords.Shown(to));
        var changed = kind.Copy(fact);
        field.Set(changed, set.Field, value);
        foreach (var (name, text) in _author.Signing(set))
        {
            kind.Field(name)!.Set(changed, name, text.Length == 0 ? null : text);
        }

        _lists.Put(set.Fact, changed);
    }

    private void Add(FactChange.Add add)
    {
        if (_lists.Of(add.Fact) is not { } siblings)
        {
            Gone ??= add.Fact.Parent ?? add.Fact;
            return;
        }

        if (!FactKey.IsValid(add.Fact.Key))
        {
            _problems.Add(new(add.Fact, "key", FactKey.Rule));
        }
        else if (siblings.Find(add.Fact.Key) is not null)
        {
            _problems.Add(new(add.Fact, "key", $"'{add.Fact.Key}' is taken; choose another"));
        }

        var fact = New(add, siblings.Kind);
        if (!siblings.Insert(fact, add.After))
        {
            Gone ??= Sibling(add.Fact, add.After!);
        }

        _words.Add($"{siblings.Kind.One} {Name(add.Fact, fact)} added");
    }

    private Fact New(FactChange.Add add, FactKind kind)
    {
        var fact = kind.New(add.Fact.Key);
        var said = new HashSet<string>(StringComparer.Ordinal) { "key" };
        foreach (var (name, text) in add.Values.SetItems(_author.Signing(add)))
        {
            if (kind.Field(name) is not { Name: not "key" } field)
            {
                _problems.Add(new(add.Fact, name, "is not a field of this"));
            }
            else if (_fields.Typed(add.Fact, field, name, FactText.Normal(text)) is ({ } value, _))
            {
                field.Set(fact, name, value);
                said.Add(name);
            }
        }

        _problems.AddRange(kind.Fields.Where(f => f.IsRequired && !said.Contains(f.Name)
            && !_problems.Any(p => p.Fact == add.Fact && p.Field == f.Name))
            .Select(f => new FieldProblem(add.Fact, f.Name, "may not be blank")).ToList());
        return fact;
    }

    private void Restore(FactChange.Restore restore)
    {
        if (_lists.Of(restore.Fact) is not { } siblings)
        {
            _problems.Add(new(restore.Fact, "", "belongs to what is archived itself; restore that first"));
        }
        else if (!_archived.TryGetValue(restore.Id, out var archived) || archived.Key != restore.Fact.Key
            || archived.GetType() != siblings.Kind.Type)
        {
            _problems.Add(new(restore.Fact, "", "is not archived any more: look again"));
        }
        else if (siblings.Find(archived.Key) is not null || FactKinds.Find(_before, restore.Fact) is not null)
        {
            _problems.Add(new(restore.Fact, "key", $"'{archived.Key}' is taken by what stands there now; "
                + "archive that before you restore this"));
        }
        else
        {
            var fact = Standing(siblings.Kind, archived);
            siblings.Insert(fact, archived.Position);
            _words.Add($"{Name(restore.Fact, fact)} restored");
        }
    }

    private static Fact Standing(FactKind kind, Fact archived) => kind.Parts.Aggregate(
        archived with { ArchivedAt = null },
        (fact, part) => part.With(fact, part.In(fact).Select(p => Standing(part, p))));

    private void Place(FactChange change, object fact)
    {
        _words.Add($"{Name(change.Fact, fact)} {(change is FactChange.Move ? "moved" : "archived")}");
        if (_lists.Of(change.Fact) is not { } siblings)
        {
            _problems.Add(new(change.Fact, "", "stands in no list"));
        }
        else if (change is FactChange.Archive { From: var from })
        {
            Conflicts.AddRange(from is null ? [] : Moved(change.Fact, fact, from));
            _lists.Remove(change.Fact);
            _isAnyGone = true;
        }
        else if (change is FactChange.Move move)
        {
            if (move.From is { } followed && siblings.Before(change.Fact.Key) is var now && now != followed)
            {
                Conflicts.Add(
                    FactChange.Setting(change.Fact, "position", FactWords.Place(now), FactWords.Place(followed)));
            }

            if (!siblings.Move(change.Fact.Key, move.After ?? ""))
            {
                Gone ??= Sibling(change.Fact, move.After!);
            }
        }
    }

    private static IEnumerable<FactChange.Set> Moved(
        FactPath path, object fact, EquatableMap<string> from)
    {
        var now = FactText.Read(fact, FactKinds.Get(path));
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

    private string Name(FactPath path, object fact)
    {
        if (path.Parent is null || _lists.Find(path.Root) is not Fact root)
        {
            return fact is Launch launch ? launch.Key : FactText.Title(path, fact, null);
        }

        // A row goes by the columns as they are by now.
        var whole = root is Register known && path.Root == path.Parent
            ? known with { Columns = [.. _lists.Of(RegisterFacts.Column(known.Key, "-"))!.All.Cast<RegisterColumn>()] }
            : null;
        return $"{FactText.Title(path.Root, root, null)}, {FactText.Title(path, fact, whole)}";
    }

    private static FactPath Sibling(FactPath path, string key) =>
        path.Parent is { } parent ? parent.Part(path.List, key) : FactPath.Of(path.List, key);
}
