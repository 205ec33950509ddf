using System.Collections.Immutable;
using ReadinessPortal.Application.Criteria;
using ReadinessPortal.Application.Deliveries;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using static ReadinessPortal.IntegrationTests.WhoMayDoWhat.Trial;

namespace ReadinessPortal.IntegrationTests.WhoMayDoWhat;

// Facts and their evidence. What the lead of it changes belongs to the platform role.
internal static partial class Trials
{
    private static FactPath Criterion => FactPath.Of("criteria", "load-testing");

    private static IEnumerable<Trial> Facts() =>
    [
        Edit(LaunchAction.SetUp, "the title of the launch", FactPath.Launch, "title"),
        Edit(LaunchAction.AssessCriterion, "the rationale of a criterion", Criterion, "rationale"),
        Edit(LaunchAction.EditFacts, "a measurement", Criterion.Part("measurements", "p95"), "window"),
        Edit(LaunchAction.EditFacts, "the timeline of a gate", FactPath.Of("gates", "load"), "timeline"),
        Edit(LaunchAction.EditRows, "a cell", FactPath.Of("registers", "budget").Part("rows", "aws"), "cells.line"),
        Of<EditFacts>(AsTheTableSays(LaunchAction.ScoreCategory), async (it, _, v) => await it.RunAsync(Key,
        [
            new FactChange.Add
            {
                Fact = FactPath.Of("categories", "infra").Part("scores", $"s-{Guid.NewGuid():N}"[..12]),
                Values = ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal)
                    .Add("rationale", "As measured").Add("value", "80"),
            },
        ], v), what: "a score"),
        Of<AttachEvidence>(AsTheTableSays(LaunchAction.AttachEvidence), async (_, cast, v) =>
        {
            using var bytes = new MemoryStream(Guid.NewGuid().ToByteArray());
            return await cast.AttachAsync(bytes, v);
        }),
        Of<DeliverEvidence>(AsTheTableSays(LaunchAction.AttachEvidence), async (it, cast, v) =>
        {
            using var bytes = new MemoryStream(Guid.NewGuid().ToByteArray());
            await using var file = await cast.Portal.Get<ReceiveFile>().TakeAsync(bytes, "proof.txt", default);
            var delivered = await it.RunAsync(Key, new([file], "load-testing"), v);
            return (object?)delivered.Refusal ?? Done;
        }),
        Of<RecordRun>(AsTheTableSays(LaunchAction.AttachEvidence), async (it, _, v) =>
            (object?)(await it.RunAsync(Key, new("load-testing", "smoke", $"{Guid.NewGuid()}"), v)).Refusal ?? Done),
        Of<RehearseUpload>(AsTheTableSays(LaunchAction.AttachEvidence), async (it, _, v) =>
        {
            using var bytes = new MemoryStream(Guid.NewGuid().ToByteArray());
            try
            {
                return await it.RunAsync(Key, new(bytes, "proof.txt", null, EvidenceClass.Other, null,
                    [new(SubjectKind.Criterion, "load-testing")]), v);
            }
            catch (RefusedException refused)
            {
                return refused.Refusal;
            }
        }),
        Of<AskForValue>(AsTheTableSays(LaunchAction.EditFacts), async (it, cast, v) =>
            await it.RunAsync(Key, await cast.InHandAsync(),
                new("load-testing", "p95", false, "287 ms", "120 ms", "As the file says"), v), async c =>
        {
            await c.FrozenAsync();
            await c.InHandAsync();
        }),
        Of<ReuseEvidence>(AsTheTableSays(LaunchAction.AttachEvidence), async (it, _, v) =>
            await it.RunAsync(Key, "k6", [new(SubjectKind.Gate, "load")], v)),
    ];

    private static Trial Edit(LaunchAction action, string what, FactPath fact, string field) =>
        Of<EditFacts>(AsTheTableSays(action), async (_, cast, v) =>
            await cast.EditAsync(v, fact, field, $"Text {Guid.NewGuid():N}"), what: what);
}
