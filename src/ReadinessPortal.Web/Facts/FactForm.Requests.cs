using System.Collections.Immutable;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Drafts;

namespace ReadinessPortal.Web.Facts;

// A save has a name until it is known what became of it. The browser keeps the name with what was sent, so that it can
// be asked for after a lost connection too.
public sealed partial class FactForm
{
    private Guid _request = Guid.CreateVersion7();
    private IReadOnlyList<string?>? _unsettled; // what was sent under it, while nobody knows whether it was saved
    private bool _wasAdded;

    private async Task<Outcome> SendAsync(ImmutableArray<FactChange> changes, IReadOnlyList<string?> sent)
    {
        // The same again is done once. Another text under the same name would be taken for what was saved.
        if (_unsettled is { } earlier && !earlier.SequenceEqual(sent))
        {
            var (isKnown, done) = await AskAsync(_request);
            if (!isKnown || (done is not null && IsNew))
            {
                return new Outcome.Refused(isKnown ? new AddedBefore() : new OutcomeNotKnown(_request));
            }

            Settle();
            changes = done is null ? changes : Changes(earlier);
        }

        var outcome = (await Editing.SaveAsync(changes, _request)).OrBefore();
        if (outcome is Outcome.Refused { Refusal: OutcomeNotKnown })
        {
            _unsettled = sent;
        }
        else
        {
            Settle();
        }

        return outcome;
    }

    private async Task RestoreAsync(KeptDraft kept)
    {
        // What was changed compares itself with what stands; something new would be there twice.
        if (IsNew && kept.Request is { } asked && !_isSaving)
        {
            var (isKnown, done) = await AskAsync(asked);
            if (done is { Key: { } key } && Stands(key, kept))
            {
                _wasAdded = true;
                return;
            }

            if (done is not null)
            {
                (_request, _unsettled, _refusal) = (asked, [], new AddedBefore().Text);
            }
            else if (!isKnown)
            {
                (_request, _unsettled) = (asked, [.. _drafts.Select(d => kept.Text(d.Field.Name) ?? d.Text)]);
            }
        }

        foreach (var draft in _drafts)
        {
            draft.Restore(kept);
        }
    }

    // Also where it was archived since.
    private bool Stands(string key, KeptDraft kept) =>
        FactText.Read(Editing.Facts, FactEditing.New(In!, key)) is not { } values
        || kept.Fields.All(f => (values.GetValueOrDefault(f.Key) ?? "") == f.Value.Mine.Trim());

    private ImmutableArray<FactChange> Changes(IReadOnlyList<string?> saved)
    {
        foreach (var (draft, text) in _drafts.Zip(saved))
        {
            draft.Saved(text);
        }

        return Changes();
    }

    private void Settle() => (_request, _unsettled) = (Guid.CreateVersion7(), null);

    private async Task<(bool IsKnown, Outcome.Done? Done)> AskAsync(Guid request)
    {
        try
        {
            return (true, await Editing.OutcomeOfAsync(request));
        }
        catch (Exception problem) when (DatabaseTrouble.IsPassing(problem))
        {
            return (false, null);
        }
    }

    /// <summary>Something new was saved as it was sent first, and was changed in the form since.</summary>
    private sealed record AddedBefore : Refusal
    {
        public override string Text => "This was added as you sent it first. What you changed since is still here: "
            + "close this form, and change it where it stands now.";
    }
}
