using System.Collections.Immutable;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Facts;

namespace ReadinessPortal.Web.Facts;

/// <summary>What editors ask of the portal, on behalf of one person in one launch.</summary>
/// <param name="Save">Under a name, where it may have to be asked afterwards what became of it.</param>
/// <param name="OutcomeOf">What became of that; null when nothing was saved.</param>
/// <param name="Ask">With a reason, of a second person.</param>
public sealed record FactActs(
    Func<ImmutableArray<FactChange>, Guid?, Task<Outcome>> Save,
    Func<Guid, Task<Outcome.Done?>> OutcomeOf,
    Func<ImmutableArray<FactChange>, string?, Task<Outcome>> Ask,
    Func<FactPath, string, Task<FieldAuthor?>> WhoSet,
    Func<FactPath, Task<FieldAuthor?>> WhoArchived);

/// <summary>Sets up the editing of a page.</summary>
public sealed class BeginEditing(
    EditFacts edit, RequestGuardedChange request, ReadAuthors authors, AskOutcome outcomes)
{
    /// <param name="viewer">Who looks, asked at each act: rights change while the page is open.</param>
    public FactEditing Open(LaunchView view, Func<Viewer> viewer)
    {
        var key = view.Launch.Key;
        return new(view, new(
            (changes, name) => edit.RunAsync(key, changes, viewer().By(name)),
            name => outcomes.RunAsync(key, name, viewer()),
            (changes, reason) => request.RunAsync(key, changes, reason, viewer()),
            (fact, field) => authors.OfFieldAsync(key, fact, field, viewer()),
            fact => authors.OfArchivingAsync(key, fact, viewer())));
    }
}
