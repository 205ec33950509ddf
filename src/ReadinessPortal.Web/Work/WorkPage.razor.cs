using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Work;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.Work;

/// <summary>
/// What waits for the reader over all launches. It is read again when one of the reader's own lines changed, and now
/// and then: that changes with the day too, and a hint may be lost.
/// </summary>
public sealed partial class WorkPage : IDisposable
{
    private static readonly TimeSpan _between = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan _whileRenewed = TimeSpan.FromMilliseconds(500);

    private Viewer? _viewer;
    private ITimer? _timer;
    private bool _isGone;
    private bool _isReading;
    private bool _isAskedAgain;

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [Inject]
    public required ListWork List { get; init; }

    [Inject]
    public required LaunchBoards Boards { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    public MyWork? Work { get; private set; }

    protected override async Task OnInitializedAsync()
    {
        var user = (await Authentication).User;
        _viewer = user.AsViewer();
        if (RendererInfo.IsInteractive)
        {
            Boards.WorkChanged += OnChanged;
            Boards.AccessChanged += OnChanged;
        }

        await ReadAsync();
    }

    private void OnChanged(Guid user)
    {
        if (user == _viewer?.UserId)
        {
            _ = InvokeAsync(FollowAsync);
        }
    }

    private async Task FollowAsync()
    {
        if (!_isGone)
        {
            await ReadAsync();
            StateHasChanged();
        }
    }

    // Hints that come while the list is being read are answered with one more look.
    private async Task ReadAsync()
    {
        _isAskedAgain = true;
        if (_isReading)
        {
            return;
        }

        _isReading = true;
        try
        {
            while (_isAskedAgain)
            {
                _isAskedAgain = false;
                Work = await List.RunAsync(_viewer!);
            }
        }
        finally
        {
            _isReading = false;
            Plan();
        }
    }

    private void Plan()
    {
        if (RendererInfo.IsInteractive && !_isGone)
        {
            _timer ??= Time.CreateTimer(_ => InvokeAsync(FollowAsync), null, _between, Timeout.InfiniteTimeSpan);
            _timer.Change(Work is { IsFresh: false } ? _whileRenewed : _between, Timeout.InfiniteTimeSpan);
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
        Boards.AccessChanged -= OnChanged;
        _timer?.Dispose();
    }
}
