using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Identity;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.Web.Accounts;

/// <summary>Chooses the language of one's mails and one's time zone.</summary>
public sealed partial class PreferenceSection
{
    private const string Saved = "preferences";

    private Refusal? _refusal;
    private string? _lost;

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [Inject]
    public required ChoosePreferences Choose { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromQuery]
    public string? Done { get; set; }

    [SupplyParameterFromForm(FormName = "preferences")]
    public PreferenceForm? Form { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var chosen = await Choose.FindAsync(Http.User.UserId());
        _lost = chosen.Clock is null ? chosen.TimeZone : null;
        Form ??= new() { Language = $"{chosen.Language}", TimeZone = chosen.TimeZone };
    }

    private async Task SaveAsync()
    {
        var language = Enum.TryParse<MailLanguage>(Form!.Language, out var read) ? read : (MailLanguage?)null;
        _refusal = (await Choose.RunAsync(language, Form.TimeZone, Http.User.AsViewer()) as Outcome.Refused)?.Refusal;
        if (_refusal is null)
        {
            Navigation.NavigateTo($"{Links.Account}?done={Saved}#preferences");
        }
    }

    // One that is chosen and has no place in the list stays chosen.
    private static ImmutableArray<string> ZonesWith(string? chosen) =>
        ZoneClock.Find(chosen) is null || ZoneClock.Names.Contains(chosen!)
            ? ZoneClock.Names : [chosen!, .. ZoneClock.Names];

    /// <summary>What the form sent.</summary>
    public sealed class PreferenceForm
    {
        /// <summary>By the name of a <see cref="MailLanguage"/>.</summary>
        public string? Language { get; set; }

        /// <summary>IANA name; empty for none.</summary>
        public string? TimeZone { get; set; }
    }
}
