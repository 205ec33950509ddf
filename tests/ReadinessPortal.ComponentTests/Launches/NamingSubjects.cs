using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Narratives;
using ReadinessPortal.Web.Facts;

namespace ReadinessPortal.ComponentTests.Launches;

public sealed class NamingSubjects
{
    private static readonly LaunchFacts _facts = new()
    {
        Launch = new() { Key = "GA-1", Title = "One", TargetDate = new(2025, 12, 1) },
        Narratives =
        [
            new() { Key = "long", Kind = NarrativeKind.Summary, Text = new('x', 10_000) },
            new() { Key = "blank", Kind = NarrativeKind.Summary, Title = " ", Text = "What it says" },
        ],
    };

    [Theory]
    [InlineData("narrative:blank", "What it says")]
    [InlineData("narrative:gone", null)]
    public void What_has_no_title_goes_by_what_it_says(string subject, string? title) =>
        SubjectTitles.Of(_facts).GetValueOrDefault(SubjectRef.Parse(subject)).Should().Be(title);

    [Fact]
    public void No_text_of_a_report_is_a_link_of_ten_thousand_letters() =>
        SubjectTitles.Of(_facts)[SubjectRef.Parse("narrative:long")].Should().HaveLength(TextLimits.Name + 1)
            .And.EndWith("…");
}
