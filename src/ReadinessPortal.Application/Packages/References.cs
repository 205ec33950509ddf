using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Packages;

/// <summary>What a package's references can point to.</summary>
internal sealed class References(LaunchFacts facts, string whole)
{
    private readonly Dictionary<SubjectKind, HashSet<string>> _keys = new()
    {
        [SubjectKind.Launch] = [facts.Launch.Key],
        [SubjectKind.Role] = Keys(facts.Roles),
        [SubjectKind.Category] = Keys(facts.Categories),
        [SubjectKind.Criterion] = Keys(facts.Criteria),
        [SubjectKind.Gate] = Keys(facts.Gates),
        [SubjectKind.Register] = Keys(facts.Registers),
        [SubjectKind.RegisterRow] = [.. facts.Registers.SelectMany(r => r.Rows.Select(row => $"{r.Key}/{row.Key}"))],
        [SubjectKind.Drill] = Keys(facts.Drills),
        [SubjectKind.Item] = Keys(facts.Items),
        [SubjectKind.Risk] = Keys(facts.Risks),
        [SubjectKind.Milestone] = Keys(facts.Milestones),
        [SubjectKind.Narrative] = Keys(facts.Narratives),
        [SubjectKind.Evidence] = Keys(facts.Evidence),
        [SubjectKind.Claim] = Keys(facts.Claims),
        [SubjectKind.Figure] = Keys(facts.Figures),
    };

    /// <summary>Null when the package has it.</summary>
    public string? WhyUnknown(SubjectKind kind, string key) =>
        !_keys.TryGetValue(kind, out var keys) ? $"a package cannot refer to a {kind.ToString().ToLowerInvariant()}"
        : keys.Contains(key) ? null
        : $"there is no {Word(kind)} '{key}' in this {whole}{NearMiss.Hint(key, keys)}";

    private static HashSet<string> Keys(IEnumerable<Fact> facts) => [.. facts.Select(f => f.Key)];

    private static string Word(SubjectKind kind) => kind switch
    {
        SubjectKind.RegisterRow => "register row",
        SubjectKind.Evidence => "evidence",
        SubjectKind.Item => "outstanding item",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
