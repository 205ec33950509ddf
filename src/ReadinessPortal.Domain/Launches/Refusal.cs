namespace ReadinessPortal.Domain.Launches;

/// <summary>
/// Why an action is not allowed now. One sealed record per reason; the text says why and what would change it, for a
/// person.
/// </summary>
public abstract record Refusal
{
    public abstract string Text { get; }

    /// <summary>Stable name for programs: <c>RoleHasSigned</c>.</summary>
    public string Name => GetType().Name;
}

/// <summary>Everything that is wrong with what somebody wrote, so that they put it right at once.</summary>
/// <param name="All">At least two.</param>
public sealed record SeveralProblems(EquatableArray<Refusal> All) : Refusal
{
    /// <summary>A line each.</summary>
    public override string Text => string.Join('\n', All.Select(r => r.Text));

    /// <summary>Null for none, and the only one as it is.</summary>
    public static Refusal? Of(IEnumerable<Refusal?> problems) => problems.OfType<Refusal>().ToList() switch
    {
        [] => null,
        [var only] => only,
        var all => new SeveralProblems([.. all]),
    };
}

/// <summary>A refused action was carried out all the same: a bug in whoever did not ask first.</summary>
public sealed class RefusedException(Refusal refusal) : InvalidOperationException(refusal.Text)
{
    public Refusal Refusal { get; } = refusal;
}
