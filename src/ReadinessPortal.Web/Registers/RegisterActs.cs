using System.Collections.Immutable;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;

namespace ReadinessPortal.Web.Registers;

/// <summary>Something that was done to a register on an open page, and what takes it back.</summary>
/// <param name="Words">What was done, to follow "Undo:".</param>
/// <param name="Request">Under which it was saved; null where it had none.</param>
/// <param name="ChangeNumber">Of the change that it was.</param>
public sealed record RegisterAct(string Words, ImmutableArray<FactChange> Back, Guid? Request, long ChangeNumber)
{
    /// <summary>Under which it is taken back, once.</summary>
    public Guid BackRequest { get; } = Guid.CreateVersion7();
}

/// <summary>The portal failed while it saved, so nobody knows how far it came.</summary>
public sealed record SavingFailed : Refusal
{
    public override string Text => "The portal failed while this was saved, and it is not known whether it was. "
        + "What you typed is kept here: try again in a moment, nothing is done twice.";
}

/// <summary>What one person did to one register since they opened the portal, newest last.</summary>
public sealed class RegisterActs(ILogger log)
{
    private const int MostActs = 100;
    private const int MostChanges = 5 * FactChange.MostTogether;

    private readonly List<RegisterAct> _acts = [];

    /// <summary>Why it was refused, behind what was not done; of what may have been done, that is not said.</summary>
    public static string Not(string done, Refusal refusal) =>
        refusal is SavingFailed or OutcomeNotKnown ? refusal.Text : $"{done} {refusal.Text}";

    /// <summary>What is taken back first; null where nothing is left to take back.</summary>
    public RegisterAct? Newest => _acts.LastOrDefault();

    /// <summary>Saves, and keeps what takes it back. Whatever fails becomes a refusal, so that what was typed stays
    /// where it was typed.</summary>
    /// <param name="before">As it stands.</param>
    public async Task<Outcome> SaveAsync(
        Register before, ImmutableArray<FactChange> changes, Guid? request, SavingRegister save)
    {
        var outcome = await TrySaveAsync(() => save(changes, request));

        // A row that is begun has one name, whatever is typed into it: it is there, with what was typed first.
        outcome = changes is [FactChange.Add] ? outcome.OrBefore() : outcome;

        if (outcome is Outcome.Done done && (request is null || !_acts.Exists(a => a.Request == request))
            && RegisterReversal.Of(before, changes) is { IsEmpty: false } back)
        {
            _acts.Add(new(ActWords.Of(before, changes), back, request, done.ChangeNumber));
            while (_acts.Count > MostActs || (_acts.Count > 1 && _acts.Sum(a => a.Back.Length) > MostChanges))
            {
                _acts.RemoveAt(0);
            }
        }

        return outcome;
    }

    /// <summary>Saves what takes the act back.</summary>
    /// <param name="back">All of it, or what is left of it.</param>
    public async Task<Outcome> TakeBackAsync(
        RegisterAct act, ImmutableArray<FactChange> back, TakingBack save)
    {
        var outcome = await TrySaveAsync(() => save(back, act.BackRequest, act.ChangeNumber));
        if (outcome is Outcome.Done)
        {
            Drop(act);
        }

        return outcome;
    }

    /// <summary>It stays as it is.</summary>
    public void Drop(RegisterAct act) => _acts.Remove(act);

    private async Task<Outcome> TrySaveAsync(Func<Task<Outcome>> save)
    {
        try
        {
            return await save();
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            log.LogError(problem, "A change of a register could not be saved");
            return new Outcome.Refused(new SavingFailed());
        }
    }
}
