using Microsoft.Playwright;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.BrowserTests.Fixtures;
using ReadinessPortal.IntegrationTests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.SignOffs;

/// <summary>Enter in a field of a signing form signs, and nothing that was typed is lost on the way.</summary>
public sealed class PressingEnter(PortalBrowser browser, FrozenDemo demo)
    : IClassFixture<PortalBrowser>, IClassFixture<FrozenDemo>
{
    [Fact]
    public async Task Signs_with_all_conditions_after_another_one_was_asked_for()
    {
        await using var lead = await Person.AtAsync(browser, demo.Portal, "qa-lead");
        await lead.OpenAsync("sign-off");
        await lead.Page.GetByLabel("Approve with conditions").CheckAsync();
        await lead.Page.GetByLabel("Comment").FillAsync("As long as both are met.");
        await FillAsync(lead, 1, "Mend the tests");
        await lead.EnterPasswordAsync();

        await lead.ClickAsync("One more condition");

        await Expect(lead.Page.GetByLabel("Condition 2")).ToBeFocusedAsync();
        await Expect(Password(lead)).Not.ToHaveValueAsync("");
        await FillAsync(lead, 2, "Watch the night");
        await lead.Page.ReloadAsync(); // what was typed comes back, rows and all
        await Expect(lead.Page.GetByLabel("Condition 2")).ToHaveValueAsync("Watch the night");
        await lead.EnterPasswordAsync();
        await Password(lead).PressAsync("Enter");

        await lead.IsRecordedAsync();
        var view = await demo.Portal.Get<LaunchBoards>()
            .ViewAsync(DemoPortal.Launch, await demo.Portal.ViewerAsync("manager"));
        view!.Board.Conditions.Select(c => c.Text).Should().BeEquivalentTo("Mend the tests", "Watch the night");
        lead.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task Says_at_the_form_why_it_was_refused_and_not_at_the_top_of_the_page()
    {
        await using var lead = await Person.AtAsync(browser, demo.Portal, "security-lead");
        await lead.OpenAsync("sign-off");
        await lead.Page.GetByLabel("Approve", new() { Exact = true }).CheckAsync();
        await Password(lead).FillAsync("not the one");

        await Password(lead).PressAsync("Enter");

        var refusal = lead.Page.Locator("form#sign").GetByRole(AriaRole.Alert);
        await Expect(refusal).ToContainTextAsync("password");
        await Expect(refusal).ToBeFocusedAsync();
        await Expect(refusal).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Takes_the_final_decision()
    {
        await using var portal = await DemoPortal.StartAsync();
        await using var manager = await Person.AtAsync(browser, portal, "manager");
        await manager.FreezeAsync();
        await using var ceo = await Person.AtAsync(browser, portal, "ceo");
        await ceo.OpenAsync("sign-off");
        await ceo.Page.GetByLabel("NO, we do not launch").CheckAsync();
        await ceo.Page.GetByLabel("Comment").FillAsync("Two tests fail.");
        await ceo.EnterPasswordAsync();

        await Password(ceo).PressAsync("Enter");

        await Expect(ceo.Page.GetByText("The decision is recorded.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Signs_without_a_script_too_and_another_condition_is_a_button_behind_the_main_one()
    {
        await using var lead = await Person.AtAsync(browser, demo.Portal, "platform-lead", scripts: false);
        await lead.OpenAsync("sign-off");
        var form = lead.Page.Locator("form#sign");
        await Expect(form.Locator("button[type=submit]").First).ToContainTextAsync("Sign revision 1");
        await lead.Page.GetByLabel("Approve with conditions").CheckAsync();
        await FillAsync(lead, 1, "Write it down");

        await form.GetByRole(AriaRole.Button, new() { Name = "One more condition" }).ClickAsync();

        await Expect(lead.Page.GetByLabel("Condition 1")).ToHaveValueAsync("Write it down");
        await Expect(lead.Page.GetByLabel("Condition 2")).ToBeVisibleAsync();
        await lead.Page.GetByLabel("Approve", new() { Exact = true }).CheckAsync();
        await lead.EnterPasswordAsync();
        await Password(lead).PressAsync("Enter");
        await lead.IsRecordedAsync();
    }

    private static ILocator Password(Person person) => person.Page.GetByLabel("Your password, again");

    private static async Task FillAsync(Person person, int number, string condition)
    {
        await person.Page.GetByLabel($"Condition {number}").FillAsync(condition);
        await person.Page.GetByLabel("Owner").Nth(number - 1).FillAsync("Robin");
        await person.Page.GetByLabel("Due").Nth(number - 1).FillAsync($"{SignOffActs.NextWeek:yyyy-MM-dd}");
    }
}
