using Bunit;
using Microsoft.Extensions.DependencyInjection;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Web.Drafts;
using ReadinessPortal.Web.Facts;

namespace ReadinessPortal.ComponentTests.Facts;

public sealed class LeavingAForm : BunitContext, IAsyncLifetime
{
    private readonly FactEditing _editing = new(DemoLaunch.View(DemoLaunch.Board), new(
        (_, _) => Task.FromResult<Outcome>(new Outcome.Done(2)),
        _ => Task.FromResult<Outcome.Done?>(null),
        (_, _) => Task.FromResult<Outcome>(new Outcome.Done(2)),
        (_, _) => Task.FromResult<FieldAuthor?>(null),
        _ => Task.FromResult<FieldAuthor?>(null)));

    public LeavingAForm()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton(TimeProvider.System).AddDrafts();
    }

    public Task InitializeAsync() => Task.CompletedTask;

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    [Theory]
    [InlineData("criteria/gone/measurements/+")]
    [InlineData("drills/gone/logs/+")]
    [InlineData("registers/gone/rows/+")]
    [InlineData("criteria/gone/measurements/latency-p95")]
    [InlineData("nonsense/of/an/older/version/+")]
    [InlineData("nonsense/x")]
    [InlineData("/+")]
    public async Task Whatever_a_browser_kept_breaks_no_page(string form)
    {
        var left = Render<LeftBehindList>(p => p.Add(l => l.Editing, _editing));
        var kept = _editing.DraftOf("criteria/load-testing", null, null) with { Form = form };

        await left.InvokeAsync(() => _editing.GiveBack([kept.ToString()]));

        left.FindAll("[role=alert]").Should().BeEmpty("the browser has nothing to say under it");
    }
}
