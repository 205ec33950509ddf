using Microsoft.AspNetCore.Components;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Identity;
using ReadinessPortal.Web.SingleSignOn;

namespace ReadinessPortal.Web.Accounts;

/// <summary>One account, for administrators: what its person holds, a way back in, and its end.</summary>
public sealed partial class PersonPage
{
    private Viewer _viewer = null!;
    private PortalUser? _person;
    private IReadOnlyList<HeldPart> _holds = [];
    private WaysIn _ways = WaysIn.None;
    private int _sessions;
    private Moments _moments = Moments.Utc;
    private bool _isRead;
    private Refusal? _refusal;
    private string? _link;
    private string? _mailedTo;
    private string? _done;

    [Parameter]
    public Guid Id { get; set; }

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [Inject]
    internal Accounts Accounts { get; init; } = null!;

    [Inject]
    public required PortalPeople People { get; init; }

    [Inject]
    public required WaysInReader WaysOf { get; init; }

    [Inject]
    public required WhatSomebodyHolds Holds { get; init; }

    [Inject]
    public required ChoosePreferences Preferences { get; init; }

    [Inject]
    internal OpenSessions Sessions { get; init; } = null!;

    protected override Task OnInitializedAsync()
    {
        _viewer = Http.User.AsViewer();
        return ReadAsync();
    }

    private Task ResetAsync() => DoAsync(Accounts.ResetAsync(Id, _viewer), () => null);

    private Task MailAsync() => DoAsync(Accounts.ResetAsync(Id, _viewer, isByHand: false), () => null);

    private Task EndAsync() => DoAsync(
        Accounts.EndSessionsAsync(Id, _viewer), () => $"{_person!.Name} is signed out everywhere.");

    private Task ForgetAsync() => DoAsync(
        Accounts.ForgetDevicesAsync(Id, _viewer),
        () => $"{_person!.Name} signs in without the devices they had, and is signed out everywhere.");

    private Task UnlinkAsync(IdentityProvider provider) => DoAsync(
        Accounts.UnlinkAsync(Id, provider, _viewer),
        () => $"{_person!.Name} is unlinked from {provider.Title}, and is signed out everywhere.");

    private Task EnableAsync() => DoAsync(
        Accounts.EnableAsync(Id, _viewer), () => $"{_person!.Name} may sign in again.");

    private async Task DisableAsync()
    {
        await DoAsync(Accounts.DisableAsync(Id, _viewer), () => $"{_person!.Name} cannot sign in any more.");
        if (_refusal is null && await Holds.VacateAsync(Id) is { Count: > 0 } vacated)
        {
            _done += $" Vacant now: {Counted.List([.. vacated.Select(v => $"{v.What} of {v.LaunchKey}")])}.";
            await ReadAsync();
        }
    }

    private async Task DoAsync(Task<AccountOutcome> act, Func<string?> words)
    {
        (_refusal, _link, _mailedTo) = await act;
        await ReadAsync();
        _done = _refusal is null ? words() : null;
    }

    private async Task ReadAsync()
    {
        if (Accounts.WhyNot(_viewer) is not null)
        {
            return;
        }

        var person = await People.FindAsync(Id);
        if (person is not null)
        {
            _ways = await WaysOf.OfAsync(Id);
            _holds = await Holds.ListAsync(Id);
            _sessions = (await Sessions.ListAsync(Id)).Count;
        }

        _moments = await Moments.OfAsync(Preferences, _viewer.UserId);
        (_person, _isRead) = (person, true);
    }
}
