using Microsoft.AspNetCore.Components;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Identity;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Accounts;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.SecondFactors;

/// <summary>One's own authenticator app, and the recovery codes beside it.</summary>
public sealed partial class SecondFactorPage
{
    private const int KeyGroup = 4;

    private AppStanding? _app;
    private WaysIn _ways = WaysIn.None;
    private bool _isRead;
    private Moments _moments = Moments.Utc;
    private string _offer = "";
    private string _secret = "";
    private string _address = "";
    private Refusal? _refusal;
    private IReadOnlyList<string>? _codes;
    private string? _done;

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [Inject]
    internal SecondFactorChanges Changes { get; init; } = null!;

    [Inject]
    internal AppSecret Secrets { get; init; } = null!;

    [Inject]
    public required WaysInReader Ways { get; init; }

    [Inject]
    public required ChoosePreferences Preferences { get; init; }

    [SupplyParameterFromForm]
    public FactorForm? Form { get; set; }

    protected override Task OnInitializedAsync()
    {
        Form ??= new();
        return ReadAsync();
    }

    private Task AddAsync() => DoAsync(
        Changes.AddAsync(Http, Form!.Offer, Form.Code, Form.Password), "The app is added. Keep the recovery codes.");

    private Task MakeCodesAsync() => DoAsync(
        Changes.MakeCodesAsync(Http, Form!.Password), "The recovery codes you had are over.");

    private Task RemoveAsync() => DoAsync(
        Changes.RemoveAsync(Http, Form!.Password), "The app is removed. Your password alone signs you in.");

    private async Task DoAsync(Task<FactorOutcome> change, string words)
    {
        (_refusal, _codes) = await change;
        _done = _refusal is null ? words : null;
        if (_refusal is AppOfferIsOver)
        {
            Form!.Offer = null;
        }

        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        var me = Http.User.UserId();
        (_app, _ways) = (await Changes.StandingAsync(me), await Ways.OfAsync(me));
        _moments = await Moments.OfAsync(Preferences, me);
        _isRead = true;
        if (_app is null)
        {
            // What was offered before is offered again, because it may stand in the app by now.
            _offer = Secrets.Offered(me, Form!.Offer) is null ? Secrets.Offer(me) : Form.Offer!;
            _secret = Secrets.Offered(me, _offer)!;
            _address = AppSecret.AppAddress(_secret, Http.User.Identity!.Name!);
        }
    }

    private static string Grouped(string secret) => string.Join(' ', secret.Chunk(KeyGroup).Select(g => new string(g)));

    /// <summary>What one of the page's forms sent.</summary>
    public sealed class FactorForm
    {
        /// <summary>The secret that was offered.</summary>
        public string? Offer { get; set; }

        /// <summary>Of the app.</summary>
        public string? Code { get; set; }

        /// <summary>As it is now.</summary>
        public string? Password { get; set; }
    }
}
