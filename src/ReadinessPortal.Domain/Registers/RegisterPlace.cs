using System.Collections.Immutable;

namespace ReadinessPortal.Domain.Registers;

/// <summary>Where in a register a full name points, as <see cref="RegisterBook"/> gives them.</summary>
/// <param name="Row">Key of the row whose cell it is; null for all of the column.</param>
internal sealed record RegisterPlace(Register Register, RegisterColumn Column, string? Row, bool IsTotal)
{
    public static RegisterPlace? Of(ImmutableArray<Register> registers, string name) =>
        registers.Where(r => name.StartsWith($"{r.Key}.", StringComparison.Ordinal))
            .Select(r => In(r, name[(r.Key.Length + 1)..]))
            .FirstOrDefault(p => p is not null);

    private static RegisterPlace? In(Register register, string name)
    {
        foreach (var column in register.Columns)
        {
            if (name == column.Key || (name.StartsWith($"{column.Key}.", StringComparison.Ordinal)
                && name[(column.Key.Length + 1)..] is "sum" or "average" or "minimum" or "maximum" or "count"
                    or "total" or "met" or "missed"))
            {
                return new(register, column, null, name == $"{column.Key}.total");
            }

            if (name.EndsWith($".{column.Key}", StringComparison.Ordinal)
                && name[..^(column.Key.Length + 1)] is var row && register.Rows.Any(r => r.Key == row))
            {
                return new(register, column, row, false);
            }
        }

        return null;
    }
}
