using System.Collections.Frozen;
using System.Collections.Immutable;
using ReadinessPortal.Domain.Claims;
using ReadinessPortal.Domain.Contacts;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Drills;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Items;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Milestones;
using ReadinessPortal.Domain.Narratives;
using ReadinessPortal.Domain.Recommendations;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Domain.Risks;
using ReadinessPortal.Domain.Scoring;
using ReadinessPortal.Domain.SignOffs;

namespace ReadinessPortal.Domain.Facts;

/// <summary>Every kind of fact, and the facts of a launch by their paths and subjects.</summary>
public static class FactKinds
{
    /// <summary>Kinds that belong to the launch itself, in the order of a package.</summary>
    public static ImmutableArray<FactKind> OfLaunch { get; } =
    [
        Role.Descriptor, Category.Descriptor, Criterion.Descriptor, Gate.Descriptor, Register.Descriptor,
        Drill.Descriptor, OutstandingItem.Descriptor, Risk.Descriptor, Milestone.Descriptor, Narrative.Descriptor,
        Recommendation.Descriptor, Contact.Descriptor, FigureDefinition.Descriptor, Claim.Descriptor,
        EvidenceItem.Descriptor,
    ];

    /// <summary>Every kind, the launch first, a fact before its parts.</summary>
    public static ImmutableArray<FactKind> All { get; } = [Launch.Descriptor, .. OfLaunch.SelectMany(k => k.WithParts)];

    private static readonly FrozenDictionary<string, FactKind> _byLists =
        All.ToFrozenDictionary(k => k.Lists, StringComparer.Ordinal);

    private static readonly FrozenDictionary<SubjectKind, FactKind> _bySubject =
        All.Where(k => k.Subject is not null).ToFrozenDictionary(k => k.Subject!.Value);

    /// <summary>Null for lists that no launch has.</summary>
    public static FactKind? Of(FactPath path) => _byLists.GetValueOrDefault(path.Lists);

    /// <exception cref="ArgumentException">No launch has such a list.</exception>
    public static FactKind Get(FactPath path) =>
        Of(path) ?? throw new ArgumentException($"There is no kind of fact '{path.Lists}'.", nameof(path));

    /// <summary>Null for what is no fact.</summary>
    public static FactKind? Of(SubjectKind subject) => _bySubject.GetValueOrDefault(subject);

    /// <summary>The fact itself, or the launch; null when the launch has no such fact.</summary>
    public static object? Find(LaunchFacts facts, FactPath path) =>
        path.IsLaunch ? facts.Launch : List(facts, path).FirstOrDefault(f => f.Key == path.Key);

    /// <summary>Keys of all facts of the list that the path stands in, in order; its own may be missing.</summary>
    public static IReadOnlyList<string> Siblings(LaunchFacts facts, FactPath path) =>
        [.. List(facts, path).Select(f => f.Key)];

    /// <summary>All facts of the list that the path stands in; none where there is no such list.</summary>
    public static IReadOnlyList<Fact> List(LaunchFacts facts, FactPath path) =>
        Of(path) is { } kind && (path.Parent is { } parent ? Find(facts, parent) : facts) is { } holder
            ? kind.In(holder)
            : [];

    /// <summary>Every fact of the launch with the way to it, a fact before its parts.</summary>
    public static IEnumerable<(FactPath Path, Fact Fact)> Each(LaunchFacts facts) =>
        OfLaunch.SelectMany(kind => kind.In(facts).SelectMany(f => Each(kind, FactPath.Of(kind.List, f.Key), f)));

    /// <summary>The parts of a fact, and theirs.</summary>
    public static IEnumerable<Fact> Parts(FactPath path, Fact fact) =>
        Of(path) is { } kind ? Each(kind, path, fact).Skip(1).Select(p => p.Fact) : [];

    /// <summary>Every fact that audit, permissions and links know by a name of its own.</summary>
    public static IEnumerable<NamedFact> Named(LaunchFacts facts) => All.SelectMany(k => Named(facts, k));

    /// <summary>The same, of one kind; none of a kind that no fact has.</summary>
    public static IEnumerable<NamedFact> Named(LaunchFacts facts, SubjectKind kind) =>
        Of(kind) is { } described ? Named(facts, described) : [];

    /// <summary>Null when the launch has no such fact.</summary>
    public static (FactKind Kind, Fact Fact)? Find(LaunchFacts facts, SubjectRef subject) =>
        Of(subject.Kind) is { } kind && Find(facts, kind, subject.Key) is { } fact ? (kind, fact) : null;

    private static IEnumerable<(FactPath Path, Fact Fact)> Each(FactKind kind, FactPath path, Fact fact) =>
        kind.Parts.SelectMany(part => part.In(fact).SelectMany(f => Each(part, path.Part(part.List, f.Key), f)))
            .Prepend((path, fact));

    private static IEnumerable<NamedFact> Named(LaunchFacts facts, FactKind kind) =>
        kind.Subject is not { } subject ? []
        : WholeOf(kind) is not { } wholes
            ? kind.In(facts).Select(f => new NamedFact(new(subject, f.Key), kind, f))
            : wholes.In(facts).SelectMany(whole => kind.In(whole).Select(f =>
                new NamedFact(new(subject, $"{whole.Key}/{f.Key}"), kind, f, (wholes, whole))));

    private static Fact? Find(LaunchFacts facts, FactKind kind, string key)
    {
        if (WholeOf(kind) is not { } wholes)
        {
            return kind.In(facts).FirstOrDefault(f => f.Key == key);
        }

        return key.Split('/') is [var ofWhole, var ofPart] && Find(facts, wholes, ofWhole) is { } whole
            ? kind.In(whole).FirstOrDefault(f => f.Key == ofPart)
            : null;
    }

    private static FactKind? WholeOf(FactKind kind) =>
        kind.Lists.LastIndexOf('/') is > 0 and var slash ? _byLists[kind.Lists[..slash]] : null;
}
