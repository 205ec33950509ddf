using Microsoft.AspNetCore.Components;
using ReadinessPortal.Domain.Identity;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Identity;
using ReadinessPortal.Web.Passkeys;
using ReadinessPortal.Web.SingleSignOn;

namespace ReadinessPortal.Web.Accounts;

/// <summary>Where a link to an account leads. To open it changes nothing; to choose a password signs nobody in.
/// </summary>
public sealed partial class LinkPage
{
    private OpenLink? _link;
    private Refusal? _refusal;
    private IdentityProvider? _leads;
    private bool _isDone;
    private bool _isByPasskey;
    private string? _userName;

    [Parameter]
    public required string Secret { get; set; }

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [Inject]
    internal PasskeyCeremonies Ceremonies { get; init; } = null!;

    [Inject]
    internal JoinIntents Intents { get; init; } = null!;

    [Inject]
    internal AccountLinks Links { get; init; } = null!;

    [SupplyParameterFromForm]
    public ChoiceForm? Form { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Form ??= new();
        _link = await Links.FindAsync(Secret);
    }

    private void Join(IdentityProvider provider)
    {
        if (Http.User.Identity is { IsAuthenticated: true })
        {
            _refusal = new SignedInAlready(Http.User.ShownName());
            return;
        }

        Intents.Remember(Http, Secret);
        _leads = provider;
    }

    private async Task ChooseAsync()
    {
        if (Form!.Password != Form.Again)
        {
            _refusal = new PasswordsDiffer();
            return;
        }

        await UseAsync(new(Form.Password ?? "", Form.UserName, Form.Name));
    }

    private async Task MakePasskeyAsync()
    {
        if (await Links.InvitedAsync(Secret) is not { } invited)
        {
            (_refusal, _link) = (new LinkIsOver(), null);
        }
        else if (await Ceremonies.MadeAsync(
            Http, Form!.Passkey, PasskeyQuestions.ToJoin(invited.Id), invited.Id, NameOfThis) is not { } made)
        {
            _refusal = new PasskeyWasNotMade();
        }
        else
        {
            await UseAsync(new("", Passkey: made));
            _isByPasskey = true;
        }
    }

    private string NameOfThis => BrowserName.Of(Http.Request.Headers.UserAgent);

    private async Task UseAsync(LinkAnswer answer)
    {
        _refusal = await Links.UseAsync(Secret, answer);
        _isDone = _refusal is null;
        _userName = _link?.UserName ?? Form!.UserName?.Trim();
        if (_refusal is LinkIsOver)
        {
            _link = null;
        }
    }

    /// <summary>What somebody chooses.</summary>
    public sealed class ChoiceForm
    {
        /// <summary>Of the first administrator.</summary>
        public string? Name { get; set; }

        /// <summary>Of the first administrator.</summary>
        public string? UserName { get; set; }

        /// <summary>As it is to be.</summary>
        public string? Password { get; set; }

        /// <summary>The same.</summary>
        public string? Again { get; set; }

        /// <summary>What the browser's authenticator said, in place of a password.</summary>
        public string? Passkey { get; set; }
    }
}
