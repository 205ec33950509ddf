using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.FollowUps;
using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.IntegrationTests.Fixtures;
using ReadinessPortal.Web.Demo;
using ReadinessPortal.Web.Reports;
using static ReadinessPortal.IntegrationTests.Fixtures.People;
using static ReadinessPortal.IntegrationTests.Reports.ReportActs;

namespace ReadinessPortal.IntegrationTests.Reports;

/// <summary>The report of a decision follows from the decision, and from nothing that comes after it.</summary>
[TakesLong]
public sealed class ReportingADecision
{
    private const string Page = $"/launches/{DemoPortal.Launch}/sign-off";

    [Fact]
    public async Task A_decision_is_taken_although_itsReport_cannot_be_made()
    {
        await using var portal = await DemoPortal.StartAsync(s => s.Replace<FinalReportFollowUp, Broken>());
        await FrozenAsync(portal);
        using var ceo = await portal.SignedInAsync("ceo");

        using var answer = await ceo.PostFormAsync(Page, "decide", new()
        {
            ["Form.Revision"] = "1",
            ["Form.Sha256"] = (await BoardAsync(portal)).NewestRevision!.Sha256,
            ["Form.Answer"] = "no",
            ["Form.Comment"] = "Not like this",
            ["Form.Password"] = DemoPersonas.Password,
        });

        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        answer.Headers.Location!.ToString().Should().EndWith("?done=decided");
        (await BoardAsync(portal)).Decisions.Should().ContainSingle().Which.Proceed.Should().BeFalse();
    }

    [Fact]
    public async Task It_is_kept_without_anybody_asking_for_it()
    {
        await using var portal = await DemoPortal.StartAsync();
        await FrozenAsync(portal);
        await DecidedAsync(portal);

        await portal.Get<FollowUpWorkers>().WhenIdleAsync();

        (await portal.ScalarAsync("select count(*) from reports")).Should().Be(1L);
    }

    [Fact]
    public async Task Kept_for_ever_it_is_sent_once_and_a_draft_is_kept_nowhere()
    {
        await using var portal = await DemoPortal.StartAsync();
        await FrozenAsync(portal);
        using var reader = await portal.SignedInAsync("auditor");
        using var draft = await reader.GetAsync(Report);
        await DecidedAsync(portal);

        using var final = await reader.GetAsync(Report);
        using var asking = new HttpRequestMessage(HttpMethod.Get, Report);
        asking.Headers.IfNoneMatch.Add(final.Headers.ETag!);
        using var again = await reader.SendAsync(asking);

        draft.Headers.ETag.Should().BeNull();
        draft.Headers.CacheControl!.NoStore.Should().BeTrue();
        final.Headers.CacheControl!.ToString().Should().Be("no-cache, private");
        again.StatusCode.Should().Be(HttpStatusCode.NotModified);
        (await again.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Made_up_for_later_it_has_the_same_bytes_whatever_was_met_or_said_meanwhile()
    {
        await using var portal = await DemoPortal.StartAsync(s => s.Replace<FinalReportFollowUp, Broken>());
        await FrozenAsync(portal);
        Done(await SignAsync(portal));
        await DecidedAsync(portal);
        using var reader = await portal.SignedInAsync("auditor");
        var atOnce = await ReportAsync(reader);
        await portal.ScalarAsync("alter table reports disable trigger user");
        await portal.ScalarAsync("delete from reports");

        var board = await BoardAsync(portal);
        Done(await portal.Get<MeetCondition>().RunAsync(DemoPortal.Launch, board.Conditions.Single().Id, "Renewed",
            board.Facts.Evidence.First(e => e.IsInHand).Key, await portal.ViewerAsync("manager")));

        Unsigned(await ReportAsync(reader)).Should().Equal(Unsigned(atOnce));
    }

    [Fact]
    public async Task While_a_newer_revision_is_signed_its_draft_and_the_pages_keep_the_yes_and_what_it_waits_for()
    {
        await using var portal = await DemoPortal.StartAsync();
        await FrozenAsync(portal);
        Done(await SignAsync(portal));
        var view = (await portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, await portal.ViewerAsync("ceo")))!;
        Done(await portal.Get<DecideLaunch>().RunAsync(DemoPortal.Launch,
            new(1, view.Board.NewestRevision!.Sha256, Proceed: true, null, [], "The market will not wait.",
                SigningRules.WhatAnOverrideWouldOverride(view.Board, view.UnderSignature!, view.At), "password"),
            await portal.ViewerAsync("ceo")));
        Done(await portal.Get<EditFacts>().RunAsync(DemoPortal.Launch,
            [FactChange.Setting(FactPath.Launch, "phase", view.Launch.Phase, "Second phase")],
            await portal.ViewerAsync("manager")));
        await FrozenAsync(portal);
        using var manager = await portal.SignedInAsync("manager");

        TextOf(await ReportAsync(manager)).Should().Contain("Revision2").And.Contain("YESonrevision1")
            .And.Contain("standsmeanwhile").And.Contain("Renewthecertificate").And.NotContain("nobodyhasdecided");
        foreach (var page in new[] { "", "/sign-off" })
        {
            (await manager.GetStringAsync($"/launches/{DemoPortal.Launch}{page}"))
                .Should().Contain("Renew the certificate").And.Contain("asked for on revision 1");
        }

        (await manager.GetStringAsync($"/api/v1/launches/{DemoPortal.Launch}"))
            .Should().Contain("Renew the certificate");
    }

    [Fact]
    public async Task What_has_changed_since_the_freeze_is_printed_as_a_draft_of_live_data()
    {
        await using var portal = await DemoPortal.StartAsync();
        await FrozenAsync(portal);
        var launch = (await BoardAsync(portal)).Launch;
        Done(await portal.Get<EditFacts>().RunAsync(DemoPortal.Launch,
            [FactChange.Setting(FactPath.Launch, "phase", launch.Phase, "Second phase")],
            await portal.ViewerAsync("manager")));
        using var reader = await portal.SignedInAsync("auditor");

        using var live = await reader.GetAsync(new Uri($"{Report}?live=true", UriKind.Relative));
        using var both = await reader.GetAsync(new Uri($"{Report}?live=true&revision=1", UriKind.Relative));

        live.Content.Headers.ContentDisposition!.FileName.Should().Be($"{DemoPortal.Launch}-live-DRAFT.pdf");
        TextOf(await live.Content.ReadAsByteArrayAsync()).Should().Contain("Secondphase");
        TextOf(await ReportAsync(reader)).Should().NotContain("Secondphase");
        both.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await both.Content.ReadAsStringAsync()).Should().Contain("leave revision or live out");
    }

    private static async Task<Outcome> SignAsync(DemoPortal portal)
    {
        var newest = (await BoardAsync(portal)).NewestRevision!;
        return await portal.Get<SignLaunch>().RunAsync(DemoPortal.Launch,
            new(newest.Number, newest.Sha256, "platform-lead", SignOffDecision.Conditional, "If it is renewed",
                [new("Renew the certificate", "Launch manager", DateOnly.FromDateTime(DateTime.UtcNow.AddDays(9)))],
                "password"), await portal.ViewerAsync("platform-lead"));
    }

    // The signature is another each time; what it covers ends with the update before it.
    private static byte[] Unsigned(byte[] pdf)
    {
        var end = "%%EOF\n"u8;
        return pdf[..(pdf.AsSpan(0, pdf.Length - end.Length).LastIndexOf(end) + end.Length)];
    }

    private sealed class Broken : IFollowUp
    {
        public Task RunAsync(Guid launchId, long number, CancellationToken ct) =>
            throw new InvalidOperationException("No font, no report.");

        public Task<IReadOnlyList<LaunchToFollow>> MissingAsync(int most, CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<LaunchToFollow>>([]);
    }
}

internal static class FollowUpServices
{
    /// <summary>Has something else made instead.</summary>
    public static void Replace<TOld, TNew>(this IServiceCollection services)
        where TNew : class, IFollowUp
    {
        services.Remove(services.Single(s => s.ImplementationType == typeof(TOld)));
        services.AddSingleton<IFollowUp, TNew>();
    }
}
