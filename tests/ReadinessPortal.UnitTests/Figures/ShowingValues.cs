using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.UnitTests.Figures;

public sealed class ShowingValues
{
    [Theory]
    [InlineData("37568 USD", "$37,568")]
    [InlineData("38487.23 USD", "$38,487.23")]
    [InlineData("0.034 USD", "$0.034")]
    [InlineData("0.5 USD", "$0.50")]
    [InlineData("-1800 USD", "−$1,800")]
    [InlineData("6261.33333333 USD", "$6,261.33")]
    [InlineData("1200 EUR", "€1,200")]
    [InlineData("1200 NOK", "1,200 NOK")]
    [InlineData("99.97 %", "99.97 %")]
    [InlineData("79.931914893617 %", "79.9 %")]
    [InlineData("0.02 %", "0.02 %")]
    [InlineData("4.1 s", "4.1 s")]
    [InlineData("59 s", "59 s")]
    [InlineData("90.5 s", "90.5 s")]
    [InlineData("287 ms", "287 ms")]
    [InlineData("863 s", "14:23")]
    [InlineData("15 min", "15:00")]
    [InlineData("60 min", "1:00:00")]
    [InlineData("3.2 min", "3:12")]
    [InlineData("2843 s", "47:23")]
    [InlineData("24 h", "24 h")]
    [InlineData("1.5 h", "1:30:00")]
    [InlineData("90 d", "90 d")]
    [InlineData("7 y", "7 y")]
    [InlineData("890 messages", "890 messages")]
    [InlineData("89640000", "89,640,000")]
    [InlineData("12450 req/s", "12,450 req/s")]
    [InlineData("487 GB", "487 GB")]
    [InlineData("0", "0")]
    [InlineData("-0.00", "0")]
    [InlineData("0.0001234567", "0.0001235")]
    public void A_quantity_reads_as_a_person_would_write_it(string canonical, string shown) =>
        Format.Quantity(Quantity.Parse(canonical)).Should().Be(shown);

    [Theory]
    [InlineData(0.79931914893617, "79.9 %")]
    [InlineData(1, "100 %")]
    [InlineData(0, "0 %")]
    [InlineData(0.4, "40 %")]
    [InlineData(0.9997, "99.97 %")]
    [InlineData(0.0002, "0.02 %")]
    [InlineData(-0.05, "−5 %")]
    public void A_fraction_is_never_rounded_to_all_or_nothing(double fraction, string shown) =>
        Format.Percent((decimal)fraction).Should().Be(shown);

    [Theory]
    [InlineData(512, "512 B")]
    [InlineData(1200, "1.2 KB")]
    [InlineData(999_999, "1 MB")]
    [InlineData(250_000_000, "250 MB")]
    public void Sizes_use_the_largest_unit_that_leaves_a_whole_part(long bytes, string shown) =>
        Format.Bytes(bytes).Should().Be(shown);

    [Theory]
    [InlineData(Comparator.LessThan, "5 s", "below 5 s")]
    [InlineData(Comparator.AtLeast, "99.95 %", "at least 99.95 %")]
    [InlineData(Comparator.AtMost, "30 d", "at most 30 d")]
    [InlineData(Comparator.MoreThan, "3", "more than 3")]
    [InlineData(Comparator.Equal, "22", "exactly 22")]
    public void A_target_says_which_side_is_good(Comparator comparator, string target, string shown) =>
        Format.Target(comparator, Quantity.Parse(target)).Should().Be(shown);

    [Fact]
    public void A_range_names_both_ends() =>
        Format.Target(Comparator.Within, Quantity.Parse("50 %"), Quantity.Parse("70 %"))
            .Should().Be("between 50 % and 70 %");

    [Fact]
    public void An_implied_zero_says_that_it_is_implied() =>
        Format.Target(Comparator.Equal, Quantity.Of(0), implied: true).Should().Be("0 (implied)");

    [Fact]
    public void No_target_is_not_shown() => Format.Target(Comparator.LessThan, null).Should().BeNull();

    [Theory]
    [InlineData("2025-12-01", "1 Dec 2025")]
    [InlineData("2026-Q1", "Q1 2026")]
    [InlineData("2025-11-25..2025-11-30", "25–30 Nov 2025")]
    [InlineData("2025-11-25..2025-12-03", "25 Nov – 3 Dec 2025")]
    [InlineData("2025-11-25..2026-01-03", "25 Nov 2025 – 3 Jan 2026")]
    public void A_date_is_as_precise_as_it_was_given(string date, string shown) =>
        Format.Date(DateSpec.Parse(date)).Should().Be(shown);

    [Fact]
    public void A_time_names_its_zone() =>
        Format.Instant(new(2026, 11, 23, 13, 5, 0, TimeSpan.Zero), TimeSpan.FromHours(1), "Europe/Oslo")
            .Should().Be("23 Nov 2026, 14:05 (Oslo)");

    [Fact]
    public void A_long_day_spells_the_month() =>
        Format.LongDay(new(2025, 12, 1)).Should().Be("1 December 2025");

    [Fact]
    public void States_are_words()
    {
        Format.Word(CriterionState.NotAssessed).Should().Be("not assessed");
        Format.Word(GateKind.NiceToHave).Should().Be("nice-to-have");
        Format.Word(ReadinessLevel.NoGo).Should().Be("NO-GO");
        Format.Word(GateColour.Green).Should().Be("green");
    }

    [Theory]
    [InlineData("79228162514264337593543950335 h", false)]
    [InlineData("-79228162514264337593543950335", false)]
    [InlineData("900000000000 y", false)]
    [InlineData("89640000 req", true)]
    [InlineData("30000000000 y", true)]
    public void A_number_too_large_to_calculate_with_is_none(string text, bool isOne) =>
        Quantity.TryParse(text, null, out _).Should().Be(isOne);
}
