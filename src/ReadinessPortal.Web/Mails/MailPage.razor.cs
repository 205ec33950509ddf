using Microsoft.AspNetCore.Components;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Mails;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Identity;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Identity;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.Web.Mails;

/// <summary>What the reader is told by mail, and where it goes.</summary>
public sealed partial class MailPage
{
    private string? _refusal;
    private bool _isAdministrator;
    private ZoneClock? _clock;

    [CascadingParameter] public required HttpContext Http { get; set; }

    [Inject] public required ChooseMails Choose { get; init; }

    [Inject] public required MailAddresses Addresses { get; init; }

    [Inject] public required ChoosePreferences Preferences { get; init; }

    [Inject] public required MailTerms Terms { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromQuery] public string? Done { get; set; }

    [SupplyParameterFromForm(FormName = "mail")] public MailInput? Form { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var viewer = Http.User.AsViewer();
        _isAdministrator = ListMails.WhyNot(viewer) is null;
        _clock = (await Preferences.FindAsync(viewer.UserId)).Clock;
        if (Form is null)
        {
            var choice = await Choose.FindAsync(viewer);
            Form = new()
            {
                Address = (await Addresses.FindAsync(viewer.UserId))?.Address?.Address,
                Wanted = [.. MailKinds.ToChoose.Where(choice.Wants)],
                Digest = choice.IsDigest,
            };
        }
    }

    private async Task SaveAsync()
    {
        var viewer = Http.User.AsViewer();
        var text = Form!.Address?.Trim();
        var address = MailAddresses.Read(text);
        if (!string.IsNullOrEmpty(text) && address is null)
        {
            _refusal = new MailIsNone().Text;
            return;
        }

        var outcome = await Choose.RunAsync(Form.Wanted ?? [], Form.Digest, viewer);
        _refusal = (outcome as Outcome.Refused)?.Refusal.Text;
        if (_refusal is null)
        {
            await Addresses.SetAsync(viewer.UserId, address);
            Navigation.NavigateTo($"{Links.Mail}?done=saved");
        }
    }

    public sealed class MailInput
    {
        public string? Address { get; set; }

        /// <summary>Null where nothing is ticked.</summary>
        public List<MailKind>? Wanted { get; set; }

        public bool Digest { get; set; }

        public bool Wants(MailKind kind) => Wanted?.Contains(kind) == true;
    }
}
