using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.FollowUps;
using ReadinessPortal.Application.Persistence;

namespace ReadinessPortal.Application.Mails;

/// <summary>
/// What people are reminded of. It is made whenever the summary of a launch is, which is old when a day has ended on
/// which something may fall due: so nothing of its own is ever missing.
/// </summary>
internal sealed class ReminderFollowUp(
    LaunchBoards boards, WritingDbs databases, OutgoingMail mails) : IFollowUp
{
    public async Task RunAsync(Guid launchId, long number, CancellationToken ct)
    {
        var sources = await boards.SourcesAsync(launchId, number, ct);
        if (MailReminders.Of(sources) is not { Count: > 0 } occasions)
        {
            return;
        }

        await using var db = databases.Open();
        if (await mails.RemindAsync(db, sources.Board.Launch, occasions, sources.Now, ct))
        {
            mails.Wake();
        }
    }

    public Task<IReadOnlyList<LaunchToFollow>> MissingAsync(int most, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<LaunchToFollow>>([]);
}
