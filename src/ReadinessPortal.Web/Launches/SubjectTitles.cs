using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Web.Launches;

/// <summary>What the things of a launch are called where they are only referred to.</summary>
public static class SubjectTitles
{
    public static IReadOnlyDictionary<SubjectRef, string> Of(LaunchFacts facts)
    {
        var titles = new Dictionary<SubjectRef, string>();
        Add(SubjectKind.Category, facts.Categories, c => c.Title);
        Add(SubjectKind.Criterion, facts.Criteria, c => c.Title);
        Add(SubjectKind.Gate, facts.Gates, g => g.Title);
        Add(SubjectKind.Register, facts.Registers, r => r.Title);
        Add(SubjectKind.Drill, facts.Drills, d => d.Title);
        Add(SubjectKind.Item, facts.Items, i => i.Title);
        Add(SubjectKind.Risk, facts.Risks, r => r.Title);
        Add(SubjectKind.Evidence, facts.Evidence, e => e.Title);
        Add(SubjectKind.Role, facts.Roles, r => r.Title);
        foreach (var register in facts.Registers.Where(r => r.Columns.Length > 0))
        {
            foreach (var row in register.Rows)
            {
                var name = row.Cells.GetValueOrDefault(register.Columns[0].Key, row.Key);
                titles[new(SubjectKind.RegisterRow, $"{register.Key}/{row.Key}")] = $"{register.Title}: {name}";
            }
        }

        return titles;

        void Add<T>(SubjectKind kind, IEnumerable<T> all, Func<T, string> title)
            where T : Fact
        {
            foreach (var fact in all)
            {
                titles[new(kind, fact.Key)] = VisibleText.Of(title(fact));
            }
        }
    }
}
