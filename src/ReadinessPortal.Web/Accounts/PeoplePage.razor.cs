using Microsoft.AspNetCore.Components;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Drafts;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.Accounts;

/// <summary>Everybody who has an account, for administrators, who invite more.</summary>
public sealed partial class PeoplePage
{
    private Viewer _viewer = null!;
    private IReadOnlyList<Account> _people = [];
    private Refusal? _refusal;
    private string? _link;
    private string? _mailedTo;
    private string _invited = "";
    private DraftKey? _draft;
    private Moments _moments = Moments.Utc;

    [CascadingParameter]
    public required HttpContext Http { get; set; }

    [Inject]
    internal Accounts Accounts { get; init; } = null!;

    [Inject]
    public required PortalPeople People { get; init; }

    [Inject]
    public required ChoosePreferences Preferences { get; init; }

    [SupplyParameterFromForm]
    public InviteForm? Form { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _viewer = Http.User.AsViewer();
        _draft = new(_viewer.UserId, "people", new(SubjectKind.User, "new"), "invite");
        Form ??= new();
        await ReadAsync();
    }

    private async Task InviteAsync()
    {
        (_refusal, _link, _mailedTo) = await Accounts.InviteAsync(
            Form!.UserName ?? "", Form.Name ?? "", Form.Mail, _viewer);
        if (_refusal is null)
        {
            _invited = Form.Name!.Trim();
            Form = new();
            await ReadAsync();
        }
    }

    private async Task ReadAsync()
    {
        if (Accounts.WhyNot(_viewer) is null)
        {
            _people = await People.AccountsAsync();
            _moments = await Moments.OfAsync(Preferences, _viewer.UserId);
        }
    }

    /// <summary>Whom to invite.</summary>
    public sealed class InviteForm
    {
        /// <summary>Of the person.</summary>
        public string? Name { get; set; }

        /// <summary>What they sign in with.</summary>
        public string? UserName { get; set; }

        /// <summary>Empty where they have none.</summary>
        public string? Mail { get; set; }
    }
}
