using System.Text.RegularExpressions;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.Domain.Waivers;
using ReadinessPortal.Reporting;
using ReadinessPortal.UnitTests.Demo;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace ReadinessPortal.UnitTests.Reporting;

/// <summary>The demo, frozen, signed and decided, as a report and as the text a reader gets out of it.</summary>
internal static partial class AReport
{
    public static DateTimeOffset Frozen { get; } = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    public static Waiver Waiver { get; } = new()
    {
        Criterion = "e2e-tests",
        Reason = "The two failures are cosmetic",
        CompensatingControl = "Legacy pages are looked at by hand before each rollout",
        ExpiresOn = new(2026, 3, 31),
        RequestedById = Guid.NewGuid(),
        RequestedBy = "QA lead (demo)",
        RequestedAt = Frozen.AddDays(-1),
        Answer = WaiverAnswer.Pending,
    };

    public static GuardedChange Loosened { get; } = new()
    {
        Changes = [FactChange.Setting(FactPath.Of("gates", "pilot"), "kind", "critical", "niceToHave")],
        Summary = "Pilot: kind critical to niceToHave",
        Loosens = ["Pilot is critical"],
        Reason = "The pilot runs after the launch",
        RequestedById = Guid.NewGuid(),
        RequestedBy = "Launch manager (demo)",
        RequestedAt = Frozen.AddDays(-2),
        Answer = GuardedAnswer.Approved,
        AnsweredById = Guid.NewGuid(),
        AnsweredBy = "CTO (demo)",
        AnsweredAt = Frozen.AddDays(-1),
        AnswerReason = "Agreed with support",
    };

    public static TargetMove Move { get; } = new()
    {
        From = new(2025, 11, 24),
        To = new(2025, 12, 1),
        Reason = "The second region was not ready",
        ById = Guid.NewGuid(),
        By = "Launch manager (demo)",
        At = Frozen.AddDays(-2),
    };

    /// <summary>Clocks were changed three hours after the freeze.</summary>
    public static RevisionContent Revision()
    {
        var board = new LaunchBoard
        {
            Facts = DemoPackage.Facts, ChangeNumber = 7, Waivers = [Waiver], GuardedChanges = [Loosened],
            TargetMoves = [Move],
        };
        return RevisionContent.Of(board, Readiness.At(board, Frozen), 1, "Launch manager (demo)", Frozen) with
        {
            Offsets = [new(Frozen.AddYears(-10), TimeSpan.Zero), new(Frozen.AddHours(3), TimeSpan.FromHours(1))],
        };
    }

    public static ReportInput Decided()
    {
        var text = RevisionJson.Write(Revision());
        var revision = RevisionJson.Read(text.Text);
        var security = Sign(
            "security-lead", SignOffDecision.Conditional, 2, "Only with the fail-over automated", text.Sha256);
        var rejected = Sign("database-lead", SignOffDecision.Reject, 3, "The two logs disagree", text.Sha256) with
        {
            WithdrawnAt = Frozen.AddHours(4),
            WithdrawnReason = "Discussed with the platform lead",
        };
        var ceo = Sign("ceo", SignOffDecision.Approve, 9, null, text.Sha256);
        var record = new DecisionRecord
        {
            Revision = 1,
            UpTo = 12,
            SignOffs =
            [
                Sign("platform-lead", SignOffDecision.Approve, 1, null, text.Sha256), security, rejected,
                Sign("qa-lead", SignOffDecision.Approve, 5, "Accepted with open eyes", text.Sha256), ceo,
            ],
            Conditions =
            [
                new()
                {
                    Revision = 1, SignOffId = security.Id,
                    Text = "Automate the fail-over of the database across regions",
                    Owner = "Database team", Due = new(2026, 3, 31),
                },
            ],
            Decision = new()
            {
                Revision = 1, SignOffId = ceo.Id, Proceed = true, At = ceo.At, Entry = 12,
                OverrideReason = "The market window closes in December",
                Overridden = ["Readiness is NO-GO", "CFO has not signed"],
            },
        };
        var verdict = Verdict.Of(revision.Readiness, revision.Facts, [], record, revision.Readiness.Today);
        return new(revision, text.Sha256, record, verdict, Final: true);
    }

    /// <summary>A draft of facts that nobody has frozen.</summary>
    public static ReportInput Live(LaunchFacts facts)
    {
        var board = new LaunchBoard { Facts = facts, ChangeNumber = 1 };
        var revision = RevisionContent.Of(
            board, Readiness.At(board, Frozen), number: 0, "Launch manager (demo)", Frozen);
        var record = new DecisionRecord { Revision = 0 };
        return new(revision, null, record,
            Verdict.Of(revision.Readiness, facts, [], record, revision.Readiness.Today), Final: false);
    }

    /// <summary>The same, signed by people of these names.</summary>
    public static ReportInput SignedBy(params IEnumerable<string> names)
    {
        var input = Decided();
        var roles = input.Revision.Facts.Roles.Select(r => r.Key).ToList();
        return input with
        {
            Record = input.Record with
            {
                SignOffs =
                [
                    .. names.Select((name, i) => Sign(
                        roles[i], SignOffDecision.Approve, i + 1, $"{name} agrees", input.Sha256!) with
                    {
                        Name = name,
                    }),
                ],
            },
        };
    }

    public static byte[] Pdf(ReportInput input)
    {
        using var stream = new MemoryStream();
        ExecutiveReport.Write(input, stream);
        return stream.ToArray();
    }

    /// <summary>All words of the file in reading order, pages joined, white space folded away.</summary>
    public static string TextOf(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return Folded(string.Concat(document.GetPages().Select(p => ContentOrderTextExtractor.GetText(p))));
    }

    /// <summary>
    /// Without white space, because where a line breaks is not what is tested; and with one check mark, because the
    /// face draws U+2705 and U+2714 with one glyph.
    /// </summary>
    public static string Folded(string text) => WhiteSpace().Replace(text, "").Replace('\u2705', '\u2714');

    private static SignOff Sign(
        string role, SignOffDecision decision, int hour, string? comment, string sha256) => new()
        {
            Revision = 1,
            RevisionSha256 = sha256,
            Role = role,
            UserId = Guid.NewGuid(),
            Name = $"{role} (demo)",
            Decision = decision,
            Comment = comment,
            Meaning = $"I stand for what {role} answers for",
            At = Frozen.AddHours(hour),
            Authentication = "password",
        };

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
