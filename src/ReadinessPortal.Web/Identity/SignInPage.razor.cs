using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using ReadinessPortal.Web.Demo;
using ReadinessPortal.Web.Starting;

namespace ReadinessPortal.Web.Identity;

public sealed partial class SignInPage
{
    private string? _refusal;

    [Inject] public required SignInManager<PortalUser> SignIn { get; init; }

    [Inject] public required IPasswordHasher<PortalUser> Hasher { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required PortalSettings Settings { get; init; }

    [SupplyParameterFromQuery] public string? ReturnUrl { get; set; }

    /// <summary>User name of the demo persona to fill in.</summary>
    [SupplyParameterFromQuery(Name = "as")] public string? Persona { get; set; }

    [SupplyParameterFromForm] public SignInForm? Form { get; set; }

    protected override void OnInitialized() =>
        Form ??= Settings.Demo && DemoPersonas.All.FirstOrDefault(p => p.UserName == Persona) is { } persona
            ? new() { UserName = persona.UserName, Prefilled = DemoPersonas.Password }
            : new();

    private async Task SignInAsync()
    {
        var (userName, password) = (Form!.UserName ?? "", Form.Password ?? "");
        if (await SignIn.UserManager.FindByNameAsync(userName) is null)
        {
            // As much work as for a name that exists, so that the time taken tells no names.
            Hasher.HashPassword(new PortalUser { Name = "" }, password);
        }

        var answer = await SignIn.PasswordSignInAsync(userName, password, isPersistent: false, lockoutOnFailure: true);
        if (answer.Succeeded)
        {
            Navigation.NavigateTo(LocalAddress.Of(ReturnUrl), forceLoad: true);
            return;
        }

        _refusal = answer.IsLockedOut
            ? "Too many wrong passwords: this account is locked for five minutes."
            : "User name and password do not fit together.";
    }

    private string AsPersona(DemoPersona persona) => Navigation.GetUriWithQueryParameter("as", persona.UserName);

    public sealed class SignInForm
    {
        public string? UserName { get; set; }

        public string? Password { get; set; }

        /// <summary>Never what was typed: only a demo persona's password is ever sent to a browser.</summary>
        internal string? Prefilled { get; init; }
    }
}
