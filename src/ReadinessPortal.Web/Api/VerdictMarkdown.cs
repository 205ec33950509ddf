using System.Text.RegularExpressions;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.Web.Api;

/// <summary>A verdict in a few lines of Markdown, for a pull request.</summary>
internal static partial class VerdictMarkdown
{
    private const int MostReasons = 10;

    /// <param name="gate">Null where none was asked for.</param>
    /// <param name="origin">Where the portal is: <c>https://readiness.example.org</c>.</param>
    public static string Of(LaunchView view, DeploymentGate? gate, string origin)
    {
        var launch = view.Launch;
        List<string> lines =
        [
            $"## {Plain(launch.Title)}: {Format.Word(view.Verdict.Level)}", "",
            $"[{Plain(launch.Key)}]({origin}{Links.Launch(launch.Key)}), target date "
                + $"{Format.Day(launch.TargetDate)}: {Plain(view.Readiness.Tally.InShort)}. "
                + Plain(view.Verdict.Summary), "",
        ];
        if (gate is not null)
        {
            lines.AddRange([$"**Gate `{VerdictEndpoint.Word(gate.Requires)}` is "
                + $"{(gate.IsOpen ? "open" : "closed")}.**", ""]);
            lines.AddRange(Listed([.. gate.Why]));
        }

        lines.AddRange(Listed([.. view.Readiness.Reasons.Select(r => r.Text).Except(gate?.Why ?? [])]));
        return string.Join('\n', lines) + "\n";
    }

    private static IEnumerable<string> Listed(IReadOnlyList<string> texts) => texts.Count == 0 ? [] :
    [
        .. texts.Take(MostReasons).Select(t => $"- {Plain(t)}"),
        .. texts.Skip(MostReasons).Take(1).Select(_ => $"- and {Counted.Word(texts.Count - MostReasons)} more"),
        "",
    ];

    // What somebody wrote is shown as text: no links, pictures, mentions or markup of theirs.
    private static string Plain(string text) =>
        Markup().Replace(VisibleText.Line(text), m => m.Value == "@" ? "&#64;" : $"\\{m.Value}");

    [GeneratedRegex(@"[\\`*_\[\]<>|#!~@]")]
    private static partial Regex Markup();
}
