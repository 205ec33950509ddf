using Microsoft.AspNetCore.Components;
using ReadinessPortal.Web.Demo;
using ReadinessPortal.Web.Shell;
using ReadinessPortal.Web.Starting;

namespace ReadinessPortal.Web.Identity;

public sealed partial class SignInPage
{
    private string? _refusal;
    private bool _isEmpty;

    [CascadingParameter] public required HttpContext Http { get; set; }

    [Inject] internal SignInDoor Door { get; init; } = null!;

    [Inject] public required PortalPeople People { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required PortalSettings Settings { get; init; }

    [SupplyParameterFromQuery] public string? ReturnUrl { get; set; }

    /// <summary>User name of the demo persona to fill in.</summary>
    [SupplyParameterFromQuery(Name = "as")] public string? Persona { get; set; }

    [SupplyParameterFromForm] public SignInForm? Form { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Form ??= Settings.Demo && DemoPersonas.All.FirstOrDefault(p => p.UserName == Persona) is { } persona
            ? new() { UserName = persona.UserName, Prefilled = DemoPersonas.Password }
            : new();
        _isEmpty = !Settings.SingleSignOn.IsOnly && !await People.IsAnybodyAsync();
    }

    private async Task SignInAsync() =>
        Then(await Door.SignInAsync(Http, Form!.UserName ?? "", Form.Password ?? ""));

    private async Task UsePasskeyAsync() => Then(await Door.SignInByPasskeyAsync(Http, Form!.Passkey));

    private void Then(SignInAnswer answer)
    {
        (_refusal, var asksForCode) = answer;
        if (_refusal is null)
        {
            var next = LocalAddress.Of(ReturnUrl);
            Navigation.NavigateTo(asksForCode ? Links.SignInCode(next) : next, forceLoad: true);
        }
    }

    private string AsPersona(DemoPersona persona) => Navigation.GetUriWithQueryParameter("as", persona.UserName);

    public sealed class SignInForm
    {
        public string? UserName { get; set; }

        public string? Password { get; set; }

        /// <summary>What the browser's authenticator said, in place of both.</summary>
        public string? Passkey { get; set; }

        /// <summary>Never what was typed: only a demo persona's password is ever sent to a browser.</summary>
        internal string? Prefilled { get; init; }
    }
}
