using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Packages;

/// <summary>What a package's references can point to.</summary>
internal sealed class References(LaunchFacts facts, string whole)
{
    private readonly Dictionary<SubjectKind, HashSet<string>> _keys = new(
        FactKinds.Named(facts).GroupBy(s => s.Subject.Kind, s => s.Subject.Key)
            .Select(keys => KeyValuePair.Create(keys.Key, keys.ToHashSet(StringComparer.Ordinal))))
    {
        [SubjectKind.Launch] = [facts.Launch.Key],
    };

    /// <summary>Null when the package has it.</summary>
    public string? WhyUnknown(SubjectKind kind, string key) =>
        kind != SubjectKind.Launch && FactKinds.Of(kind) is null
            ? $"a package cannot refer to a {kind.ToString().ToLowerInvariant()}"
        : _keys.GetValueOrDefault(kind, []) is var keys && keys.Contains(key) ? null
        : $"there is no {FactKinds.Of(kind)?.One ?? "launch"} '{key}' in this {whole}{NearMiss.Hint(key, keys)}";
}
