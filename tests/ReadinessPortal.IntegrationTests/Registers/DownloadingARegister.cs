using System.Net;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.IntegrationTests.Registers;

public sealed class DownloadingARegister(OnePortal demo) : IClassFixture<OnePortal>
{
    private const string Budget = $"/launches/{DemoPortal.Launch}/registers/budget/cells.csv";

    [Fact]
    public async Task Whoever_may_read_the_launch_gets_numbers_as_numbers()
    {
        using var client = await demo.Portal.SignedInAsync("auditor");

        using var answer = await client.GetAsync(new Uri(Budget, UriKind.Relative));

        answer.Content.Headers.ContentType!.ToString().Should().Be("text/csv; charset=utf-8");
        answer.Content.Headers.ContentDisposition!.FileName.Should().Be("GA-2025-001-budget.csv");
        (await answer.Content.ReadAsStringAsync()).Split("\r\n").Take(2).Should().Equal(
            "Line,Budget (USD),Actual (USD),Used (%),Trend", "AWS infrastructure,25000,20145,80.58,falling");
    }

    [Fact]
    public async Task A_spreadsheet_gets_the_mark_of_utf8_only_when_it_is_asked_for()
    {
        using var client = await demo.Portal.SignedInAsync("auditor");

        var plain = await client.GetByteArrayAsync(new Uri(Budget, UriKind.Relative));
        var marked = await client.GetByteArrayAsync(new Uri($"{Budget}?bom=true", UriKind.Relative));

        plain[0].Should().Be((byte)'L');
        marked.Should().StartWith([0xEF, 0xBB, 0xBF]).And.EndWith(plain);
    }

    [Fact]
    public async Task Who_is_not_signed_in_gets_nothing()
    {
        using var client = demo.Portal.Anonymous();

        using var answer = await client.GetAsync(new Uri(Budget, UriKind.Relative));

        answer.StatusCode.Should().BeOneOf(HttpStatusCode.Redirect, HttpStatusCode.Unauthorized);
    }
}
