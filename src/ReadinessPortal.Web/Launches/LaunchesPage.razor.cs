using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Life;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Web.Identity;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.Web.Launches;

/// <summary>The launches that are the reader's to see. An open list follows what they may see.</summary>
public sealed partial class LaunchesPage : IDisposable
{
    private LaunchList? _list;
    private bool _mayCreate;
    private (Viewer Viewer, int Page)? _read;

    /// <summary>Which page of the list is wanted, from 1.</summary>
    [SupplyParameterFromQuery]
    private string? Page { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [Inject]
    public required ListLaunches Launches { get; init; }

    [Inject]
    public required LaunchBoards Boards { get; init; }

    protected override void OnInitialized()
    {
        if (RendererInfo.IsInteractive)
        {
            Boards.AccessChanged += OnAccessChanged;
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        if ((await Authentication).User.AsViewerIfSignedIn() is { } viewer
            && (viewer, QueryNumber.Of(Page) ?? 1) is var wanted && wanted != _read)
        {
            _read = wanted;
            _mayCreate = CreateLaunch.WhyNot(viewer) is null;
            await ReadAsync();
        }
    }

    // An answer that was overtaken by another viewer or page is not shown.
    private async Task ReadAsync()
    {
        var read = _read!.Value;
        var list = await Launches.PageAsync(read.Viewer, read.Page);
        _list = read == _read ? list : _list;
    }

    private void OnAccessChanged(Guid? user)
    {
        if (_read is { Viewer: var viewer } && (user is null || user == viewer.UserId))
        {
            _ = InvokeAsync(FollowAsync);
        }
    }

    private async Task FollowAsync()
    {
        try
        {
            await ReadAsync();
            StateHasChanged();
        }
        catch (Exception problem)
        {
            await DispatchExceptionAsync(problem);
        }
    }

    public void Dispose() => Boards.AccessChanged -= OnAccessChanged;
}
