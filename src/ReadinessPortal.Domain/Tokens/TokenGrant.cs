using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Tokens;

/// <summary>What a token may do in its launch. It is no member: this is all it has.</summary>
/// <param name="Categories">Whose criteria it may deliver evidence for; empty for all.</param>
/// <param name="MadeById">The person who made it; null where that was not kept.</param>
public sealed record TokenGrant(
    Guid LaunchId, string LaunchKey, TokenScope Scope, EquatableArray<string> Categories,
    Guid? MadeById = null)
{
    /// <summary>Why the token may not do this; null when it may.</summary>
    public Refusal? WhyNot(LaunchAction action, LaunchFacts facts, SubjectRef? subject) => action switch
    {
        LaunchAction.View => null,
        LaunchAction.Export when Scope == TokenScope.LaunchRead => null,
        LaunchAction.AttachEvidence when Scope == TokenScope.EvidenceWrite =>
            subject is { } about && !Covers(about, facts) ? new NotTheTokensCategory(about, Categories) : null,
        _ => new TokenMayNot(Scope),
    };

    // A drill or a gate may be of several categories: a token that is held to some delivers to criteria alone.
    private bool Covers(SubjectRef subject, LaunchFacts facts) => Categories.IsEmpty
        || (subject.Kind == SubjectKind.Criterion
            && facts.Criteria.FirstOrDefault(c => c.Key == subject.Key) is { } criterion
            && Categories.Contains(criterion.Category));
}

/// <summary>The token is good, and not for this.</summary>
public sealed record TokenMayNot(TokenScope Scope) : Refusal
{
    /// <inheritdoc/>
    public override string Text =>
        $"This token has the scope {Scope.Word()}: it {Scope.Meaning()}, and nothing else. Use a token with the scope "
        + "that this needs; the launch manager makes one.";
}

/// <summary>The token delivers to other categories.</summary>
public sealed record NotTheTokensCategory(SubjectRef Subject, EquatableArray<string> Categories) : Refusal
{
    /// <inheritdoc/>
    public override string Text =>
        $"This token delivers evidence to criteria of {Counted.List([.. Categories])} only, and {Subject} is none of "
        + "them. Use a token without that restriction, or one for its category.";
}
