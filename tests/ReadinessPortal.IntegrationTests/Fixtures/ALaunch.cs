using System.Collections.Immutable;
using ReadinessPortal.Application;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Packages;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Drills;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Domain.SignOffs;

namespace ReadinessPortal.IntegrationTests.Fixtures;

/// <summary>A small launch with one of everything that behaves, and the people around it.</summary>
public static class ALaunch
{
    public const string Key = "GA-2026-007";

    public static Viewer Manager { get; } = new(new("00000000-0000-7000-8000-000000000001"), "Mona Manager",
        IsAdministrator: true);

    public static Viewer PlatformLead { get; } = new(new("00000000-0000-7000-8000-000000000002"), "Pat Platform");

    public static Viewer QaLead { get; } = new(new("00000000-0000-7000-8000-000000000003"), "Quinn Quality");

    public static Viewer Cfo { get; } = new(new("00000000-0000-7000-8000-000000000004"), "Fay Finance");

    public static Viewer Ceo { get; } = new(new("00000000-0000-7000-8000-000000000005"), "Cleo Chief");

    public static Viewer Auditor { get; } = new(new("00000000-0000-7000-8000-000000000006"), "Audrey Audit");

    public static Viewer Stranger { get; } = new(new("00000000-0000-7000-8000-000000000009"), "Sam Stranger");

    public static LaunchFacts Facts() => new()
    {
        Launch = new()
        {
            Key = Key, Title = "Small launch", TargetDate = new(2025, 12, 1), AsOf = new(2025, 11, 15),
            TimeZone = "Europe/Oslo",
            Release = new() { Name = "small:v1" },
        },
        Roles =
        [
            new() { Key = "platform", Title = "Platform lead", Kind = RoleKind.Technical },
            new() { Key = "qa", Title = "QA lead", Kind = RoleKind.Technical },
            new() { Key = "cfo", Title = "CFO", Kind = RoleKind.Business },
            new() { Key = "ceo", Title = "CEO", Kind = RoleKind.Business, Accountable = true },
        ],
        Categories =
        [
            new()
            {
                Key = "infra", Title = "Infrastructure", Lead = "platform",
                Scores = [new() { Key = "s1", Value = 90, By = "report",
                    At = new(2025, 11, 15, 0, 0, 0, TimeSpan.Zero) }],
            },
            new() { Key = "quality", Title = "Quality", Lead = "qa", Weight = 2m },
        ],
        Criteria = Criteria(),
        Gates = [new() { Key = "load", Title = "Load tested", Criteria = ["load-testing"] }],
        Registers = [Budget()],
        Drills = [Drill()],
        Items = [new() { Key = "i1", Title = "Write the runbook", Target = DateSpec.Parse("2026-Q1") }],
        Figures = [new() { Key = "spend.share", Title = "Share spent",
            Formula = "budget.actual.total / budget.budget.total", Unit = "%" }],
        Claims = [new() { Key = "c1", Figure = "budget.actual.total", Stated = "31 USD", Place = "summary" }],
        Evidence =
        [
            new()
            {
                Key = "k6", Title = "Load test summary", FileName = "k6.json", CitedAs = "load/k6.json",
                Class = EvidenceClass.Load, Supports = [new(SubjectKind.Criterion, "load-testing")],
            },
        ],
    };

    private static ImmutableArray<Criterion> Criteria() =>
    [
        new()
        {
            Key = "load-testing", Title = "Load Testing", Category = "infra", Result = CriterionResult.InProgress,
            Progress = 80,
            Statements = [new() { Key = "st1", Text = "Ran for an hour" }],
            Measurements =
            [
                new()
                {
                    Key = "p95", Metric = "Latency", Statistic = "p95", Value = Quantity.Parse("287 ms"),
                    Comparator = Comparator.LessThan, Target = Quantity.Parse("500 ms"), Evidence = "k6",
                },
            ],
            Documents = [new() { Key = "d1", Title = "Plan", Href = "docs/load.md" }],
        },
        new()
        {
            Key = "e2e", Title = "E2E Tests", Category = "quality", Result = CriterionResult.Passed,
            Validations =
            [
                new() { Key = "v1", Command = "npm test", Output = "287 passed", RecordedOn = new(2025, 11, 14) },
            ],
        },
    ];

    private static Register Budget() => new()
    {
        Key = "budget", Title = "Budget", Chapter = "finance",
        Columns =
        [
            new() { Key = "line", Title = "Line" },
            new() { Key = "budget", Title = "Budget", Kind = ColumnKind.Money, Unit = "USD", Total = ColumnTotal.Sum },
            new() { Key = "actual", Title = "Actual", Kind = ColumnKind.Money, Unit = "USD", Total = ColumnTotal.Sum },
        ],
        Rows =
        [
            new() { Key = "aws", Cells = Cells(("line", "AWS"), ("budget", "25"), ("actual", "20")) },
            new() { Key = "ai", Cells = Cells(("line", "AI"), ("budget", "15"), ("actual", "10")) },
        ],
    };

    private static Drill Drill() => new()
    {
        Key = "drill-1", Title = "Region loss", Scenario = "A region goes away", HeldOn = new(2025, 11, 1),
        RtoTarget = Quantity.Parse("15 min"),
        Logs =
        [
            new()
            {
                Key = "log", Title = "Log", Source = "report",
                Events =
                [
                    new() { Key = "e1", At = new(10, 0), Text = "Outage", Mark = EventMark.Start },
                    new() { Key = "e2", At = new(10, 14, 30), Text = "Restored", Mark = EventMark.End },
                ],
            },
        ],
        Lessons = [new() { Key = "l1", Text = "Automate" }],
    };

    private static ImmutableSortedDictionary<string, string> Cells(params (string Key, string Value)[] cells) =>
        cells.ToImmutableSortedDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);

    public static Task<Outcome> ImportedInto(TestPortal portal) =>
        portal.Get<ImportLaunch>().RunAsync(new LaunchPackage(Facts(), []), update: false, Manager);
}
