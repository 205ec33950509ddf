using CsCheck;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Narratives;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Domain.Scoring;

namespace ReadinessPortal.UnitTests.Packages;

public sealed class WritingText
{
    private static readonly LaunchFacts _smallest = APackage.Read(APackage.Smallest);

    [Theory]
    [InlineData("plain")]
    [InlineData("true")]
    [InlineData("No")]
    [InlineData("null")]
    [InlineData("~")]
    [InlineData("12")]
    [InlineData("2025-11-15")]
    [InlineData("a: b")]
    [InlineData("a #b")]
    [InlineData("- a")]
    [InlineData("*a")]
    [InlineData("&a")]
    [InlineData("!a")]
    [InlineData("|")]
    [InlineData("ends with a colon:")]
    [InlineData(" leading and trailing ")]
    [InlineData("two\nlines")]
    [InlineData("two\nlines\n")]
    [InlineData("two\n\n\nlines with a gap")]
    [InlineData("  indented first\nline")]
    [InlineData("first\n  indented second")]
    [InlineData("blanks at the end  \nof a line")]
    [InlineData("spaces\n   \nbetween")]
    [InlineData("windows\r\nlines")]
    [InlineData("tab\tinside")]
    [InlineData("\ttab first\nline")]
    [InlineData("quotes \" and ' and \\ back")]
    [InlineData("✅ 🟡 λ, ≤ 5 %")]
    [InlineData("#hash\n---\n...\n- x: y")]
    [InlineData("\u0085\u2028\uFEFF")]
    public void Text_comes_back_as_it_was(string text) => Again(text).Should().Be(text);

    [Theory]
    [InlineData("a\u0000b")]
    [InlineData("a\u0007b")]
    [InlineData("a\u001b[31mb")]
    [InlineData("a\u202Eb")]
    [InlineData("a\u2067b")]
    public void What_no_page_can_show_is_refused_where_it_stands(string text) =>
        text.Invoking(Again).Should().Throw<PackageException>()
            .Which.OneLine.Should().StartWith("launch.yaml:").And.Contain("A text cannot hold");

    [Fact]
    public void Any_text_comes_back_as_it_was() =>
        Gen.OneOf(
                Gen.String[0, 40],
                Gen.Char["ab :#-\n\t'\"|>&*!%@`{}[],?~0é\u2028"].Array[0, 30].Select(c => new string(c)))
            .Where(t => t.Length > 0 && !string.IsNullOrWhiteSpace(t) && IsWellFormed(t))
            .Holds(t => Again(t) == t, 3_000);

    [Fact]
    public void What_says_nothing_is_left_out()
    {
        var text = LaunchPackage.WriteText(_smallest with { Categories = [new Category { Key = "a", Title = "A" }] });

        text.Should().Be("""
            format: readiness-package/2

            launch:
              key: GA-1
              title: A launch
              targetDate: 2025-12-01

            categories:
              - key: a
                title: A

            """);
    }

    [Fact]
    public void Text_of_several_lines_stands_in_a_block() =>
        LaunchPackage.WriteText(Noting("one\ntwo")).Should().Contain("    text: |-\n      one\n      two\n");

    [Fact]
    public void Columns_may_be_called_by_words_that_yaml_takes_for_truths()
    {
        var register = new Register
        {
            Key = "a",
            Title = "A",
            Chapter = "finance",
            Columns = [new() { Key = "no", Title = "Number" }, new() { Key = "on", Title = "Day" }],
            Rows = [new() { Key = "yes", Cells = new RegisterRow { Key = "" }.Cells.Add("no", "off").Add("on", "12") }],
        };

        var row = LaunchPackage.ReadText(LaunchPackage.WriteText(_smallest with { Registers = [register] }))
            .Registers[0].Rows[0];

        row.Key.Should().Be("yes");
        row.Cells.Should().Equal(register.Rows[0].Cells);
    }

    private static string Again(string text) =>
        LaunchPackage.ReadText(LaunchPackage.WriteText(Noting(text))).Narratives[0].Text;

    private static LaunchFacts Noting(string text) => _smallest with
    {
        Narratives = [new Narrative { Key = "a", Kind = NarrativeKind.Note, Text = text }],
    };

    private static bool IsWellFormed(string text) => !text.Where((c, i) =>
        char.IsHighSurrogate(c) ? i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])
        : char.IsLowSurrogate(c) && (i == 0 || !char.IsHighSurrogate(text[i - 1]))).Any();
}
