using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Narratives;

namespace ReadinessPortal.UnitTests.Narratives;

public sealed class FillingText
{
    private static readonly Dictionary<string, Figure> _figures = new()
    {
        ["spent"] = new("spent", "Spent", "37568.4 USD", "$37,568.40", null, new("", "", [])),
        ["rate"] = new("rate", "Rate", "0.826", "0.826", null, new("", "", [])),
        ["time"] = new("time", "Time", "863 s", "14:23", null, new("", "", [])),
        ["launch.date"] = new("launch.date", "Date", "2025-12-01", "1 Dec 2025", null, new("", "", [])),
        ["broken"] = new("broken", "Broken", null, "not known", "why", new("", "", [])),
    };

    [Theory]
    [InlineData("{{spent}} of it", "$37,568.40 of it")]
    [InlineData("{{ spent }} and {{time}}", "$37,568.40 and 14:23")]
    [InlineData("{{spent|0}}", "$37,568")]
    [InlineData("{{rate|%}}", "82.6 %")]
    [InlineData("{{time | h}}", "0.2397 h")]
    [InlineData("{{launch.date|long}}", "1 December 2025")]
    [InlineData("{{broken}}", "not known")]
    [InlineData("{{nobody}}", "«nobody?»")]
    [InlineData("{{spent|min}}", "«spent|min?»")]
    [InlineData("{{spent|long}}", "«spent|long?»")]
    [InlineData("{{spent|99}}", "«spent|99?»")]
    [InlineData("no figure, {one} brace, {{}}", "no figure, {one} brace, {{}}")]
    public void Figures_are_filled_in_and_what_is_unknown_stays_visible(string text, string filled) =>
        NarrativeText.Fill(text, _figures.GetValueOrDefault).Should().Be(filled);
}
