using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Criteria;

namespace ReadinessPortal.Application.Criteria;

internal static class CriterionMapping
{
    public static void MapCriteria(this ModelBuilder model)
    {
        model.Fact<Criterion>("criteria").ToTable(t =>
            t.HasCheckConstraint("ck_criteria_progress", "progress between 0 and 100"));
        model.Part<Statement, Criterion>("statements");
        model.Part<Measurement, Criterion>("measurements");
        model.Part<Validation, Criterion>("validations");
        model.Part<DocumentLink, Criterion>("document_links");
    }
}
