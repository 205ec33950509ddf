using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Criteria;

namespace ReadinessPortal.Application.Criteria;

internal static class CriterionMapping
{
    public static void MapCriteria(this ModelBuilder model)
    {
        var criterion = model.Fact<Criterion>("criteria");
        criterion.ToTable(t => t.HasCheckConstraint("ck_criteria_progress", "progress between 0 and 100"));
        criterion.Assessed(c => c.ResultBy);
        criterion.Assessed(c => c.ProgressBy);
        criterion.Assessed(c => c.RationaleBy);
        model.Part<Statement, Criterion>("statements");
        model.Part<Measurement, Criterion>("measurements");
        model.Part<Validation, Criterion>("validations");
        model.Part<DocumentLink, Criterion>("document_links");
    }

    /// <summary>Whose word it is; of rows from before that was kept it was taken to be the lead's.</summary>
    public static void Assessed<T>(this EntityTypeBuilder<T> fact, Expression<Func<T, Assessor>> by)
        where T : class => fact.Property(by).HasDefaultValue(Assessor.Lead).ValueGeneratedNever();
}
