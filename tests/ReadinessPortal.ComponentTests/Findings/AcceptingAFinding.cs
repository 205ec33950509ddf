using Bunit;
using Microsoft.Extensions.DependencyInjection;
using ReadinessPortal.ComponentTests.Typing;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Drafts;
using ReadinessPortal.Web.Findings;

namespace ReadinessPortal.ComponentTests.Findings;

public sealed class AcceptingAFinding : BunitContext, IAsyncLifetime
{
    private readonly List<string?> _asked = [];

    public AcceptingAFinding()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton(TimeProvider.System).AddDrafts();
    }

    public Task InitializeAsync() => Task.CompletedTask;

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    [Fact]
    public async Task After_a_freeze_a_second_person_is_asked_right_there()
    {
        var form = Render<AcceptForm>(p => p.Add(c => c.Finding, DemoLaunch.Readiness.Findings[0])
            .Add(c => c.Key, DraftKey.Of(Life.ALaunchView.Of(DemoLaunch.Board), new(SubjectKind.Claim, "c"), "accept"))
            .Add(c => c.Submit, _ => Task.FromResult<Refusal?>(new NeedsSecondPerson(["No longer an open finding"])))
            .Add(c => c.Ask, reason =>
            {
                _asked.Add(reason);
                return Task.FromResult<Refusal?>(null);
            }));
        await form.InvokeAsync(() => form.Find("button").ClickAsync(new()));
        await form.TypeAsync("textarea", "Printed before the invoice");
        await form.InvokeAsync(() => form.Find("form").SubmitAsync());
        form.Find(".ask").TextContent.Should().Contain("No longer an open finding");

        await form.InvokeAsync(() => form.Find(".ask button").ClickAsync(new()));

        _asked.Should().Equal("Printed before the invoice");
        form.Find("[role=status]").TextContent.Should().Contain("waits for a second person");
    }
}
