using ReadinessPortal.Application;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Web.Facts;

// What was answered to a save, each part at the field it is about.
public sealed partial class FactForm
{
    private void Show(Outcome outcome, IReadOnlyList<string?> sent)
    {
        foreach (var (draft, mine) in _drafts.Zip(sent))
        {
            draft.Problem = null;
            if (outcome is Outcome.Done)
            {
                draft.Saved(mine);
            }
        }

        _isSaved = outcome is Outcome.Done;
        _asksClose = false;
        _needs = (outcome as Outcome.Refused)?.Refusal as NeedsSecondPerson;
        _refusal = outcome is not Outcome.Refused { Refusal: var refusal } ? null : refusal switch
        {
            FieldsNotAcceptable problems =>
                string.Join(" ", problems.Problems.Where(p => !IsAtField(p)).Select(Elsewhere)),
            FieldsChangedMeanwhile meanwhile => string.Join(" ", meanwhile.Conflicts.Where(c => !IsAtField(c))
                .Select(c => $"{c.By} changed {c.Field} meanwhile.")),
            NeedsSecondPerson => null,
            _ => refusal.Text,
        } is { Length: > 0 } text ? text : null;
    }

    private bool IsAtField(FieldProblem problem)
    {
        var draft = problem.Fact.Key == Changing.Key && problem.Fact.Lists == _path.Lists ? At(problem.Field) : null;
        if (draft is not null)
        {
            draft.Problem = draft.Problem is { } earlier ? $"{earlier}; {problem.Text}" : problem.Text;
        }

        return draft is not null;
    }

    private bool IsAtField(FieldConflict conflict)
    {
        var draft = At(conflict.Field);
        draft?.Follow(conflict.Now, new(conflict.By, conflict.At));
        return draft is not null;
    }

    private FieldDraft? At(string field) => _drafts.FirstOrDefault(d => d.Field.Name == field);

    private FactPath Changing => IsNew ? FactEditing.New(In!, KeyOfNew()) : _path;

    private string Elsewhere(FieldProblem problem) => problem.Fact == Changing
        ? $"{FactKinds.Get(_path).Field(problem.Field)?.Label ?? "This"}: {problem.Text}."
        : $"{FactText.Title(Editing.Facts, problem.Fact)}: {problem.Text}.";
}
