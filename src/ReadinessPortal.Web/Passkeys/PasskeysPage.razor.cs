using Microsoft.AspNetCore.Components;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Accounts;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.Passkeys;

/// <summary>One's own passkeys.</summary>
public sealed partial class PasskeysPage
{
    private IReadOnlyList<KeptPasskey> _passkeys = [];
    private WaysIn _ways = WaysIn.None;
    private bool _isRead;
    private Moments _moments = Moments.Utc;
    private Refusal? _refusal;
    private string? _done;

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [Inject]
    internal PasskeyChanges Changes { get; init; } = null!;

    [Inject]
    public required WaysInReader Ways { get; init; }

    [Inject]
    public required ChoosePreferences Preferences { get; init; }

    [SupplyParameterFromForm]
    public PasskeyForm? Form { get; set; }

    protected override Task OnInitializedAsync()
    {
        Form ??= new();
        return ReadAsync();
    }

    private Task AddAsync() => DoAsync(
        Changes.AddAsync(Http, Form!.Name, Form.Passkey, Form.Password), $"The passkey {Form.Name} is added.");

    private Task RemoveAsync(KeptPasskey passkey) => DoAsync(
        Changes.RemoveAsync(Http, passkey.Id, Form!.Password),
        $"The passkey {passkey.Name} does not let anybody in any more. Remove it on the device as well.");

    private async Task DoAsync(Task<Refusal?> change, string words)
    {
        _refusal = await change;
        _done = _refusal is null ? words : null;
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        var me = Http.User.UserId();
        (_passkeys, _ways) = (await Changes.ListAsync(me), await Ways.OfAsync(me));
        _moments = await Moments.OfAsync(Preferences, me);
        _isRead = true;
    }

    /// <summary>What one of the page's forms sent.</summary>
    public sealed class PasskeyForm
    {
        /// <summary>Of a new one.</summary>
        public string? Name { get; set; }

        /// <summary>As it is now; of somebody who has one.</summary>
        public string? Password { get; set; }

        /// <summary>What the browser's authenticator said.</summary>
        public string? Passkey { get; set; }
    }
}
