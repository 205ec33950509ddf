using Microsoft.AspNetCore.Components;
using ReadinessPortal.Application;
using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Web.Forms;
using ReadinessPortal.Web.Identity;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.Web.SignOffs;

/// <summary>Who fills a role, who stands in, and which roles are not asked: the launch manager's forms, and the
/// holder's for a deputy of their own.</summary>
public sealed partial class RolesPage
{
    private IReadOnlyList<PortalPerson> _people = [];
    private string? _refusal;

    [CascadingParameter] public required HttpContext Http { get; set; }

    [Inject] public required PortalPeople People { get; init; }

    [Inject] public required AssignRole AssignRole { get; init; }

    [Inject] public required NameDeputy NameDeputy { get; init; }

    [Inject] public required MakeRoleNotRequired MakeRoleNotRequired { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromQuery] public string? Done { get; set; }

    [SupplyParameterFromForm(FormName = "assign")] public HolderInput? Assign { get; set; }

    [SupplyParameterFromForm(FormName = "deputy")] public HolderInput? Deputy { get; set; }

    [SupplyParameterFromForm(FormName = "require")] public RequireInput? Require { get; set; }

    // A form that was sent is drawn again, whoever sent it: it is what answers.
    private bool IsPosted(string form) => Http.Request.HasFormContentType && Http.Request.Form["_handler"] == form;

    protected override async Task OnInitializedAsync()
    {
        Assign ??= new();
        Deputy ??= new();
        Require ??= new();
        _people = await People.ListAsync();
    }

    private Task AssignAsync() => AnswerAsync(AssignRole.RunAsync(
        LaunchKey, Assign!.Role ?? "", Assign.Person, NameOf(Assign.Person), Http.User.AsViewer().By(Assign.Request),
        Assign.ShownOfRole));

    private Task DeputyAsync() => AnswerAsync(NameDeputy.RunAsync(
        LaunchKey, Deputy!.Role ?? "", Deputy.Person, NameOf(Deputy.Person), Deputy.Until,
        Http.User.AsViewer().By(Deputy.Request), Deputy.ShownOfRole));

    private Task RequireAsync() => AnswerAsync(MakeRoleNotRequired.RunAsync(
        LaunchKey, Require!.Role ?? "", string.IsNullOrWhiteSpace(Require.Reason) ? null : Require.Reason,
        Http.User.AsViewer().By(Require.Request), Require.ShownOfRole));

    private async Task AnswerAsync(Task<Outcome> change)
    {
        _refusal = ((await change).OrBefore() as Outcome.Refused)?.Refusal.Text;
        if (_refusal is null)
        {
            Navigation.NavigateTo($"{Links.Page(LaunchKey, "sign-off/roles")}?done=saved");
        }
    }

    private string? NameOf(Guid? person) => _people.FirstOrDefault(p => p.Id == person)?.Name;

    private static string Prefix(string form) => form switch
    {
        "assign" => nameof(Assign),
        "deputy" => nameof(Deputy),
        _ => nameof(Require),
    };

    public abstract class RoleInput : PlainInput
    {
        public string? Role { get; set; }

        /// <summary>Who filled each role as the page showed it, see <see cref="RoleRules.Shown"/>.</summary>
        public Dictionary<string, string>? Shown { get; set; }

        internal string? ShownOfRole => Shown?.GetValueOrDefault(Role ?? "");
    }

    public sealed class HolderInput : RoleInput
    {
        /// <summary>Null takes the role, or the deputy, away.</summary>
        public Guid? Person { get; set; }

        public DateOnly? Until { get; set; }
    }

    public sealed class RequireInput : RoleInput
    {
        public string? Reason { get; set => field = Lines(value); }
    }
}
