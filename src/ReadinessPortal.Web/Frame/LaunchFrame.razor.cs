using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Seals;
using ReadinessPortal.Web.Drafts;
using ReadinessPortal.Web.Facts;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.Frame;

/// <summary>
/// Around every page of a launch: reads the view, follows its changes while the page is open, and puts the launch's
/// navigation beside and its head above the page.
/// </summary>
public sealed partial class LaunchFrame : IDisposable
{
    private bool _isAsked;
    private bool _isGone;
    private string? _shownKey;
    private LaunchWatch? _watch;
    private Viewer? _viewer;
    private FactEditing? _editing;
    private FactEditing? _givenBack;

    [Parameter, EditorRequired]
    public required string LaunchKey { get; set; }

    /// <summary>Last part of the page's address, empty for the brief.</summary>
    [Parameter, EditorRequired]
    public required string Current { get; set; }

    /// <summary>Heading of the page; null where the launch's own title is the heading.</summary>
    [Parameter]
    public string? Title { get; set; }

    /// <summary>The heading where it depends on what the launch holds.</summary>
    [Parameter]
    public Func<LaunchView, string?>? TitleOf { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment<LaunchView> ChildContent { get; set; }

    /// <summary>What a form without a circuit has done before it led here.</summary>
    [SupplyParameterFromQuery]
    public string? Done { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [Inject]
    public required LaunchBoards Boards { get; init; }

    [Inject]
    public required ViewHandover Handover { get; init; }

    [Inject]
    public required BeginEditing Editing { get; init; }

    [Inject]
    public required DraftKeeper Drafts { get; init; }

    [Inject]
    public required RecordOpenedPage Opened { get; init; }

    public LaunchView? View { get; private set; }

    protected override async Task OnParametersSetAsync()
    {
        if ((await Authentication).User.AsViewerIfSignedIn() is not { } viewer)
        {
            return; // signed out: the page ends
        }

        var before = _viewer;
        _viewer = viewer;
        if (_shownKey == LaunchKey)
        {
            if (before != viewer)
            {
                _watch?.Look();
            }

            return;
        }

        _shownKey = LaunchKey;
        _watch?.Dispose();
        _watch = null;
        _editing = null;
        View = RendererInfo.IsInteractive ? Handover.Take(_viewer.UserId, LaunchKey) : null;
        if (View is null)
        {
            await ReadAsync();
        }

        if (View is null || _isGone)
        {
            return;
        }

        SetUpEditing();
        if (RendererInfo.IsInteractive)
        {
            _watch = Boards.Watch(View.Launch.Id, _ => InvokeAsync(FollowAsync));
            Boards.AccessChanged -= OnAccessChanged;
            Boards.AccessChanged += OnAccessChanged;
            _watch.Look(); // at what was committed before it; what is shown stays where the database is away
        }
        else
        {
            Handover.Leave(_viewer.UserId, View);
        }

        await Opened.RunAsync(View, Current);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_editing is { } editing && editing != _givenBack)
        {
            _givenBack = editing;
            editing.GiveBack(await Drafts.KeptAsync(DraftKey.Prefix(editing.View)));
        }
    }

    private async Task FollowAsync()
    {
        if (!_isGone)
        {
            await ReadAsync();
            SetUpEditing();
            StateHasChanged();
        }
    }

    // One for all that the page edits, as long as the page is about this launch.
    private void SetUpEditing()
    {
        if (View is { } view)
        {
            _editing ??= Editing.Open(view, () => _viewer!);
            _editing.Follow(view);
        }
    }

    private async Task ReadAsync()
    {
        View = await Boards.ViewAsync(LaunchKey, _viewer!);
        _isAsked = true;
    }

    // Whoever loses their part in the launch loses the page with it.
    private void OnAccessChanged(Guid? user)
    {
        if (user is null || user == _viewer?.UserId)
        {
            _watch?.Look();
        }
    }

    public void Dispose()
    {
        _isGone = true;
        Boards.AccessChanged -= OnAccessChanged;
        _watch?.Dispose();
    }
}
