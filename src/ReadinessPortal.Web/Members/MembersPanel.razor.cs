using Microsoft.AspNetCore.Components;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Identity;
using ReadinessPortal.Web.SingleSignOn;

namespace ReadinessPortal.Web.Members;

/// <summary>Who has a part in the launch; its manager lets people in and out here.</summary>
public sealed partial class MembersPanel
{
    private IReadOnlyList<PortalPerson> _people = [];
    private bool _mayManage;
    private bool _mayInvite;
    private MadeAccount? _made;
    private Guid? _open;
    private long? _read;

    [Parameter, EditorRequired]
    public required LaunchView View { get; set; }

    [Inject]
    public required PortalPeople People { get; init; }

    [Inject]
    public required AddMember Add { get; init; }

    [Inject]
    public required InviteColleague Invite { get; init; }

    [Inject]
    public required ChangeMember Change { get; init; }

    [Inject]
    public required SingleSignOnSettings SingleSignOn { get; init; }

    [Inject]
    public required RemoveMember Remove { get; init; }

    protected override async Task OnParametersSetAsync()
    {
        if (_read == View.Board.ChangeNumber)
        {
            return;
        }

        _read = View.Board.ChangeNumber;
        _mayManage = Permissions.WhyNot(LaunchAction.ManageMembers, View.Me, View.Board) is null;
        _mayInvite = Permissions.WhyNot(LaunchAction.InviteColleague, View.Me, View.Board) is null;
        _people = _mayManage && _people.Count == 0 ? await People.ListAsync() : _people;
    }

    private string By(Member member) =>
        member.GivenBy is { } by ? $", by {SingleSignOn.Find(by)?.Title ?? by}" : "";

    private Task<Refusal?> AddAsync(Guid person, LaunchPart part)
    {
        var name = _people.FirstOrDefault(p => p.Id == person)?.Name ?? "";
        return EndedAsync(Add.RunAsync(View.Launch.Key, person, name, part, View.Viewer()));
    }

    private async Task<Refusal?> InviteAsync(Colleague who, LaunchPart part)
    {
        var (outcome, made) = await Invite.RunAsync(View.Launch.Key, who, part, View.Viewer());
        _made = made;
        StateHasChanged();
        return (outcome as Outcome.Refused)?.Refusal;
    }

    private Task<Refusal?> ChangeAsync(Member member, LaunchPart to) =>
        EndedAsync(Change.RunAsync(View.Launch.Key, member.UserId, member.Part, to, View.Viewer()));

    private Task<Refusal?> RemoveAsync(Member member) =>
        EndedAsync(Remove.RunAsync(View.Launch.Key, member.UserId, member.Part, View.Viewer()));

    private async Task<Refusal?> EndedAsync(Task<Outcome> act)
    {
        var refusal = (await act as Outcome.Refused)?.Refusal;
        _open = refusal is null ? null : _open;
        return refusal;
    }
}
