using ReadinessPortal.Pdf.Fluent;

namespace ReadinessPortal.UnitTests.Pdf;

public sealed class DrawingSvg
{
    [Fact]
    public void Shapes_and_labels_keep_their_places()
    {
        const string Svg = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 80">
              <title>only for the browser</title>
              <g transform="translate(10,10)" fill="#0a7f5a">
                <rect width="50" height="10" rx="2"/>
                <circle cx="80" cy="5" r="5"/>
                <path d="M0 30 h20 v10 l-5 5 a5 5 0 0 1 -10 0 z m30 0 c5 5 10 5 15 0 Z" stroke="#333" fill="none"/>
              </g>
              <polyline points="0,70 20,60 40,65" fill="none" stroke="var(--line, #c00)" stroke-dasharray="3 2"/>
              <text x="160" y="78" text-anchor="end" font-size="8" font-weight="600">42 min<tspan
                x="100" dy="-10">target</tspan></text>
            </svg>
            """;
        using var printed = Printed.Content(content => content.Svg(Svg));

        printed.Texts[0].Should().Contain("42 min").And.Contain("target").And.NotContain("browser");
        printed.Pages[0].GetWords().Single(word => word.Text == "min").BoundingBox.Right
            .Should().BeApproximately(Printed.PageWidth - Printed.Margin, 1.5);
        printed.Pages[0].Paths.Count.Should().BeGreaterOrEqualTo(4);
    }

    [Fact]
    public void A_drawing_is_made_for_the_room_there_is()
    {
        ReadinessPortal.Pdf.Infrastructure.Size asked = default;
        using var printed = Printed.Content(content => content.Height(30).Svg(size =>
        {
            asked = size;
            return $"<svg viewBox='0 0 {size.Width} {size.Height}'><text x='0' y='10' font-size='8'>fits</text></svg>";
        }));

        asked.Should().Be(new ReadinessPortal.Pdf.Infrastructure.Size(160, 30));
        printed.Texts[0].Should().Be("fits");
    }

    [Theory]
    [InlineData("<svg viewBox='0 0 9 9'><foreignObject/></svg>")]
    [InlineData("<svg viewBox='0 0 9 9'><path d='M 0 x'/></svg>")]
    [InlineData("<svg viewBox='0 0 9 9'><g transform='skewX(3)'/></svg>")]
    [InlineData("<svg><rect/></svg>")]
    [InlineData("no drawing")]
    public void What_is_not_in_the_subset_is_refused_while_composing(string svg)
    {
        var compose = () => Printed.Content(content => content.Svg(svg));

        compose.Should().Throw<InvalidDataException>();
    }
}
