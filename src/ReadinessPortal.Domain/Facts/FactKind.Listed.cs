using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Domain.Facts;

/// <summary>A kind of fact that stands in a list of its launch, or of the fact it is a part of.</summary>
/// <param name="get">The list.</param>
/// <param name="set">The holder with another list.</param>
public sealed class FactKind<THolder, T>(
    string lists, string one, Func<THolder, EquatableArray<T>> get, Func<THolder, EquatableArray<T>, THolder> set)
    : FactKind(lists, one, typeof(T))
    where THolder : class
    where T : Fact
{
    /// <summary>Its name; null where it has none.</summary>
    public Func<T, string?>? Title { get; init; }

    /// <summary>What it says, which it is called by where it has no name; null where it goes by its key.</summary>
    public Func<T, string>? Says { get; init; }

    /// <summary>Its name where that follows from what it is a part of.</summary>
    public Func<T, THolder, string?>? TitleIn { get; init; }

    /// <summary>See <see cref="FactKind.AnsweringRoles"/>; null where nobody does.</summary>
    public Func<T, LaunchFacts, IEnumerable<string?>>? AnsweredBy { get; init; }

    public override IReadOnlyList<Fact> In(object holder) => get((THolder)holder);

    public override TAny With<TAny>(TAny holder, IEnumerable<Fact> facts) =>
        (TAny)(object)set(
            (THolder)(object)holder, facts is EquatableArray<T> same ? same : [.. facts.Cast<T>()]);

    public override Fact New(string key) => (Fact)FactContract.Defaults(typeof(T)) with { Key = key };

    public override object Copy(object fact) => (T)fact with { };

    public override string TitleOf(object fact, Fact? whole = null)
    {
        var title = TitleIn is not null && whole is THolder holder ? TitleIn((T)fact, holder) : Title?.Invoke((T)fact);
        return !string.IsNullOrWhiteSpace(title) ? title : Says?.Invoke((T)fact) ?? ((T)fact).Key;
    }

    public override bool IsAnsweredFor => AnsweredBy is not null;

    public override IEnumerable<string?> AnsweringRoles(Fact fact, LaunchFacts facts) =>
        AnsweredBy?.Invoke((T)fact, facts) ?? [];

    public override async Task<IReadOnlyList<Fact>> ReadAsync(IFactSource source)
    {
        IEnumerable<Fact> facts = await source.ReadAsync<T>();
        foreach (var part in Parts)
        {
            var parts = (await part.ReadAsync(source)).ToLookup(p => ((Part)p).ParentId);
            facts = facts.Select(f => part.With(f, parts[f.Id]));
        }

        return [.. facts];
    }
}
