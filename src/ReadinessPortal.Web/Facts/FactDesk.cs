using System.Collections.Immutable;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Web.Facts;

/// <summary>
/// What every editor on a page of a launch works with: the facts as they are now, what the reader may do, and the way
/// to save. One per page, cascading and never replaced, so that it costs closed editors nothing.
/// </summary>
public sealed class FactDesk(LaunchView view, Func<ImmutableArray<FactChange>, Task<Outcome>> save)
{
    /// <summary>Key of a fact that is not there yet, where one is asked about.</summary>
    private const string NotYet = "new";

    public LaunchView View { get; private set; } = view;

    public LaunchFacts Facts => View.Board.Facts;

    /// <summary>The facts may be others now.</summary>
    public event Action? Followed;

    /// <summary>Everything that the reader's rights follow from, as text: parts draw their buttons again with it.</summary>
    public string Rights => string.Join(' ',
        [View.Launch.Stage, .. View.Me.Parts, .. Permissions.RolesHeldBy(View.Me.UserId, View.Board)]);

    public void Follow(LaunchView view)
    {
        View = view;
        Followed?.Invoke();
    }

    public Task<Outcome> SaveAsync(params ImmutableArray<FactChange> changes) => save(changes);

    public bool May(FactChange change) => EditingRules.WhyNot(change, View.Me, View.Board) is null;

    /// <summary>The fields that the reader may type, in the order of the form.</summary>
    /// <param name="only">Names separated by spaces; null for all.</param>
    public IEnumerable<FieldSpec> Typed(FactPath fact, string? only = null) =>
        Wanted(fact, only).Where(f => May(FactChange.Setting(fact, f.Name, null, null)));

    /// <summary>Whether the reader may put one into the list, perhaps only for a criterion of theirs.</summary>
    /// <param name="list">For example <c>criteria</c> or <c>criteria/load-testing/measurements</c>.</param>
    /// <param name="preset">Values that are given.</param>
    public bool MayAdd(string list, ImmutableSortedDictionary<string, string>? preset = null)
    {
        var fact = New(list);
        var add = new FactChange.Add { Fact = fact, Values = preset ?? NoValues };
        return May(add) || Wanted(fact, null).Where(f => f.Input == FieldInput.Fact).Any(field =>
            FactKind.Siblings(Facts, FactPath.Of(field.Of!, NotYet)).Any(key =>
                May(add with { Values = add.Values.SetItem(field.Name, key) })));
    }

    public static ImmutableSortedDictionary<string, string> NoValues { get; } =
        ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal);

    /// <summary>The fields of the form, whoever may type them.</summary>
    public static IEnumerable<FieldSpec> Wanted(FactPath fact, string? only)
    {
        var names = only?.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return FieldTable.Of(fact).Fields.Where(f => f.NotTyped is null && names?.Contains(f.Name) != false);
    }

    /// <summary>The path of something that is to be added to a list.</summary>
    public static FactPath New(string list, string key = NotYet) => FactPath.Parse($"{list}/{key}");

    /// <summary>Keys and titles of what a field of this kind chooses from.</summary>
    public IEnumerable<(string Key, string Title)> Choices(string list) =>
        FactKind.Siblings(Facts, FactPath.Of(list, NotYet)).Select(k => (k, FactText.Title(Facts, FactPath.Of(list, k))));
}
