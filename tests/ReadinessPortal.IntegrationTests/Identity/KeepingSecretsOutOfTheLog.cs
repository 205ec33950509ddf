using Microsoft.Extensions.Logging;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Demo;

namespace ReadinessPortal.IntegrationTests.Identity;

/// <summary>Every portal of these tests has its log read, see <see cref="LogWatch"/>: here is that it is.</summary>
public sealed class KeepingSecretsOutOfTheLog
{
    [Theory]
    [InlineData(DemoPersonas.Password)]
    [InlineData("ana@company.example")]
    [InlineData("/account/link/jdeP7OKGGMOZaY06aHHpy0bWaGqJs6zY")]
    public async Task A_line_that_holds_one_ends_the_test_that_caused_it(string secret)
    {
        var portal = await DemoPortal.StartAsync(_ => { });
        portal.Get<ILogger<LogWatch>>().LogInformation("Somebody sent {What}", secret);

        var end = async () => await portal.DisposeAsync();

        await end.Should().ThrowAsync<InvalidOperationException>().WithMessage("The log holds what it must not:*");
    }
}
