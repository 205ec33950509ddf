using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Evidence;

/// <summary>Says that a launch is full before anybody sends it a file in vain.</summary>
public sealed class RoomForEvidence(LaunchBoards boards, AskOutcome outcomes, EvidenceLimits limits)
{
    /// <param name="key">Of the launch.</param>
    /// <param name="body">Length of what is to come, in bytes; null where it is not known.</param>
    /// <param name="viewer">Who sends it.</param>
    /// <param name="request">Under which it is kept: what was done before is answered as it was.</param>
    /// <param name="ct">Gives up waiting.</param>
    /// <returns>Null where there is room, and where others say why not.</returns>
    public async Task<Refusal?> WhyNotAsync(
        string key, long? body, Viewer viewer, Guid? request, CancellationToken ct) =>
        body is { } length && await boards.ViewAsync(key, viewer, ct) is { } view
        && limits.WhyNoRoom(view.Board, EvidenceLimits.LeastOf(length)) is { } full
        && !(request is { } name && await outcomes.WasDoneAsync(key, name, viewer, ct))
            ? full
            : null;
}
