namespace ReadinessPortal.UnitTests.Packages;

public sealed class CheckingReferences
{
    private const string Base = """
        roles:
          - { key: lead, title: Lead }
        categories:
          - { key: security, title: Security, lead: lead }
        criteria:
          - { key: mtls, title: mTLS, category: security }
        registers:
          - key: budget
            title: Budget
            chapter: finance
            columns:
              - { key: actual, title: Actual, kind: money, unit: USD }
              - { key: half, title: Half, kind: money, formula: actual / 2 }
            rows:
              - { key: aws, cells: { actual: 20145 } }

        """;

    [Fact]
    public void The_owner_of_a_drill_may_be_somebody_who_has_no_role() =>
        APackage.ProblemsWith(Base + """
            drills:
              - { key: a, title: A, scenario: A, heldOn: 2025-01-01, owner: The platform team }
            """).Should().BeEmpty();

    [Fact]
    public void References_that_exist_are_fine() =>
        APackage.ProblemsWith(Base + """
            gates:
              - { key: hard, title: Hardened, criteria: [mtls] }
            evidence:
              - { key: scan, title: Scan, fileName: a.json, supports: [registerRow:budget/aws, gate:hard] }
            """).Should().BeEmpty();

    [Theory]
    [InlineData("gates: [{ key: a, title: A, criteria: [mtl] }]", "gates[a].criteria[1]", "'mtls'")]
    [InlineData("gates: [{ key: a, title: A, criteria: [mtls, mtls] }]", "gates[a].criteria[2]", "twice")]
    [InlineData("gates: [{ key: a, title: A, confidence: 101 }]", "gates[a].confidence", "100")]
    [InlineData("gates: [{ key: a, title: A, manualColour: red }]", "gates[a].manualColour", "manualReason")]
    [InlineData("figures: [{ key: a, title: A, formula: 1, unit: 5 }]", "figures[a].unit", "no unit")]
    [InlineData("risks: [{ key: a, title: A, item: gone }]", "risks[a].item", "no item")]
    [InlineData("items: [{ key: a, title: A, criterion: mtl }]", "items[a].criterion", "'mtls'")]
    [InlineData("recommendations: [{ key: a, role: leed, by: A, advice: A, source: A }]",
        "recommendations[a].role", "'lead'")]
    [InlineData("evidence: [{ key: a, title: A, fileName: a, supports: [registerRow:budget/awz] }]",
        "evidence[a].supports[1]", "'budget/aws'")]
    [InlineData("evidence: [{ key: a, title: A, fileName: a, supports: [condition:x] }]",
        "evidence[a].supports[1]", "cannot refer")]
    [InlineData("evidence: [{ key: a, title: A, fileName: ../a }]", "evidence[a].fileName", "slash")]
    [InlineData("evidence: [{ key: a, title: A, fileName: a, sha256: abc }]", "evidence[a].sha256", "64")]
    [InlineData("drills: [{ key: a, title: A, scenario: A, heldOn: 2025-01-01, actions: [b] }]",
        "drills[a].actions[1]", "no item")]
    public void A_reference_or_range_that_does_not_hold_names_its_place(string yaml, string key, string hint)
    {
        var problem = APackage.ProblemsWith(Base + yaml).Should().ContainSingle().Subject;

        problem.Key.Should().Be(key);
        problem.Line.Should().Be(21);
        problem.Text.Should().Contain(hint);
    }

    [Theory]
    [InlineData("actual: 20145", "actual: much", "rows[aws].cells.actual", "amount")]
    [InlineData("actual: 20145", "actul: 20145", "rows[aws].cells.actul", "'actual'")]
    [InlineData("actual: 20145", "actual: 20145, half: 3", "rows[aws].cells.half", "computed")]
    [InlineData("kind: money, unit: USD", "kind: money", "columns[actual]", "currency")]
    [InlineData("kind: money, unit: USD", "kind: money, unit: USD, total: formula", "columns[actual]", "totalFormula")]
    [InlineData("kind: money, unit: USD", "kind: money, unit: USD, target: 5", "columns[actual]", "comparator")]
    [InlineData("kind: money, unit: USD", "kind: money, unit: 5", "columns[actual].unit", "no unit")]
    [InlineData("kind: money, unit: USD", "kind: number, budgetRole: spent", "columns[actual].budgetRole", "'money'")]
    [InlineData("kind: money, unit: USD", "kind: money, unit: USD, budgetRole: shareSpent",
        "columns[actual].budgetRole", "'percent'")]
    [InlineData("kind: money, unit: USD",
        "kind: money, unit: USD, budgetRole: spent }\n"
        + "      - { key: b, title: B, kind: money, unit: USD, budgetRole: spent",
        "columns[b].budgetRole", "'Actual' says that already")]
    [InlineData("chapter: finance", "chapter: finance\n    periodFrom: 2025-11-30\n    periodTo: 2025-11-01",
        "registers[budget].periodTo", "before it begins")]
    [InlineData("chapter: finance",
        "chapter: finance\n    periodFrom: 2025-11-01\n    periodTo: 2025-11-30\n    stateOf: 2025-12-01",
        "registers[budget].stateOf", "outside of the budget period")]
    [InlineData("lead: lead", "lead: lead, weight: 0", "categories[security].weight", "more than 0")]
    [InlineData("lead: lead", "lead: lad", "categories[security].lead", "'lead'")]
    [InlineData("category: security", "category: security, progress: 101", "criteria[mtls].progress", "100")]
    [InlineData("category: security", "category: security, measurements: [{ key: a, metric: A, target: 5 s }]",
        "measurements[a]", "comparator")]
    [InlineData("category: security",
        "category: security, measurements: [{ key: a, metric: A, value: 3, comparator: equal, target: 5 s }]",
        "measurements[a].target", "compare")]
    [InlineData("category: security", "category: security, measurements: [{ key: a, metric: A, evidence: b }]",
        "measurements[a].evidence", "evidence")]
    public void A_fact_that_does_not_fit_the_others_names_its_place(string good, string bad, string key, string hint)
    {
        var problem = APackage.ProblemsWith(Base.Replace(good, bad, StringComparison.Ordinal))
            .Should().ContainSingle().Subject;

        problem.Key.Should().EndWith(key);
        problem.Line.Should().BePositive();
        problem.Text.Should().Contain(hint);
    }

    [Fact]
    public void Only_one_role_takes_the_final_decision() =>
        APackage.ProblemsWith("""
            roles:
              - { key: a, title: A, accountable: true }
              - { key: b, title: B, accountable: true }
            """).Should().ContainSingle().Which.Key.Should().Be("roles[b].accountable");

    [Theory]
    [InlineData("image/png", false)]
    [InlineData("image/jpeg", false)]
    [InlineData("image/svg+xml", true)]
    [InlineData("application/json", true)]
    public void A_logo_is_a_picture_that_is_printed(string mediaType, bool isRefused) =>
        APackage.ProblemsOf(APackage.Smallest.Replace(
            "title: A launch", "title: A launch\n  logo: a", StringComparison.Ordinal)
            + $"\nevidence: [{{ key: a, title: A, fileName: a, mediaType: {mediaType} }}]\n")
            .Select(p => $"{p.Key} {p.Text.Contains("PNG or JPEG", StringComparison.Ordinal)}")
            .Should().Equal(isRefused ? ["launch.logo True"] : []);

    [Theory]
    [InlineData("GA-1", "ga-1", "launch.key")]
    [InlineData("title: A launch", "title: A launch\n  timeZone: Mars/Olympus", "launch.timeZone")]
    [InlineData("title: A launch", "title: A launch\n  hypercareDays: -1", "launch.hypercareDays")]
    [InlineData("title: A launch", "title: A launch\n  validity: { tests: 0 }", "launch.validity.tests")]
    [InlineData("title: A launch", "title: A launch\n  validity: { other: 3651 }", "launch.validity.other")]
    [InlineData("title: A launch", "title: A launch\n  accent: \"#ffcc00\"", "launch.accent")]
    [InlineData("title: A launch", "title: A launch\n  logo: no-such", "launch.logo")]
    [InlineData("title: A launch", "title: A launch\n  reportDate: 2026-01-01", "launch.targetDate")]
    public void A_launch_that_cannot_be_names_its_place(string good, string bad, string key) =>
        APackage.ProblemsOf(APackage.Smallest.Replace(good, bad, StringComparison.Ordinal))
            .Should().ContainSingle().Which.Key.Should().Be(key);
}
