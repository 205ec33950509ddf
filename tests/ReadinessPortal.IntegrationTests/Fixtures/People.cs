using ReadinessPortal.Application;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Application.FollowUps;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Application.SignOffs;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;

namespace ReadinessPortal.IntegrationTests.Fixtures;

/// <summary>Steps that many tests begin with.</summary>
public static class People
{
    /// <summary>The small launch with every role filled and an auditor.</summary>
    public static async Task StaffedAsync(this TestPortal portal)
    {
        Done(await ALaunch.ImportedInto(portal));
        var assign = portal.Get<AssignRole>();
        foreach (var (role, person) in new[]
        {
            ("platform", ALaunch.PlatformLead), ("qa", ALaunch.QaLead), ("cfo", ALaunch.Cfo), ("ceo", ALaunch.Ceo),
        })
        {
            Done(await assign.RunAsync(ALaunch.Key, role, person.UserId, person.Name, ALaunch.Manager));
        }

        Done(await portal.Get<AddMember>()
            .RunAsync(ALaunch.Key, ALaunch.Auditor.UserId, ALaunch.Auditor.Name, LaunchPart.Auditor, ALaunch.Manager));
    }

    public static async Task<LaunchView> ViewAsync(this TestPortal portal, Viewer? viewer = null) =>
        (await portal.Get<LaunchBoards>().ViewAsync(ALaunch.Key, viewer ?? ALaunch.Manager))!;

    /// <summary>What follows from the changes is made.</summary>
    public static Task FollowedUpAsync(this TestPortal portal) => portal.Get<FollowUpWorkers>().WhenIdleAsync();

    /// <summary>Changes facts of the small launch.</summary>
    public static Task<Outcome> EditAsync(this TestPortal portal, Viewer viewer, params FactChange[] changes) =>
        portal.Get<EditFacts>().RunAsync(ALaunch.Key, [.. changes], viewer);

    /// <summary>A lead's word on a criterion of the small launch, for one field.</summary>
    public static Task<Outcome> AssessAsync(
        this TestPortal portal, Viewer viewer, string criterion, string field, string? from, string? to) =>
        portal.EditAsync(viewer, FactChange.Setting(FactPath.Of("criteria", criterion), field, from, to));

    public static async Task<Outcome> FreezeAsync(this TestPortal portal) =>
        await portal.Get<FreezeLaunch>()
            .RunAsync(ALaunch.Key, FreezeRequest.Of((await portal.ViewAsync()).Board), ALaunch.Manager);

    public static async Task<Outcome> SignAsync(
        this TestPortal portal, string role, Viewer viewer, SignOffDecision decision = SignOffDecision.Approve,
        params ConditionDraft[] conditions)
    {
        var newest = (await portal.ViewAsync()).Board.NewestRevision!;
        return await portal.Get<SignLaunch>().RunAsync(ALaunch.Key, new SignRequest(newest.Number, newest.Sha256, role,
            decision, decision == SignOffDecision.Approve ? null : "because", [.. conditions], "password"), viewer);
    }

    public static async Task<Outcome> DecideAsync(this TestPortal portal, bool proceed, string? overrideReason = null)
    {
        var view = await portal.ViewAsync();
        var newest = view.Board.NewestRevision!;
        var shown = SigningRules.WhatAnOverrideWouldOverride(view.Board, view.UnderSignature!, view.At);
        return await portal.Get<DecideLaunch>().RunAsync(ALaunch.Key, new DecideRequest(newest.Number, newest.Sha256,
            proceed, "noted", [], overrideReason, shown, "password"), ALaunch.Ceo);
    }

    public static Outcome.Done Done(Outcome outcome) => outcome.Should().BeOfType<Outcome.Done>(
        (outcome as Outcome.Refused)?.Refusal.Text ?? "").Subject;

    public static T Refused<T>(Outcome outcome)
        where T : Refusal => outcome.Should().BeOfType<Outcome.Refused>().Which.Refusal.Should().BeOfType<T>().Subject;
}
