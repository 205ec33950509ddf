using System.Text.RegularExpressions;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Drills;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Packages;

/// <summary>What one fact says of another: what is named exists, ranges hold. Shapes were checked before.</summary>
/// <param name="whole">What the facts make up, in words: the package, or the launch.</param>
/// <param name="held">Facts that held together before: what is the same object is not looked at again.</param>
/// <param name="isAnyGone">Something of those facts is gone, so that others may still name it.</param>
internal sealed partial class PackageChecks(
    LaunchFacts facts, Action<string, string> report, string whole = "package", LaunchFacts? held = null,
    bool isAnyGone = false)
{
    private const int LongestHypercare = 365;
    private const string ReservedKey = "NEW";

    private readonly Lazy<References> _known = new(() => new(facts, whole));

    private readonly HashSet<Fact> _held = held is { } before
        ? FactKinds.OfLaunch.SelectMany(k => k.In(before)).ToHashSet<Fact>(ReferenceEqualityComparer.Instance) : [];

    public void Run()
    {
        Launch();
        Roles();
        Categories();
        Criteria();
        Gates();
        new RegisterChecks(facts.Registers, report, held?.Registers ?? []).Run();
        Drills();
        Figures();
        Evidence();
        foreach (var kind in FactKinds.OfLaunch)
        {
            Named(kind, facts, "");
        }
    }

    private IEnumerable<(int Index, T Item)> Touched<T>(IEnumerable<T> all)
        where T : Fact => all.Index().Where(f => !_held.Contains(f.Item));

    private IEnumerable<(int Index, T Item)> Naming<T>(IEnumerable<T> all)
        where T : Fact => isAnyGone ? all.Index() : Touched(all);

    // Whatever a fact names by key is there, and once.
    private void Named(FactKind kind, object holder, string before)
    {
        var naming = kind.Fields.Where(f => f is { Of: not null, IsLoose: false }).ToList();
        foreach (var (i, fact) in naming.Count == 0 && kind.Parts.IsEmpty ? [] : Naming(kind.In(holder)))
        {
            var at = $"{before}{kind.List}[{i}]";
            foreach (var field in naming)
            {
                Named(field, field.Keys(fact), $"{at}.{field.Name}");
            }

            foreach (var part in kind.Parts)
            {
                Named(part, fact, $"{at}.");
            }
        }
    }

    private void Named(FactField field, IEnumerable<string> keys, string at)
    {
        var kind = FactKinds.Get(FactPath.Of(field.Of!, "-")).Subject!.Value;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, key) in keys.Index())
        {
            var place = field.IsList ? $"{at}[{i}]" : at;
            Exists(key, kind, place);
            Require(seen.Add(key), place, $"'{key}' stands here twice; keep one");
        }
    }

    private void Launch()
    {
        var launch = facts.Launch;
        Require(LaunchKey().IsMatch(launch.Key) && launch.Key.Length <= Domain.Launches.Launch.KeyLength,
            "launch.key", $"holds A-Z, 0-9 and '-', at most {Domain.Launches.Launch.KeyLength} of them, beginning with "
            + "a letter or digit, such as GA-2025-001");
        Require(launch.Key != ReservedKey, "launch.key",
            $"'{ReservedKey}' is the address of the page that makes launches; choose another");
        Require(ZoneClock.Find(launch.TimeZone) is not null, "launch.timeZone",
            $"'{launch.TimeZone}' is no time zone; write an IANA name such as Europe/Oslo or UTC");
        Require(launch.HypercareDays is >= 0 and <= LongestHypercare, "launch.hypercareDays",
            $"is between 0 and {LongestHypercare} days");
        foreach (var kind in Enum.GetValues<EvidenceClass>())
        {
            if (EvidenceValidity.WhyNot(launch.Validity?.Own(kind)) is { } wrong)
            {
                report($"launch.validity.{kind.ToString().ToLowerInvariant()}", wrong);
            }
        }

        Require(launch.ReportDate is null || launch.ReportDate <= launch.TargetDate, "launch.targetDate",
            "lies before the report's date");
        Require(launch.NextReview is null || launch.ReportDate is null || launch.ReportDate <= launch.NextReview,
            "launch.nextReview", "lies before the report's date");
        if (launch.Accent is { } accent && AccentColor.WhyNot(accent) is { } why)
        {
            report("launch.accent", why);
        }

        if (launch.Logo is { } logo)
        {
            Logo(logo);
        }
    }

    private void Logo(string key)
    {
        const string At = "launch.logo";
        Exists(key, SubjectKind.Evidence, At);
        // What it is follows from its bytes, which come after a package's text.
        Require(held?.Launch.Logo == key
            || facts.Evidence.FirstOrDefault(e => e.Key == key)?.MediaType is not { } type || Pictures.IsPrinted(type),
            At, $"'{key}' is no picture that is printed; choose a PNG or JPEG");
    }

    private void Roles()
    {
        foreach (var (i, _) in facts.Roles.Index().Where(r => r.Item.Accountable).Skip(1))
        {
            report($"roles[{i}].accountable", "a second accountable role; exactly one takes the final decision");
        }
    }

    private void Categories()
    {
        foreach (var (i, category) in Touched(facts.Categories))
        {
            Require(category.Weight > 0, $"categories[{i}].weight", "has to be more than 0");
            foreach (var (j, score) in category.Scores.Index())
            {
                Require(score.Value is >= 0 and <= 100, $"categories[{i}].scores[{j}].value", "is between 0 and 100");
            }
        }
    }

    private void Criteria()
    {
        foreach (var (i, criterion) in Touched(facts.Criteria))
        {
            var at = $"criteria[{i}]";
            Require(criterion.Progress is null or (>= 0 and <= 100), $"{at}.progress", "is between 0 and 100");
            foreach (var (j, measurement) in criterion.Measurements.Index())
            {
                Measurement(measurement, $"{at}.measurements[{j}]");
            }

            foreach (var (j, validation) in criterion.Validations.Index())
            {
                if (validation.Expects is { } text && Expectation.WhyNot(text) is { } why)
                {
                    report($"{at}.validations[{j}].expects", why);
                }
            }
        }
    }

    private void Measurement(Measurement measurement, string at)
    {
        Require(measurement.Comparator is null == measurement.Target is null, at,
            "a target needs both 'comparator' and 'target'");
        Require(measurement.Comparator == Comparator.Within == measurement.UpperTarget is not null, at,
            "'upperTarget' goes with the comparator 'within', and only with it");
        Require(measurement.Target is not { } target || measurement.Value is not { } value
            || value.Unit.IsComparableTo(target.Unit), $"{at}.target", "does not compare with the value; use its unit");
        Require(measurement.UpperTarget is not { } upper || measurement.Target is not { } lower
            || (upper.Unit.IsComparableTo(lower.Unit) && upper.InBase >= lower.InBase),
            $"{at}.upperTarget", "has to be the upper end, in the unit of 'target'");
        Require(measurement.Reading is not { } metric || Metrics.All.ContainsKey(metric), $"{at}.reading",
            "is no metric that files are read for; choose one such as tests.failed or http.p95");
        Require(measurement.Reading is not { } read || measurement.Target is not { } limit
            || !Metrics.All.TryGetValue(read, out var unit)
            || Targets.Meets(new(1, unit), measurement.Comparator ?? Comparator.AtMost, limit,
                measurement.UpperTarget) is not null, $"{at}.target",
            "does not compare with what files say of the metric; give it in the metric's unit");
        if (WarningBand.WhyNot(measurement) is { } why)
        {
            report($"{at}.warnsFrom", why);
        }

        Require(!measurement.Implied || measurement.Target is not null, $"{at}.implied", "needs the implied target");
    }

    private void Gates()
    {
        foreach (var (i, gate) in Touched(facts.Gates))
        {
            Require(gate.Confidence is null or (>= 0 and <= 100), $"gates[{i}].confidence", "is between 0 and 100");
            Require(gate.ManualColour is null || !string.IsNullOrWhiteSpace(gate.ManualReason),
                $"gates[{i}].manualColour", "a color set manually needs 'manualReason'");
        }
    }

    private void Drills()
    {
        foreach (var (i, drill) in Touched(facts.Drills))
        {
            Require(drill.TransactionsLost is null or >= 0, $"drills[{i}].transactionsLost", "cannot be negative");
            foreach (var (j, log) in drill.Logs.Index())
            {
                foreach (var mark in new[] { EventMark.Start, EventMark.End })
                {
                    Require(log.Events.Count(e => e.Mark == mark) <= 1, $"drills[{i}].logs[{j}]",
                        $"has more than one '{mark.ToString().ToLowerInvariant()}' mark; keep one");
                }
            }
        }
    }

    private void Figures()
    {
        foreach (var (i, figure) in Touched(facts.Figures))
        {
            Require(figure.Unit is null || RegisterChecks.UnitOf(figure.Unit) is not null, $"figures[{i}].unit",
                RegisterChecks.NoUnit(figure.Unit ?? ""));
        }
    }

    private void Evidence()
    {
        foreach (var (i, item) in Touched(facts.Evidence))
        {
            if (FileName.WhyNot(item.FileName) is { } why)
            {
                report($"evidence[{i}].fileName", why);
            }

            Require(item.Sha256 is null || Sha256().IsMatch(item.Sha256), $"evidence[{i}].sha256",
                "is 64 lower-case hexadecimal digits; leave it out to have it computed");
            Require(item.Reading?.CapturedAt is not { } at || item.CapturedOn == facts.Launch.Day(at),
                $"evidence[{i}].capturedOn", "is what the file says itself; it cannot be given another day");
            Require(item.Reading?.ExpiresAt is not { } end || item.ExpiresOn == facts.Launch.Day(end),
                $"evidence[{i}].expiresOn", "is what the file says itself; it cannot be given another day");
            Require(item.ExpiresOn is null || item.Class == EvidenceClass.Certificate, $"evidence[{i}].expiresOn",
                "goes with a certificate; other evidence is valid for the days of its kind");
            Require(item.ExpiresOn is null || !(item.ExpiresOn < item.CapturedOn), $"evidence[{i}].expiresOn",
                "lies before the day it was captured");
        }

        foreach (var (i, item) in Naming(facts.Evidence))
        {
            foreach (var (j, subject) in item.Supports.Index())
            {
                Exists(subject.Key, subject.Kind, $"evidence[{i}].supports[{j}]");
            }
        }
    }

    private void Exists(string? key, SubjectKind kind, string at)
    {
        if (key is not null && _known.Value.WhyUnknown(kind, key) is { } why)
        {
            report(at, why);
        }
    }

    private void Require(bool holds, string at, string text)
    {
        if (!holds)
        {
            report(at, text);
        }
    }

    [GeneratedRegex(@"^[A-Z0-9][A-Z0-9-]*\z")]
    private static partial Regex LaunchKey();

    [GeneratedRegex(@"^[0-9a-f]{64}\z")]
    private static partial Regex Sha256();
}
