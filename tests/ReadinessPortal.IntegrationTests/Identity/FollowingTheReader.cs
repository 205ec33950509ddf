using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Sections;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Brief;
using ReadinessPortal.Web.Drafts;
using ReadinessPortal.Web.Frame;
using ReadinessPortal.Web.Identity;
using ReadinessPortal.Web.Launches;
using ReadinessPortal.Web.Life;
using ReadinessPortal.Web.Shell;
using ReadinessPortal.Web.Work;
using static ReadinessPortal.IntegrationTests.Fixtures.People;

namespace ReadinessPortal.IntegrationTests.Identity;

/// <summary>An open page shows and offers what its reader may see and do now.</summary>
public sealed class FollowingTheReader(OnePortal one) : IClassFixture<OnePortal>
{
    [Theory]
    [InlineData(typeof(LaunchesPage), "New launch", "No launch is yours to see")]
    [InlineData(typeof(NewLaunchPage), "You become its manager", "An administrator lets somebody create launches")]
    [InlineData(typeof(BriefPage), "class=\"top\"", "No such launch")]
    public async Task A_page_follows_its_reader_who_is_no_administrator_any_more(Type page, string before, string after)
    {
        await using var scope = one.Portal.App.Services.CreateAsyncScope();
        await using var context = Browser(scope.ServiceProvider);
        var person = await PersonAsync(scope.ServiceProvider, isAdministrator: true);
        var shown = Open(context, page, person);
        shown.WaitForState(() => shown.Markup.Contains(before, StringComparison.Ordinal), Patience.Limit);
        shown.Markup.Should().NotContain(after);

        Become(shown, page, PortalClaims.Renewed(person, person.ShownName(), isAdministrator: false));

        shown.WaitForState(() => shown.Markup.Contains(after, StringComparison.Ordinal), Patience.Limit);
        shown.Markup.Should().NotContain(before);
    }

    [Theory]
    [InlineData(typeof(LaunchesPage))]
    [InlineData(typeof(NewLaunchPage))]
    [InlineData(typeof(WorkPage))]
    [InlineData(typeof(BriefPage))]
    public async Task A_page_ends_without_a_fault_when_its_reader_is_signed_out(Type page)
    {
        await using var scope = one.Portal.App.Services.CreateAsyncScope();
        await using var context = Browser(scope.ServiceProvider);
        var shown = Open(context, page, await PersonAsync(scope.ServiceProvider, isAdministrator: true));
        shown.WaitForElement("h1", Patience.Limit);

        Become(shown, page, new(new ClaimsIdentity()));

        shown.Find("h1").Should().NotBeNull();
    }

    [Fact]
    public async Task An_open_list_follows_the_parts_that_its_reader_gets_and_loses()
    {
        await using var scope = one.Portal.App.Services.CreateAsyncScope();
        await using var context = Browser(scope.ServiceProvider);
        await Patience.UntilAsync(() => one.Portal.Get<LaunchBoards>().IsLive);
        var manager = await one.Portal.ViewerAsync("manager");
        var person = await PersonAsync(scope.ServiceProvider, isAdministrator: false);
        var viewer = person.AsViewer();
        var shown = Open(context, typeof(LaunchesPage), person);
        shown.WaitForState(() => shown.Markup.Contains("No launch is yours", StringComparison.Ordinal), Patience.Limit);

        Done(await one.Portal.Get<AddMember>()
            .RunAsync(DemoPortal.Launch, viewer.UserId, viewer.Name, LaunchPart.Viewer, manager));
        shown.WaitForState(() => shown.Markup.Contains(DemoPortal.Launch, StringComparison.Ordinal), Patience.Limit);

        Done(await one.Portal.Get<RemoveMember>()
            .RunAsync(DemoPortal.Launch, viewer.UserId, LaunchPart.Viewer, manager));
        shown.WaitForState(() => !shown.Markup.Contains(DemoPortal.Launch, StringComparison.Ordinal), Patience.Limit);
    }

    private static BunitContext Browser(IServiceProvider services)
    {
        var context = new BunitContext();
        context.Services.AddDrafts();
        context.Services.AddFallbackServiceProvider(services);
        context.JSInterop.Mode = JSRuntimeMode.Loose;
        context.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        return context;
    }

    private async Task<ClaimsPrincipal> PersonAsync(
        IServiceProvider services, bool isAdministrator)
    {
        var viewer = await one.Portal.SomebodyAsync($"s{Guid.NewGuid():N}", isAdministrator);
        var user = await services.GetRequiredService<UserManager<PortalUser>>().FindByIdAsync($"{viewer.UserId}");
        return await services.GetRequiredService<IUserClaimsPrincipalFactory<PortalUser>>().CreateAsync(user!);
    }

    private static IRenderedComponent<CascadingValue<Task<AuthenticationState>>> Open(
        BunitContext context, Type page, ClaimsPrincipal person) =>
        context.Render<CascadingValue<Task<AuthenticationState>>>(Reader(page, person));

    private static void Become(
        IRenderedComponent<CascadingValue<Task<AuthenticationState>>> shown, Type page, ClaimsPrincipal person) =>
        shown.Render(Reader(page, person));

    private static Action<ComponentParameterCollectionBuilder<CascadingValue<Task<AuthenticationState>>>> Reader(
        Type page, ClaimsPrincipal person) => p => p
            .Add(c => c.Value, Task.FromResult(new AuthenticationState(person)))
            .Add(c => c.ChildContent, builder =>
            {
                builder.OpenComponent<SectionOutlet>(0);
                builder.AddAttribute(1, nameof(SectionOutlet.SectionName), MainLayout.NavSection);
                builder.CloseComponent();
                builder.OpenComponent(2, page);
                if (page.IsSubclassOf(typeof(LaunchPage)))
                {
                    builder.AddAttribute(3, nameof(LaunchPage.LaunchKey), DemoPortal.Launch);
                }

                builder.CloseComponent();
            });
}
