using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.IntegrationTests.Fixtures;
using Serilog.Core;

namespace ReadinessPortal.IntegrationTests.Identity;

/// <summary>Who runs the portal hears of each sign-in that failed, and from where.</summary>
public sealed class TellingOfFailedSignIns
{
    [Theory]
    [InlineData("cfo", "cfo")]
    [InlineData("my secret typed as a name", "a name that nobody has")]
    public async Task A_failed_sign_in_is_logged_and_audited_with_its_address(string typed, string told)
    {
        var lines = new LoggedLines();
        await using var portal = await DemoPortal.StartAsync(s => s.AddSingleton<ILogEventSink>(lines));
        using var visitor = portal.Anonymous();

        using var wrong = await visitor.PostFormAsync("/sign-in", "sign-in", new()
        {
            ["Form.UserName"] = typed, ["Form.Password"] = "not the password of anybody",
        });

        var line = lines.All().Should().ContainSingle(l => IsAboutIt(l)).Subject;
        line.GetProperty("Wrong").GetString().Should().Be("Password");
        line.GetProperty("UserName").GetString().Should().Be(told);
        line.GetProperty("Address").GetString().Should().Be("127.0.0.1");
        (await portal.Get<SiteAudit>().ReadAsync()).Should().ContainSingle(l => l.Action == "SignInFailed")
            .Which.Summary.Should().Be($"Wrong password for {told}, from 127.0.0.1");
        lines.Text.Should().NotContain("my secret typed");
    }

    private static bool IsAboutIt(JsonElement line) =>
        line.GetProperty("@mt").GetString()!.StartsWith("Sign-in failed", StringComparison.Ordinal);
}
