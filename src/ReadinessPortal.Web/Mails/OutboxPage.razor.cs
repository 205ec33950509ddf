using Microsoft.AspNetCore.Components;
using ReadinessPortal.Application.Mails;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Accounts;
using ReadinessPortal.Web.Identity;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.Web.Mails;

/// <summary>What was sent to whom and what was not, for administrators.</summary>
public sealed partial class OutboxPage
{
    private MailList? _list;
    private Refusal? _whyNot;
    private Moments _moments = Moments.Utc;
    private IReadOnlyDictionary<Guid, string> _names = new Dictionary<Guid, string>();

    [CascadingParameter] public required HttpContext Http { get; set; }

    [Inject] public required ListMails Mails { get; init; }

    [Inject] public required MailAddresses Addresses { get; init; }

    [Inject] public required ChoosePreferences Preferences { get; init; }

    [Inject] public required MailTerms Terms { get; init; }

    /// <summary>Which page of it is wanted, from 1.</summary>
    [SupplyParameterFromQuery] private string? Page { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var viewer = Http.User.AsViewer();
        _moments = await Moments.OfAsync(Preferences, viewer.UserId);
        _whyNot = ListMails.WhyNot(viewer);
        _list = await Mails.RunAsync(QueryNumber.Of(Page) ?? 1, viewer);
        if (_list is { } list)
        {
            _names = await Addresses.NamesAsync([.. list.Rows.Select(r => r.Mail.UserId).Distinct()]);
        }
    }

    private static string Sentence(MailList list) => Counted.Capital(string.Join(", ",
        list.Counts.OrderBy(c => c.Key).Select(c => $"{c.Value} {MailWords.Word(c.Key)}"))) + ".";

    private static string? Tone(MailState state) => state switch
    {
        MailState.Failed => "no",
        MailState.NotSent => "hold",
        MailState.Sent => "go",
        _ => "quiet",
    };
}
