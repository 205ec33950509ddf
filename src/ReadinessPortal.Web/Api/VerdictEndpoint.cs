using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Tokens;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.Web.Identity;
using ReadinessPortal.Web.Tokens;

namespace ReadinessPortal.Web.Api;

/// <summary>The verdict, and the gate that pipelines make of it.</summary>
internal static class VerdictEndpoint
{
    private const string Markdown = "text/markdown";

    /// <param name="launches">The group of addresses that begin with those of all launches.</param>
    public static void MapVerdict(this RouteGroupBuilder launches) =>
        launches.MapGet("/{key}/verdict", AnswerAsync).ForTokens(Enum.GetValues<TokenScope>())
            .WithSummary("The verdict and its reasons, worst first")
            .WithDescription("require=decision, go or conditional makes a gate of it: 200 where it is met, 409 with "
                + "the same answer where it is not, so that curl --fail stops. Accept: text/markdown gives a summary.")
            .Produces<VerdictAnswer>().Produces<VerdictAnswer>(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> AnswerAsync(
        string key, string? require, HttpContext http, LaunchBoards boards, KeptAnswers kept, CancellationToken ct)
    {
        // Also an empty one: a gate whose variable is not set is open to nobody.
        GateRequirement? required =
            Enum.GetValues<GateRequirement>().Where(r => Word(r) == require).Select(r => (GateRequirement?)r)
                .FirstOrDefault();
        if (require is not null && required is null)
        {
            return Problems.Of(new NoSuchRequirement(require));
        }

        if (await boards.ViewAsync(key, http.User.AsViewer(), ct) is not { } view)
        {
            return Problems.Of(new NoSuchLaunch(key));
        }

        var gate = required is { } asked
            ? DeploymentGate.Of(asked, view.Board, view.Readiness, view.SinceDecision)
            : null;
        var status = gate is { IsOpen: false } ? StatusCodes.Status409Conflict : StatusCodes.Status200OK;
        return http.Request.Headers.Accept.ToString().Contains(Markdown, StringComparison.OrdinalIgnoreCase)
                ? TypedResults.Text(
                    VerdictMarkdown.Of(view, gate, $"{http.Request.Scheme}://{http.Request.Host}"), Markdown,
                    statusCode: status)
            : gate is null ? kept.Of(view, Answers.Verdict)
            : TypedResults.Json(
                Answers.Verdict(LaunchPicture.Of(view)) with
                {
                    Gate = new(Word(gate.Requires), gate.IsOpen, [.. gate.Why]),
                },
                statusCode: status);
    }

    /// <summary><c>decision</c>.</summary>
    internal static string Word(GateRequirement requirement) => requirement switch
    {
        GateRequirement.Go => "go",
        GateRequirement.Conditional => "conditional",
        _ => "decision",
    };
}

/// <summary>A pipeline asks for something that no gate knows.</summary>
internal sealed record NoSuchRequirement(string Asked) : NotAcceptable
{
    /// <inheritdoc/>
    public override string Text => (string.IsNullOrWhiteSpace(Asked)
        ? "require is empty: its variable is not set in the pipeline. "
        : $"There is no gate '{VisibleText.Line(Asked)}'. ")
        + "Write require=decision (a final YES on the newest revision, and nothing worse since), go (the live facts "
        + "say GO) or conditional (GO or CONDITIONAL).";
}
