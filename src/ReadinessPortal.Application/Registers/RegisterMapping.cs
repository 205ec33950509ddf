using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Registers;

namespace ReadinessPortal.Application.Registers;

internal static class RegisterMapping
{
    public static void MapRegisters(this ModelBuilder model)
    {
        model.Fact<Register>("registers");
        model.Part<RegisterColumn, Register>("register_columns");
        model.Part<RegisterRow, Register>("register_rows").ToTable(t =>
            t.HasCheckConstraint("ck_register_rows_cells", "jsonb_typeof(cells) = 'object'"));
    }
}
