using System.Globalization;
using System.Net;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.IntegrationTests.Identity;

public sealed class SendingFormsTooFast
{
    [Fact]
    public async Task Whoever_sends_a_form_too_often_is_told_when_to_come_again()
    {
        await using var portal = await DemoPortal.StartAsync(_ => { }, signInsPerMinute: 2);
        using var signedIn = await portal.SignedInAsync("cfo");
        foreach (var path in new[] { "/sign-in", $"/launches/{DemoPortal.Launch}/sign-off" })
        {
            HttpStatusCode status;
            do
            {
                using var answer = await signedIn.PostFormAsync(path, "none", []);
                status = answer.StatusCode;
                if (status == HttpStatusCode.TooManyRequests)
                {
                    int.Parse(answer.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture)
                        .Should().BeInRange(1, 60);
                    (await answer.Content.ReadAsStringAsync()).Should().Contain("Too many attempts");
                }
            }
            while (status != HttpStatusCode.TooManyRequests);
        }
    }
}
