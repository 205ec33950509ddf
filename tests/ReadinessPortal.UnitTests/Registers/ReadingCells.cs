using CsCheck;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Registers;
using static ReadinessPortal.UnitTests.Registers.ARegister;

namespace ReadinessPortal.UnitTests.Registers;

public sealed class ReadingCells
{
    [Theory]
    [InlineData(ColumnKind.Money, "USD", "$25,000", "25000")]
    [InlineData(ColumnKind.Money, "USD", "25000 USD", "25000")]
    [InlineData(ColumnKind.Money, "USD", "−$1,800.50", "-1800.5")]
    [InlineData(ColumnKind.Money, null, "$25,000", "25000 USD")]
    [InlineData(ColumnKind.Duration, "s", "2300 ms", "2.3")]
    [InlineData(ColumnKind.Duration, "s", "14:23", "863")]
    [InlineData(ColumnKind.Duration, "s", "12 minutes 15 seconds", "735")]
    [InlineData(ColumnKind.Duration, "min", "47m 30s", "47.5")]
    [InlineData(ColumnKind.Percent, null, "99.97%", "99.97")]
    [InlineData(ColumnKind.Percent, null, "82", "82")]
    [InlineData(ColumnKind.Bytes, "GB", "500,000 MB", "500")]
    [InlineData(ColumnKind.Count, null, "1,234,567", "1234567")]
    [InlineData(ColumnKind.Count, "pods", "47 pods", "47")]
    [InlineData(ColumnKind.Quantity, null, "99.97 %", "99.97 %")]
    [InlineData(ColumnKind.Quantity, null, "$0.034", "0.034 USD")]
    [InlineData(ColumnKind.Date, null, "Q1 2026", "2026-Q1")]
    [InlineData(ColumnKind.Date, null, "15 Nov 2025", "2025-11-15")]
    [InlineData(ColumnKind.Flag, null, "Yes", "true")]
    [InlineData(ColumnKind.Text, null, "  TLS 1.3 ", "TLS 1.3")]
    [InlineData(ColumnKind.Link, null, "/docs/DR_Strategy.md", "/docs/DR_Strategy.md")]
    [InlineData(ColumnKind.Link, null, "mailto:sre@teei.io", "mailto:sre@teei.io")]
    public void A_text_becomes_the_canonical_form_in_the_columns_unit(
        ColumnKind kind, string? unit, string text, string canonical) =>
        CellParser.Parse(text, Column("c", kind, unit)).Canonical.Should().Be(canonical);

    [Theory]
    [InlineData(ColumnKind.Money, "USD", "1,20")]
    [InlineData(ColumnKind.Money, "USD", "€5")]
    [InlineData(ColumnKind.Money, null, "5 s")]
    [InlineData(ColumnKind.Duration, "s", "5 GB")]
    [InlineData(ColumnKind.Count, null, "1.5")]
    [InlineData(ColumnKind.Count, null, "5 %")]
    [InlineData(ColumnKind.Number, null, "5 apples")]
    [InlineData(ColumnKind.Count, null, "5 apples")]
    [InlineData(ColumnKind.Number, null, "5 s")]
    [InlineData(ColumnKind.Number, null, "$5")]
    [InlineData(ColumnKind.Number, null, "14:23")]
    [InlineData(ColumnKind.Count, "pods", "5 apples")]
    [InlineData(ColumnKind.Number, "pods", "5 s")]
    [InlineData(ColumnKind.Percent, null, "5 apples")]
    [InlineData(ColumnKind.Percent, null, "many")]
    [InlineData(ColumnKind.Date, null, "2025-13-01")]
    [InlineData(ColumnKind.Flag, null, "perhaps")]
    [InlineData(ColumnKind.Link, null, "javascript:alert(1)")]
    [InlineData(ColumnKind.Number, null, "79999999999999999999999999999999")]
    [InlineData(ColumnKind.Duration, "ms", "79000000000000000000000000000 y")]
    [InlineData(ColumnKind.Number, "5\"", "5 h")]
    public void A_text_that_does_not_fit_is_refused_in_words(ColumnKind kind, string? unit, string text)
    {
        var cell = CellParser.Parse(text, Column("c", kind, unit));

        cell.Canonical.Should().BeNull();
        cell.Problem.Should().NotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    public void Nothing_is_a_blank_and_not_zero(string? text) =>
        CellParser.Parse(text, Column("c", ColumnKind.Money, "USD"))
            .Should().Be(new ParsedCell(FigureValue.Nothing, null));

    [Fact]
    public void Whatever_is_typed_the_canonical_form_reads_back_as_itself()
    {
        var kinds = Gen.Enum<ColumnKind>();
        var texts = Gen.OneOf(
            Gen.String[Gen.Char["0123456789.,-$€%: smhdGBUQE'\"x"], 0, 14],
            Gen.Decimal.Select(d => d.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        var units = Gen.Int[0, 4].Select(i => new[] { null, "s", "USD", "GB", "pods" }[i]);

        Gen.Select(kinds, units, texts).Holds(
            sample =>
            {
                var (kind, unit, text) = sample;
                var column = Column("c", kind, unit);
                var first = CellParser.Parse(text, column);
                return first.Canonical is null
                    || CellParser.Parse(first.Canonical, column).Canonical == first.Canonical;
            },
            5000);
    }
}
