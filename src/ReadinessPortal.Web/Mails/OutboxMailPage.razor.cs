using Microsoft.AspNetCore.Components;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Mails;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Accounts;
using ReadinessPortal.Web.Identity;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.Web.Mails;

/// <summary>One mail of the outbox: what became of it, what it says, and the button that has it sent again.</summary>
public sealed partial class OutboxMailPage
{
    private MailRow? _row;
    private Refusal? _whyNot;
    private Letter? _letter;
    private string? _overtaken;
    private string? _text;
    private string? _language;
    private Moments _moments = Moments.Utc;
    private string? _refusal;
    private string _name = "somebody who is gone";

    [CascadingParameter] public required HttpContext Http { get; set; }

    [Inject] public required ListMails Mails { get; init; }

    [Inject] public required SendMailAgain Again { get; init; }

    [Inject] internal LetterWriter Letters { get; init; } = null!;

    [Inject] public required MailAddresses Addresses { get; init; }

    [Inject] public required ChoosePreferences Preferences { get; init; }

    [Inject] public required MailTerms Terms { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Parameter] public Guid MailId { get; set; }

    [SupplyParameterFromQuery] public string? Done { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var viewer = Http.User.AsViewer();
        _moments = await Moments.OfAsync(Preferences, viewer.UserId);
        _whyNot = ListMails.WhyNot(viewer);
        _row = await Mails.FindAsync(MailId, viewer);
        if (_row is not { Mail: var mail } || await Addresses.FindAsync(mail.UserId) is not { Person: var person })
        {
            _overtaken = "nobody signs in under that name";
            return;
        }

        _name = person.Name;
        var reader = Reader.Of(person, await Preferences.FindAsync(person.UserId));
        (_letter, _overtaken) = await Letters.WriteAsync(mail, reader, isSent: false, Http.RequestAborted);
        _text = _letter is null ? null : LetterText.Of(reader.Words, [_letter], new Uri(Navigation.BaseUri));
        _language = reader.Words.Tag;
    }

    private async Task SendAsync()
    {
        _refusal = (await Again.RunAsync(MailId, Http.User.AsViewer()) as Outcome.Refused)?.Refusal.Text;
        if (_refusal is null)
        {
            Navigation.NavigateTo($"{Links.MailAt(MailId)}?done=again");
        }
    }
}
