using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Sections;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Brief;
using ReadinessPortal.Web.Criteria;
using ReadinessPortal.Web.Drafts;
using ReadinessPortal.Web.Drills;
using ReadinessPortal.Web.Evidence;
using ReadinessPortal.Web.Figures;
using ReadinessPortal.Web.Findings;
using ReadinessPortal.Web.Frame;
using ReadinessPortal.Web.Gates;
using ReadinessPortal.Web.Identity;
using ReadinessPortal.Web.Items;
using ReadinessPortal.Web.Narratives;
using ReadinessPortal.Web.Registers;
using ReadinessPortal.Web.Revisions;
using ReadinessPortal.Web.Risks;
using ReadinessPortal.Web.Sections;
using ReadinessPortal.Web.Settings;
using ReadinessPortal.Web.Shell;
using static ReadinessPortal.IntegrationTests.Fixtures.People;

namespace ReadinessPortal.IntegrationTests.Launches;

/// <summary>
/// Every page is open while single facts change: it draws the parts that show the fact, and no other.
/// </summary>
public sealed class RedrawingWhatAChangeTouched(OnePortal one) : IClassFixture<OnePortal>
{
    /// <summary>Each is read in one place alone.</summary>
    private static readonly (string Fact, string Field)[] _facts =
    [
        ("risks/soc2-delay", "mitigation"),
        ("items/soc2-type-2", "impact"),
        ("registers/regions/rows/us-east-1", "cells.cluster"),
        ("gates/multi-region", "timeline"),
        ("criteria/e2e-tests/validations/suite", "expectation"),
        ("evidence/e2e-test-results", "title"),
        ("roles/qa-lead", "printedName"),
    ];

    private static readonly (Type Page, string? Parameter, string? Value, string Draws)[] _pages =
    [
        (typeof(BriefPage), null, null, ""),
        (typeof(CriteriaPage), null, null, ""),
        (typeof(CriterionPage), "CriterionKey", "e2e-tests",
            "criteria/e2e-tests/validations/suite ValidationList; evidence/e2e-test-results MeasurementTable; "
                + "evidence/e2e-test-results ProofList"),
        (typeof(GatesPage), null, null, "gates/multi-region GateMatrix"),
        (typeof(RegistersPage), null, null, ""),
        (typeof(RegisterPage), "RegisterKey", "regions", "registers/regions/rows/us-east-1 RegisterGrid"),
        (typeof(DrillsPage), null, null, ""),
        (typeof(ItemsPage), null, null, "items/soc2-type-2 ItemTable"),
        (typeof(RisksPage), null, null, "risks/soc2-delay RiskTable"),
        (typeof(NarrativePage), null, null, ""),
        (typeof(FiguresPage), null, null, ""),
        (typeof(FigurePage), "Name", "budget.actual.total", ""),
        (typeof(FindingsPage), null, null, ""),
        (typeof(EvidencePage), null, null, "evidence/e2e-test-results EvidenceTable"),
        (typeof(EvidenceItemPage), "EvidenceKey", "e2e-test-results", "evidence/e2e-test-results LaunchHead"),
        (typeof(RevisionsPage), null, null, ""),
        (typeof(SettingsPage), null, null, "roles/qa-lead RoleTable"),
    ];

    [Fact]
    public async Task An_open_page_draws_the_parts_that_show_the_fact_and_no_other()
    {
        var open = new List<(string Name, IRenderedComponent<IComponent> Shown)>();
        var closing = new Stack<IAsyncDisposable>();
        try
        {
            foreach (var (page, parameter, value, _) in _pages)
            {
                var scope = one.Portal.App.Services.CreateAsyncScope();
                closing.Push(scope);
                var context = await BrowserAsync(scope.ServiceProvider);
                closing.Push(context);
                open.Add((page.Name, context.Render(Page(page, parameter, value))));
                open[^1].Shown.WaitForElement("h1", Patience.Limit);
            }

            var drawn = _pages.ToDictionary(p => p.Page.Name, _ => new List<string>());
            foreach (var (fact, field) in _facts)
            {
                var before = open.ConvertAll(p => Sections(p.Shown));
                var number = await ChangeAsync(FactPath.Parse(fact), field);
                foreach (var ((name, shown), was) in open.Zip(before))
                {
                    drawn[name].AddRange(await DrawnAsync(shown, was, number, fact));
                }
            }

            drawn.ToDictionary(d => d.Key, d => string.Join("; ", d.Value.Order(StringComparer.Ordinal)))
                .Should().Equal(_pages.ToDictionary(p => p.Page.Name, p => p.Draws));
        }
        finally
        {
            while (closing.TryPop(out var last))
            {
                await last.DisposeAsync();
            }
        }
    }

    /// <summary>What was drawn since <paramref name="before"/>, as soon as the change is shown.</summary>
    private static async Task<List<string>> DrawnAsync(
        IRenderedComponent<IComponent> shown, Dictionary<IBoardSection, int> before, long number, string fact)
    {
        shown.WaitForState(
            () => shown.FindComponent<LaunchFrame>().Instance.View!.Board.ChangeNumber >= number, Patience.Limit);
        return await shown.InvokeAsync(() => Sections(shown)
            .Where(s => !before.TryGetValue(s.Key, out var was) || was != s.Value)
            .Select(s => $"{fact} {s.Key.GetType().Name}{(before.ContainsKey(s.Key) ? "" : " (another)")}")
            .ToList());
    }

    private async Task<BunitContext> BrowserAsync(IServiceProvider services)
    {
        var context = new BunitContext();
        context.Services.AddDrafts();
        context.Services.AddFallbackServiceProvider(services);
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        var user = await services.GetRequiredService<UserManager<PortalUser>>().FindByNameAsync("manager");
        var person = await services.GetRequiredService<IUserClaimsPrincipalFactory<PortalUser>>().CreateAsync(user!);
        context.RenderTree.Add<CascadingValue<Task<AuthenticationState>>>(p => p
            .Add(c => c.Value, Task.FromResult(new AuthenticationState(person))));
        return context;
    }

    private static RenderFragment Page(Type page, string? parameter, string? value) => builder =>
    {
        builder.OpenComponent<SectionOutlet>(0);
        builder.AddAttribute(1, nameof(SectionOutlet.SectionName), MainLayout.NavSection);
        builder.CloseComponent();
        builder.OpenComponent(2, page);
        builder.AddAttribute(3, nameof(LaunchPage.LaunchKey), DemoPortal.Launch);
        if (parameter is not null)
        {
            builder.AddAttribute(4, parameter, value);
        }

        builder.CloseComponent();
    };

    private static Dictionary<IBoardSection, int> Sections(IRenderedComponent<IComponent> page) =>
        page.FindComponents<IBoardSection>().ToDictionary(s => s.Instance, s => s.Instance.Drawn);

    private async Task<long> ChangeAsync(FactPath fact, string field)
    {
        var manager = await one.Portal.ViewerAsync("manager");
        var view = await one.Portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, manager);
        var now = FactText.Read(view!.Board.Facts, fact, field);
        return Done(await one.Portal.Get<EditFacts>().RunAsync(
            DemoPortal.Launch, [FactChange.Setting(fact, field, now, $"{now} again".Trim())], manager)).ChangeNumber;
    }
}
