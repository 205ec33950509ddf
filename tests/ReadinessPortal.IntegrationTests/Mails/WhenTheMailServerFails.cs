using ReadinessPortal.Application.Mails;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.IntegrationTests.Starting;
using ReadinessPortal.Web.Mails;
using static ReadinessPortal.IntegrationTests.Fixtures.People;

namespace ReadinessPortal.IntegrationTests.Mails;

/// <summary>A mail server refuses, is busy, stalls or goes away: nothing is lost, and nothing is given to it twice that
/// it has said it took.</summary>
public sealed class WhenTheMailServerFails
{
    private const string DueNow = "update mails set due_at = now() - interval '1 second' where state = 'Waiting'";

    // As if whoever took it had been killed, and its lease had ended since.
    private const string LeaseOver = "update mails set lease_until = now() - interval '1 second' "
        + "where state = 'Sending'";

    [Fact]
    public async Task What_is_refused_for_good_has_failed_and_is_sent_again_by_hand_as_another_message()
    {
        await using var server = TestMailServer.Start();
        await using var portal = await server.PortalAsync();
        server.Next(MailAnswer.Refuses);

        await portal.FreezeAsync();
        await server.TakesAsync(3);
        await Patience.UntilAsync(async () => await portal.MailsAsync("Failed") == 1);
        (await portal.ScalarAsync("select why from mails where state = 'Failed'")).Should()
            .BeOfType<string>().Which.Should().Contain("550").And.Contain("nobody here of that name");

        var administrator = await portal.ViewerAsync("manager");
        var failed = (await portal.Get<ListMails>().RunAsync(1, administrator))!.Rows
            .Single(r => r.Mail.State == MailState.Failed).Mail;
        Done(await portal.Get<SendMailAgain>().RunAsync(failed.Id, administrator));
        await server.TakesAsync(4);
        await Patience.UntilAsync(async () => await portal.MailsAsync("Sent") == 4);
        server.Taken.Last().MessageId.Should().StartWith($"{failed.Id:N}.1@");
        Refused<MailsAreNotYours>(
            await portal.Get<SendMailAgain>().RunAsync(failed.Id, await portal.ViewerAsync("cfo")));
    }

    [Theory]
    [InlineData(MailAnswer.Later)]
    [InlineData(MailAnswer.Drops)]
    public async Task What_is_not_taken_now_is_taken_later(MailAnswer answer)
    {
        await using var server = TestMailServer.Start();
        await using var portal = await server.PortalAsync();
        server.Next(answer);

        await portal.FreezeAsync();
        await server.TakesAsync(3);
        await Patience.UntilAsync(async () => await portal.MailsAsync("Sent") == 3);
        (await portal.ScalarAsync("select due_at > now() and attempts = 1 and why is not null from mails "
            + "where state = 'Waiting'")).Should().Be(true);

        await portal.ScalarAsync(DueNow);
        await portal.Get<MailSender>().SendDueAsync(default);
        await Patience.UntilAsync(async () => await portal.MailsAsync("Sent") == 4);
        server.Taken.Select(m => m.MessageId).Should().HaveCount(4).And.OnlyHaveUniqueItems();
        (await portal.ScalarAsync("select count(*) from mails where why is not null")).Should().Be(0L);
    }

    [Fact]
    public async Task It_is_given_up_after_so_many_attempts()
    {
        await using var server = TestMailServer.Start();
        await using var portal = await server.PortalAsync();
        server.Next([.. Enumerable.Repeat(MailAnswer.Later, 4)]);
        await portal.FreezeAsync();
        await Patience.UntilAsync(async () => (long)(await portal.ScalarAsync(
            "select count(*) from mails where state = 'Waiting' and attempts = 1"))! == 4);

        server.Next([.. Enumerable.Repeat(MailAnswer.Later, 4)]);
        await portal.ScalarAsync($"update mails set attempts = {Outbox.MostAttempts - 1}");
        await portal.ScalarAsync(DueNow);
        await portal.Get<MailSender>().SendDueAsync(default);

        await Patience.UntilAsync(async () => await portal.MailsAsync("Failed") == 4);
        server.Taken.Should().BeEmpty();
    }

    [Fact]
    public async Task A_portal_that_stops_in_the_middle_leaves_each_mail_to_the_next_one()
    {
        await using var server = TestMailServer.Start();
        await using var portal = await server.PortalAsync();
        server.Next(MailAnswer.Takes, MailAnswer.Stalls);
        await portal.FreezeAsync();
        await Patience.UntilAsync(() => server.Stalled == 1);

        await portal.App.StopAsync();
        (await portal.MailsAsync("Sending")).Should().Be(1, "whether the server took it is not known");
        await portal.Get<MailSender>().SendDueAsync(default);
        server.Taken.Should().HaveCount(3, "somebody has the other one, as far as anybody knows");
        await portal.ScalarAsync(LeaseOver);
        await Task.WhenAll(
            portal.Get<MailSender>().SendDueAsync(default), portal.Get<MailSender>().SendDueAsync(default));

        server.Taken.Select(m => m.MessageId).Should().HaveCount(4).And.OnlyHaveUniqueItems();
        (await portal.MailsAsync("Sent")).Should().Be(4);
    }

    [Fact]
    public async Task A_portal_that_is_killed_in_the_middle_loses_nothing_and_sends_nothing_twice()
    {
        await using var server = TestMailServer.Start();
        await using var portal = await DemoPortal.ApartAsync();
        await portal.GiveAddressesAsync();
        await portal.FreezeAsync();
        await portal.ScalarAsync("update mails set state = 'Waiting', why = null");
        var environment = portal.Variables.ToDictionary();
        foreach (var (name, value) in server.Variables)
        {
            environment[name] = value;
        }

        using var late = Patience.StartsWithAProgram();
        server.Next(MailAnswer.Takes, MailAnswer.Stalls);
        using (var killed = await PortalProcess.StartAsync(environment, late.Token))
        {
            await Patience.UntilAsync(() => server.Stalled == 1);
            killed.Kill();
        }

        (await portal.MailsAsync("Sending")).Should().Be(1);
        await portal.ScalarAsync(LeaseOver);
        using var next = await PortalProcess.StartAsync(environment, late.Token);
        await Patience.UntilAsync(async () => await portal.MailsAsync("Sent") == 4);
        server.Taken.Select(m => m.MessageId).Should().HaveCount(4).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task An_answer_that_is_lost_has_the_same_message_given_again_under_its_name()
    {
        await using var server = TestMailServer.Start();
        await using var portal = await server.PortalAsync();
        server.Next(MailAnswer.TakesAndDrops);
        await portal.FreezeAsync();
        await server.TakesAsync(4);
        await Patience.UntilAsync(async () => await portal.MailsAsync("Sent") == 3);

        await portal.ScalarAsync(DueNow);
        await portal.Get<MailSender>().SendDueAsync(default);

        await Patience.UntilAsync(async () => await portal.MailsAsync("Sent") == 4);
        server.Taken.Should().HaveCount(5);
        server.Taken.Last().MessageId.Should().Be(server.Taken.First().MessageId);
        server.Taken.Last().TextBody.Should().Be(server.Taken.First().TextBody);
    }

    [Fact]
    public async Task Whoever_has_no_address_is_named_and_the_others_get_theirs()
    {
        await using var server = TestMailServer.Start();
        await using var portal = await server.PortalAsync();
        await portal.Get<MailAddresses>().SetAsync((await portal.ViewerAsync("qa-lead")).UserId, null);

        await portal.FreezeAsync();
        await server.TakesAsync(3);

        await Patience.UntilAsync(async () => await portal.MailsAsync("NotSent") == 1);
        (await portal.ScalarAsync("select why from mails where state = 'NotSent'")).Should()
            .Be("no mail address is known");
    }

    [Fact]
    public async Task What_is_done_before_it_could_be_asked_is_not_asked()
    {
        await using var server = TestMailServer.Start();
        await using var portal = await server.PortalAsync();
        server.Next([.. Enumerable.Repeat(MailAnswer.Later, 4)]);
        await portal.FreezeAsync();
        await Patience.UntilAsync(async () => (long)(await portal.ScalarAsync(
            "select count(*) from mails where state = 'Waiting' and attempts = 1"))! == 4);
        await portal.SignAsync("qa-lead");

        await portal.ScalarAsync(DueNow);
        await portal.Get<MailSender>().SendDueAsync(default);

        await Patience.UntilAsync(async () => await portal.MailsAsync("Sent") == 3);
        server.To("qa-lead").Should().BeEmpty();
        (await portal.MailsAsync("Overtaken")).Should().Be(1);
    }
}
