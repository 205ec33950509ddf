using System.Collections.Immutable;

namespace ReadinessPortal.Domain.Tokens;

/// <summary>What the holder of a token may do, each with what the ones before it allow.</summary>
public enum TokenScope
{
    /// <summary>Read criteria and ask for the verdict.</summary>
    EvidenceRead,

    /// <summary>Deliver evidence as well.</summary>
    EvidenceWrite,

    /// <summary>Read everything that the API says of the launch; deliver nothing.</summary>
    LaunchRead,
}

/// <summary>Scopes as pipelines and people write them.</summary>
public static class TokenScopes
{
    /// <summary>Every scope with its word and what it allows.</summary>
    public static ImmutableArray<(TokenScope Scope, string Word, string Meaning)> All { get; } =
    [
        (TokenScope.EvidenceWrite, "evidence:write", "delivers evidence, reads criteria and asks for the verdict"),
        (TokenScope.EvidenceRead, "evidence:read", "reads criteria and asks for the verdict"),
        (TokenScope.LaunchRead, "launch:read", "reads everything of the launch, package and report too"),
    ];

    /// <summary>All words in one line, for whoever wrote another one.</summary>
    public static string Words { get; } = string.Join(", ", All.Select(s => s.Word));

    /// <summary><c>evidence:write</c>.</summary>
    public static string Word(this TokenScope scope) => All.First(s => s.Scope == scope).Word;

    /// <summary>In words: <c>reads criteria and asks for the verdict</c>.</summary>
    public static string Meaning(this TokenScope scope) => All.First(s => s.Scope == scope).Meaning;

    /// <summary>Reads a word; null for one that is no scope.</summary>
    public static TokenScope? Read(string? word) =>
        All.Where(s => s.Word == word).Select(s => (TokenScope?)s.Scope).FirstOrDefault();
}
