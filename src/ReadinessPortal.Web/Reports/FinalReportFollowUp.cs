using ReadinessPortal.Application.FollowUps;
using ReadinessPortal.Application.Reports;

namespace ReadinessPortal.Web.Reports;

/// <summary>The report of a final decision. The decision stands whether it can be made at once or not.</summary>
internal sealed class FinalReportFollowUp(LaunchReports reports, ReadReport kept) : IFollowUp
{
    public async Task RunAsync(Guid launchId, long number, CancellationToken ct)
    {
        foreach (var missing in await kept.MissingAsync(launchId, ct: ct))
        {
            await reports.KeepFinalAsync(missing.Key, missing.Revision, ct);
        }
    }

    public async Task<IReadOnlyList<LaunchToFollow>> MissingAsync(int most, CancellationToken ct) =>
    [
        .. (await kept.MissingAsync(launch: null, most, ct)).Select(m => new LaunchToFollow(m.LaunchId, m.ChangeNumber))
            .Distinct(),
    ];
}
