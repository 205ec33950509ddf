using Microsoft.AspNetCore.Components;
using ReadinessPortal.Domain.Identity;
using ReadinessPortal.Web.Identity;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.Web.SecondFactors;

/// <summary>Asks for the second factor, after the password.</summary>
public sealed partial class CodePage
{
    private bool _isAsked;
    private bool _isRead;
    private bool _isRecovery;
    private string? _refusal;

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [Inject]
    internal HalfSignedIn Half { get; init; } = null!;

    [Inject]
    internal SecondFactorCheck Check { get; init; } = null!;

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromQuery]
    public string? ReturnUrl { get; set; }

    [SupplyParameterFromForm]
    public CodeForm? Form { get; set; }

    private string Again => Links.SignIn(LocalAddress.Of(ReturnUrl));

    protected override async Task OnInitializedAsync()
    {
        Form ??= new();
        (_isAsked, _isRead) = (await Half.WhoAsync(Http) is not null, true);
    }

    private async Task EnterAsync(string? code, bool isRecovery)
    {
        var refusal = await Check.LetInAsync(Http, code, isRecovery);
        (_refusal, _isRecovery, _isAsked) = (refusal?.Text, isRecovery, refusal is not SignInIsOver);
        if (_refusal is null)
        {
            // Whoever lost the phone is shown what to do about it, before they need it again.
            Navigation.NavigateTo(
                isRecovery ? Links.SecondFactor : LocalAddress.Of(ReturnUrl), forceLoad: true);
        }
    }

    /// <summary>Either of the two.</summary>
    public sealed class CodeForm
    {
        /// <summary>Of the app.</summary>
        public string? Code { get; set; }

        /// <summary>For when the phone is lost.</summary>
        public string? Recovery { get; set; }
    }
}
