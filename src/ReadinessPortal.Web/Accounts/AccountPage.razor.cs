using Microsoft.AspNetCore.Components;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.Accounts;

/// <summary>One's own account: where one is signed in, and the password.</summary>
public sealed partial class AccountPage
{
    private IReadOnlyList<OpenSession> _sessions = [];
    private WaysIn _ways = WaysIn.None;
    private string? _mine;
    private Moments _moments = Moments.Utc;
    private Refusal? _refusal;
    private string? _done;

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [Inject]
    internal OpenSessions Sessions { get; init; } = null!;

    [Inject]
    public required WaysInReader Ways { get; init; }

    [Inject]
    public required ChoosePreferences Preferences { get; init; }

    [Inject]
    internal ChangePassword Change { get; init; } = null!;

    [SupplyParameterFromForm(FormName = "password")]
    public PasswordForm? Form { get; set; }

    protected override Task OnInitializedAsync()
    {
        _mine = OpenSessions.SessionOf(Http.User);
        return ReadAsync();
    }

    private async Task EndAsync(OpenSession session)
    {
        await Sessions.EndAsync(Http.User.UserId(), [session.Session]);
        _done = $"{session.Browser} is signed out.";
        await ReadAsync();
    }

    private async Task ChangeAsync()
    {
        _refusal = await Change.RunAsync(Http, (Form ??= new()).Present ?? "", Form.Password ?? "", Form.Again ?? "");
        if (_refusal is null)
        {
            _done = "Your password is changed. You are signed in here alone.";
            _mine = OpenSessions.SessionOf(Http.User);
            await ReadAsync();
        }
    }

    private async Task ReadAsync()
    {
        var me = Http.User.UserId();
        (_sessions, _ways) = (await Sessions.ListAsync(me), await Ways.OfAsync(me));
        _moments = await Moments.OfAsync(Preferences, me);
    }

    /// <summary>The password that was, and the one to be, twice.</summary>
    public sealed class PasswordForm
    {
        /// <summary>As it is now.</summary>
        public string? Present { get; set; }

        /// <summary>As it is to be.</summary>
        public string? Password { get; set; }

        /// <summary>The same.</summary>
        public string? Again { get; set; }
    }
}
