using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Drafts;

namespace ReadinessPortal.Web.Facts;

/// <summary>
/// What every editor on a page of a launch works with: the facts as they are now, what the reader may do, and the way
/// to save. One per page, cascading and never replaced, so that it costs closed editors nothing.
/// </summary>
public sealed class FactEditing
{
    /// <summary>Key of a fact that is not there yet, where one is asked about.</summary>
    private const string NotYet = "new";

    private readonly FactActs _acts;

    public FactEditing(LaunchView view, FactActs acts)
    {
        _acts = acts;
        Follow(view);
    }

    public LaunchView View { get; private set; }

    public LaunchFacts Facts => View.Board.Facts;

    /// <summary>The facts may be others now.</summary>
    public event Action? Followed;

    /// <summary>Where the browser kept something that was typed in an editor which stands closed.</summary>
    public ImmutableHashSet<string> Kept { get; private set; } = [];

    /// <summary>
    /// Everything that the reader's rights follow from, as text: parts draw their buttons again with it.
    /// </summary>
    public string Rights { get; private set; }

    [MemberNotNull(nameof(View), nameof(Rights))]
    public void Follow(LaunchView view)
    {
        View = view;
        var facts = view.Board.Facts;
        Rights = string.Join(' ',
        [
            view.Launch.Stage, view.Me.IsAdministrator, .. view.Me.Parts,
            .. Permissions.RolesHeldBy(view.Me.UserId, view.Board),
            .. facts.Categories.Select(c => c.Lead), .. facts.Criteria.Select(c => $"{c.Category}:{c.Owner}"),
        ]);
        Followed?.Invoke();
    }

    /// <param name="kept">Draft keys, as text.</param>
    public void GiveBack(ImmutableHashSet<string> kept)
    {
        Kept = kept;
        Followed?.Invoke();
    }

    /// <summary>Once for each: the editor that is told so opens.</summary>
    public bool TakeKept(DraftKey key)
    {
        var found = Kept.Contains(key.ToString());
        Kept = Kept.Remove(key.ToString());
        return found;
    }

    public Task<Outcome> SaveAsync(params ImmutableArray<FactChange> changes) => _acts.Save(changes, null);

    /// <param name="request">Names the save: the same one is done once, and can be asked for.</param>
    public Task<Outcome> SaveAsync(ImmutableArray<FactChange> changes, Guid request) => _acts.Save(changes, request);

    /// <summary>What became of a save; null when nothing was saved.</summary>
    public Task<Outcome.Done?> OutcomeOfAsync(Guid request) => _acts.OutcomeOf(request);

    /// <summary>Asks a second person for what nobody changes alone.</summary>
    public Task<Outcome> AskAsync(ImmutableArray<FactChange> changes, string? reason) => _acts.Ask(changes, reason);

    /// <summary>What was being typed in forms that left the page because somebody else changed the launch.</summary>
    public ImmutableArray<LeftBehind> Left { get; private set; } = [];

    public event Action? LeftChanged;

    public void Leave(LeftBehind left)
    {
        Left = Left.Add(left);
        LeftChanged?.Invoke();
    }

    public void Forget(LeftBehind left)
    {
        Left = Left.Remove(left);
        LeftChanged?.Invoke();
    }

    public Task<FieldAuthor?> WhoSetAsync(FactPath fact, string field) => _acts.WhoSet(fact, field);

    public Task<FieldAuthor?> WhoArchivedAsync(FactPath fact) => _acts.WhoArchived(fact);

    public bool May(FactChange change) => EditingRules.WhyNot(change, View.Me, View.Board) is null;

    /// <summary>The fields that the reader may type, in the order of the form.</summary>
    /// <param name="only">Names separated by spaces; null for all.</param>
    public IEnumerable<FactField> Typed(FactPath fact, string? only = null) =>
        Wanted(fact, only).Where(f => May(FactChange.Setting(fact, f.Name, null, null)));

    /// <summary>Whether the reader may put one into the list, perhaps only for a criterion of theirs.</summary>
    /// <param name="list">For example <c>criteria</c> or <c>criteria/load-testing/measurements</c>.</param>
    /// <param name="preset">Values that are given.</param>
    public bool MayAdd(string list, EquatableMap<string>? preset = null)
    {
        var fact = New(list);
        var add = new FactChange.Add { Fact = fact, Values = preset ?? new() };
        return May(add) || Wanted(fact, null).Where(f => f.Input == FieldInput.Fact).Any(field =>
            FactKinds.Siblings(Facts, FactPath.Of(field.Of!, NotYet)).Any(key =>
                May(add with { Values = add.Values.SetItem(field.Name, key) })));
    }

    /// <summary>The fields of the form, whoever may type them.</summary>
    public static IEnumerable<FactField> Wanted(FactPath fact, string? only)
    {
        var names = only?.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return FactKinds.Get(fact).Fields
            .Where(f => f.NotTyped is null && (names?.Contains(f.Name) ?? !f.IsApart));
    }

    /// <summary>The path of something that is to be added to a list.</summary>
    public static FactPath New(string list, string key = NotYet) => FactPath.Parse($"{list}/{key}");

    /// <summary>Names what is typed in an editor and not saved.</summary>
    /// <param name="list">List that gets something new, where there is no fact yet.</param>
    public DraftKey DraftOf(string? fact, string? list, string? fields) => DraftKey.Of(
        View, (fact is null ? New(list!) : FactPath.Parse(fact)).Subject(View.Launch.Key),
        $"{fact ?? $"{list}/+"} {fields}".TrimEnd());

    /// <summary>Keys and titles of what a field chooses from, and of what it has chosen.</summary>
    public IEnumerable<(string Key, string Title)> Choices(FieldDraft draft) =>
        FactKinds.List(Facts, FactPath.Of(draft.Field.Of!, NotYet))
            .Where(f => draft.Field.Offers?.Invoke(f) != false || f.Key == draft.Text)
            .Select(f => (f.Key, FactText.Title(Facts, FactPath.Of(draft.Field.Of!, f.Key))))
            .Concat(Gone(draft));

    // What was chosen stays chosen when it is archived under the form: a list would show its neighbor instead.
    private IEnumerable<(string Key, string Title)> Gone(FieldDraft draft) =>
        draft is { Input: FieldInput.Fact, Text: { Length: > 0 } key }
            && FactKinds.Find(Facts, FactPath.Of(draft.Field.Of!, key)) is null
            ? [(key, $"{key} (not there any more)")]
            : [];
}
