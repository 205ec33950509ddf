using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Verdicts;

/// <summary>One thing of a launch that reads better after a change than before it.</summary>
/// <param name="About">Whoever answers for it does not approve the change.</param>
/// <param name="Text">In one line without a full stop: <c>Gate Load tested: red → green</c>.</param>
public sealed record ReadsBetter(SubjectRef About, string Text)
{
    internal static ReadsBetter Of(SubjectKind kind, string key, string text) => new(new(kind, key), text);
}
