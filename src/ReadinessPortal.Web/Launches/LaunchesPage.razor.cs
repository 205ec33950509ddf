using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.Launches;

/// <summary>The launches that are the reader's to see. An open list follows what they may see.</summary>
public sealed partial class LaunchesPage : IDisposable
{
    private IReadOnlyList<LaunchRow>? _rows;
    private bool _mayCreate;
    private Viewer? _viewer;

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
        if ((await Authentication).User.AsViewerIfSignedIn() is { } viewer && viewer != _viewer)
        {
            _viewer = viewer;
            _mayCreate = CreateLaunch.WhyNot(viewer) is null;
            await ReadAsync();
        }
    }

    // An answer that was overtaken by another viewer is not shown.
    private async Task ReadAsync()
    {
        var viewer = _viewer!;
        var rows = await Launches.RunAsync(viewer);
        _rows = viewer == _viewer ? rows : _rows;
    }

    private void OnAccessChanged(Guid? user)
    {
        if (_viewer is { } viewer && (user is null || user == viewer.UserId))
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
