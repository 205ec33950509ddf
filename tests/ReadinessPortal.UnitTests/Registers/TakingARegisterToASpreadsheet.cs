using System.Collections.Immutable;
using CsCheck;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Domain.Registers.Sheets;
using static ReadinessPortal.UnitTests.Registers.ARegister;

namespace ReadinessPortal.UnitTests.Registers;

public sealed class TakingARegisterToASpreadsheet
{
    [Fact]
    public void Headings_carry_the_unit_and_numbers_stay_numbers() =>
        Csv(Budget()).Split("\r\n").Take(2).Should().Equal(
        "line,budget (USD),actual (USD),utilisation (%)", "infrastructure,25000,20145,80.58");

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@sum(a1)", "'@sum(a1)")]
    [InlineData("+47 123", "'+47 123")]
    [InlineData("-5 ms", "'-5 ms")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "'\rx")]
    [InlineData("＝1", "'＝1")]
    [InlineData("'=1", "''=1")]
    [InlineData("-1800.5", "-1800.5")]
    [InlineData("+1e5", "+1e5")]
    [InlineData("'quoted'", "'quoted'")]
    [InlineData("a=b", "a=b")]
    public void What_a_spreadsheet_would_run_gets_an_apostrophe_and_loses_it_again(string cell, string written)
    {
        Defusing.Defuse(cell).Should().Be(written);
        Defusing.Restore(written).Should().Be(cell);
    }

    [Fact]
    public void Cells_with_commas_quotes_and_line_breaks_are_quoted() => SheetText.Write(
        [["a,b", "5\" disk", "two\nlines", "plain"], [""]], ',').Should().Be(
        "\"a,b\",\"5\"\" disk\",\"two\nlines\",plain\r\n\"\"\r\n");

    [Fact]
    public void Whatever_a_register_holds_its_own_csv_pasted_back_gives_the_same_values()
    {
        var texts = Gen.String[Gen.Char["ab =+-@'\",;\t\n0159.%$"], 0, 8];
        var column = Gen.Select(Gen.Enum<ColumnKind>(), Gen.Int[0, 4], (kind, i) => (kind, i));

        Gen.Select(column.Array[1, 4], texts.Array[4].Array[1, 5]).Holds(sample =>
        {
            var (kinds, lines) = sample;
            var columns = kinds.Select((k, i) =>
                Column($"c{i}", k.kind, new[] { null, "s", "USD", "GB", "pods" }[k.i])).ToList();
            var register = Filled(columns, lines);

            var plan = Paste(register with { Rows = [] }, Csv(register), null, null);
            var back = Paste(register, Csv(register), register.Rows[0].Key, null, new() { Rows = PasteRows.FromCell });
            var matched = Paste(register, Csv(register), null, null);

            var pasted = plan.Rows.Select(r => r.Cells.Where(c => c.To is not null)
                .ToImmutableSortedDictionary(c => c.Column.Key, c => c.To!, StringComparer.Ordinal));
            return plan.Unfit == 0 && plan.Problem is null or "There is nothing to paste."
                && SameRows([.. pasted], [.. register.Rows.Select(r => r.Cells)])
                && back.Changed == 0 && (matched.How is null || matched is { Changed: 0, Added: 0, Missing: 0 });
        }, 2000);
    }

    [Fact]
    public void Whatever_the_cells_are_a_block_reads_back_as_it_was_written() =>
        Gen.Select(Gen.String[Gen.Char["ab\"',;\t\r\n"], 0, 5].Array[1, 4].Array[1, 4], Gen.Int[0, 2]).Holds(sample =>
        {
            var (block, which) = sample;
            var separator = "\t,;"[which];
            var read = SheetText.Read(SheetText.Write(block, separator), separator);
            return read.Length == block.Length && read.Zip(block).All(l => l.First.SequenceEqual(l.Second)
                || (separator == '\t' && l.Second is [""]));
        }, 3000);

    private static Register Filled(List<RegisterColumn> columns, string[][] lines)
    {
        var register = Of("r", [.. columns]);
        return register with
        {
            Rows = [.. lines.Select((line, i) => new RegisterRow
            {
                Key = $"r{i}",
                Cells = columns.Zip(line)
                    .Select(c => (
                        c.First.Key, Text: CellParser.Parse(c.Second.ReplaceLineEndings("\n"), c.First).Canonical))
                    .Where(c => c.Text is not null)
                    .ToImmutableSortedDictionary(c => c.Key, c => c.Text!, StringComparer.Ordinal),
            })],
        };
    }

    // Blank lines say nothing, so they do not come back.
    private static bool SameRows(
        EquatableArray<EquatableMap<string>> pasted, EquatableArray<EquatableMap<string>> kept) =>
        pasted == [.. kept.Where(r => r.Count > 0)];

    private static string Csv(Register register) => RegisterSheet.Csv(register, RegisterTables.Of([register])[0]);
}
