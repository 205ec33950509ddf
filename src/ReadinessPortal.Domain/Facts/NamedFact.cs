using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Facts;

/// <summary>A fact that audit, permissions and links know by a name of its own.</summary>
/// <param name="Whole">What it is a part of, or null.</param>
public readonly record struct NamedFact(
    SubjectRef Subject, FactKind Kind, Fact Fact, (FactKind Kind, Fact Fact)? Whole = null)
{
    /// <summary>What it is called where it is only referred to; of a part also what it is a part of.</summary>
    public string Title => Whole is var (kind, whole)
        ? $"{kind.TitleOf(whole)}: {Kind.TitleOf(Fact, whole)}"
        : Kind.TitleOf(Fact);
}
