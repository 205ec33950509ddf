using Microsoft.Playwright;
using ReadinessPortal.Web.Demo;
using static Microsoft.Playwright.Assertions;

namespace ReadinessPortal.BrowserTests.Fixtures;

/// <summary>What people do on the sign-off page, in their words.</summary>
public static class SignOffActs
{
    /// <summary>A due day: people promise each other real days, whatever the demo is as of.</summary>
    public static DateOnly NextWeek { get; } = DateOnly.FromDateTime(DateTime.UtcNow.AddDays(7));

    public static async Task FreezeAsync(this Person manager)
    {
        await manager.OpenAsync("revisions/freeze");
        await manager.ClickAsync("Freeze revision");
        await Expect(manager.Page.GetByText("The revision is frozen.")).ToBeVisibleAsync();
    }

    public static async Task ApproveAsync(this Person signer)
    {
        await signer.OpenAsync("sign-off");
        await signer.Page.GetByLabel("Approve", new() { Exact = true }).CheckAsync();
        await signer.SignAsync();
        await signer.IsRecordedAsync();
    }

    public static async Task ApproveIfAsync(this Person signer, string condition, string owner, DateOnly due)
    {
        await signer.OpenAsync("sign-off");
        await signer.Page.GetByLabel("Approve with conditions").CheckAsync();
        await signer.Page.GetByLabel("Condition 1").FillAsync(condition);
        await signer.Page.GetByLabel("Owner").FillAsync(owner);
        await signer.Page.GetByLabel("Due").FillAsync(due.ToString("yyyy-MM-dd", null));
        await signer.Page.GetByLabel("Comment").FillAsync("As long as the condition is met.");
        await signer.SignAsync();
        await signer.IsRecordedAsync();
    }

    public static async Task RejectAsync(this Person signer, string comment)
    {
        await signer.OpenAsync("sign-off");
        await signer.Page.GetByLabel("Reject").CheckAsync();
        await signer.Page.GetByLabel("Comment").FillAsync(comment);
        await signer.SignAsync();
        await signer.IsRecordedAsync();
    }

    public static async Task WithdrawAsync(this Person signer, string reason)
    {
        await signer.OpenAsync("sign-off");
        await signer.Page.GetByText("Withdraw my sign-off").ClickAsync();
        await signer.Page.GetByRole(AriaRole.Textbox, new() { Name = "Reason" }).FillAsync(reason);
        await signer.EnterPasswordAsync();
        await signer.Page.GetByRole(AriaRole.Button, new() { Name = "Withdraw", Exact = true }).ClickAsync();
        await Expect(signer.Page.GetByText("Your sign-off is withdrawn.")).ToBeVisibleAsync();
    }

    public static async Task SignAsync(this Person signer)
    {
        await signer.EnterPasswordAsync();
        await signer.ClickAsync("Sign revision");
    }

    public static Task EnterPasswordAsync(this Person signer, string password = DemoPersonas.Password) =>
        signer.Page.GetByLabel("Your password, again").FillAsync(password);

    public static Task ClickAsync(this Person person, string button) =>
        person.Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

    public static Task IsRecordedAsync(this Person signer) =>
        Expect(signer.Page.GetByText("Your sign-off is recorded.")).ToBeVisibleAsync();

    /// <summary>From the door, by the link that fills the form for a persona.</summary>
    public static async Task SignInAsync(this Person person, string persona)
    {
        await person.OpenAsync();
        await person.Page.GetByRole(AriaRole.Link, new() { Name = persona }).ClickAsync();
        await Expect(person.Page.GetByLabel("User name"))
            .Not.ToBeEmptyAsync(); // the click returns before the page has changed
        await person.ClickAsync("Sign in");
    }

    /// <summary>The reason that the page gives, in its own words.</summary>
    public static Task ReadsAsync(this Person person, string reason) =>
        Expect(person.Page.Locator("main")).ToContainTextAsync(reason);
}
