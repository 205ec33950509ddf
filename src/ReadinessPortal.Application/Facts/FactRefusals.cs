using ReadinessPortal.Application.Launches;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Facts;

/// <param name="Field">Name of the field, empty where it is the fact as a whole.</param>
/// <param name="Text">What is wrong and what to do, to follow the field's name.</param>
public sealed record FieldProblem(FactPath Fact, string Field, string Text);

/// <summary>Something of what was typed does not fit; nothing was saved.</summary>
public sealed record FieldsNotAcceptable(EquatableArray<FieldProblem> Problems) : Refusal
{
    private const int MostSaid = 10;

    public override string Text => string.Join(" ", Problems.Take(MostSaid).Select(p =>
        $"{(p.Field.Length == 0 ? p.Fact.ToString() : FactWords.Spelled(p.Field))}: {p.Text}.")
        .Concat(Problems.Length > MostSaid ? [$"And {Counted.Word(Problems.Length - MostSaid)} more."] : []));
}

/// <param name="Now">Text that stands, as in <see cref="FactChange"/>; null for nothing.</param>
/// <param name="Yours">Text that was to be saved.</param>
/// <param name="By">Who set what stands.</param>
public sealed record FieldConflict(
    FactPath Fact, string Field, string? Now, string? Yours, string By, DateTimeOffset At);

/// <summary>Somebody changed the same fields since this person began; nothing was saved.</summary>
public sealed record FieldsChangedMeanwhile(EquatableArray<FieldConflict> Conflicts) : Refusal
{
    private const int MostSaid = 10;

    public override string Text => string.Join(" ", Conflicts.Take(MostSaid).Select(c =>
        $"{c.By} set {FactWords.Spelled(c.Field)} to {FactWords.Shown(c.Now)} meanwhile; "
        + $"yours is {FactWords.Shown(c.Yours)}.")
        .Concat(Conflicts.Length > MostSaid ? [$"And {Counted.Word(Conflicts.Length - MostSaid)} more."] : []))
        + " Choose one and save again.";
}

/// <summary>The fact was archived since this person began.</summary>
public sealed record FactGone(FactPath Fact) : Refusal
{
    public override string Text => $"{Fact} is not in the launch any more. It may have been archived meanwhile.";
}

public sealed record TooManyChanges(int Changes) : NotAcceptable
{
    public override string Text =>
        $"At most {Format.Number(FactChange.MostTogether)} changes go together; these are {Format.Number(Changes)}.";
}
