using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Application.Work;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Web.Identity;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.Web.Work;

/// <summary>
/// What waits for the reader over all launches. It is read again when one of the reader's own lines changed, and now
/// and then: that changes with the day too, and a hint may be lost.
/// </summary>
public sealed partial class WorkPage : IDisposable
{
    private static readonly TimeSpan _between = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan _firstAgain = TimeSpan.FromSeconds(2);

    /// <summary>Hints come in crowds: at midnight, one for each launch.</summary>
    private static readonly TimeSpan _leastBetween = TimeSpan.FromSeconds(1);

    /// <summary>Most things on one page.</summary>
    private const int PageSize = 25;

    private Viewer? _viewer;
    private ITimer? _timer;
    private TimeSpan _again;
    private long _lastRead;
    private bool _isGone;
    private bool _isReading;
    private bool _isHinted;

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [Inject]
    public required ListWork List { get; init; }

    [Inject]
    public required LaunchBoards Boards { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Inject]
    public required Outage Outage { get; init; }

    public MyWork? Work { get; private set; }

    /// <summary>Which page of it is wanted, from 1.</summary>
    [SupplyParameterFromQuery]
    private string? Page { get; set; }

    private Paging Of(MyWork work) => new(work.Items.Count, PageSize, QueryNumber.Of(Page) ?? 1);

    protected override async Task OnInitializedAsync()
    {
        _viewer = (await Authentication).User.AsViewer();
        if (RendererInfo.IsInteractive)
        {
            _timer = Time.CreateTimer(_ => Look(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            Boards.WorkChanged += OnChanged;
            Boards.AccessChanged += OnAccessChanged;
        }

        await ReadAsync();
    }

    // Whoever reads may have other rights than before.
    protected override async Task OnParametersSetAsync()
    {
        if ((await Authentication).User.AsViewerIfSignedIn() is { } viewer && viewer != _viewer)
        {
            _viewer = viewer;
            OnChanged(viewer.UserId);
        }
    }

    private void OnAccessChanged(Guid? user)
    {
        if ((user ?? _viewer?.UserId) is { } who)
        {
            OnChanged(who);
        }
    }

    private void OnChanged(Guid user)
    {
        if (user == _viewer?.UserId)
        {
            _ = InvokeAsync(() =>
            {
                _isHinted = _isReading;
                Plan(_leastBetween - Time.GetElapsedTime(_lastRead));
            });
        }
    }

    private void Look() => _ = InvokeAsync(async () =>
    {
        if (_isGone || _isReading)
        {
            return; // reading ends with a plan for the next look
        }

        try
        {
            await ReadAsync();
            StateHasChanged();
        }
        catch (Exception problem) when (!Outage.Explains(problem))
        {
            await DispatchExceptionAsync(problem);
        }
    });

    // One look at a time, and the next one always planned, whatever became of this one.
    private async Task ReadAsync()
    {
        (_isReading, _isHinted) = (true, false);
        _lastRead = Time.GetTimestamp();
        try
        {
            Work = await List.RunAsync(_viewer!);
        }
        finally
        {
            _isReading = false;
            _again = Work is { IsFresh: true } ? TimeSpan.Zero : Longer(_again);
            Plan(_isHinted ? _leastBetween : _again > TimeSpan.Zero ? _again : _between);
        }
    }

    private static TimeSpan Longer(TimeSpan wait) =>
        wait == TimeSpan.Zero ? _firstAgain : wait * 2 < _between ? wait * 2 : _between;

    private void Plan(TimeSpan wait)
    {
        if (!_isGone)
        {
            _timer?.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    private static string Sentence(MyWork work)
    {
        var overdue = work.Items.Count(i => i.Line.IsOverdue);
        var launches = work.Items.DistinctBy(i => i.LaunchKey).Count();
        return work.Items.Count == 0 ? "" // the page says so itself
            : $"{Counted.Capital(Counted.Of(work.Items.Count, "thing waits", "things wait"))} for you in "
                + $"{Counted.Of(launches, "launch", "launches")}"
                + $"{(overdue > 0 ? $", {Counted.Word(overdue)} overdue" : "")}.";
    }

    public void Dispose()
    {
        _isGone = true;
        Boards.WorkChanged -= OnChanged;
        Boards.AccessChanged -= OnAccessChanged;
        _timer?.Dispose();
    }
}
