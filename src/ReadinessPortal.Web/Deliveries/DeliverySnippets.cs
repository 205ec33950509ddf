using System.Collections.Immutable;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.Web.Deliveries;

/// <summary>One way to deliver, ready to be pasted.</summary>
/// <param name="Id">Of the element that holds the text.</param>
/// <param name="Title">The tool it is for.</param>
/// <param name="Text">The whole snippet.</param>
public sealed record DeliverySnippet(string Id, string Title, string Text);

/// <summary>How a pipeline delivers to a criterion and asks before it deploys, as shells and pipelines write it. The
/// token comes from the variable READINESS_TOKEN, and never stands in a file.</summary>
public static class DeliverySnippets
{
    private const string Token = "--header \"Authorization: Bearer $READINESS_TOKEN\"";
    private const string Curl = "curl --fail-with-body --silent --show-error";

    /// <summary>How a shell runs a validation's command and posts what it printed, with its exit code. What is no shell
    /// command is left to a script.</summary>
    /// <param name="origin">As below.</param>
    /// <param name="launch">Key of the launch.</param>
    /// <param name="criterion">Key of the criterion.</param>
    public static DeliverySnippet OfRun(string origin, string launch, string criterion, Validation validation)
    {
        var to = $"{origin.TrimEnd('/')}{Links.Api(launch)}/criteria/{Uri.EscapeDataString(criterion)}/validations/"
            + $"{Uri.EscapeDataString(validation.Key)}/runs";
        var command = validation.Language is "bash" or "sh"
            ? PrintedOutput.Plain(validation.Command)
            : "bash check.sh";
        return new(Links.Anchor("run", validation.Key), ProofRules.TitleOf(validation),
            $$"""
            output=$( {
            {{command}}
            } 2>&1 ) && code=0 || code=$?
            printf '%s\n' "$output" | {{Curl}} {{Token}} \
              --header "Content-Type: text/plain" --data-binary @- \
              "{{to}}?exitCode=$code"
            """);
    }

    // For a shell, whatever a slot is called.
    private static string Quoted(string text) => text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
        ? text : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <param name="origin">Where the portal is: <c>https://readiness.example.org/</c>.</param>
    /// <param name="launch">Key of the launch.</param>
    /// <param name="criterion">Key of the criterion.</param>
    /// <param name="slot">The one that its targets are read from; null where they are read from any.</param>
    public static ImmutableArray<DeliverySnippet> Of(string origin, string launch, string criterion, string? slot)
    {
        var file = $"--form file=@report.xml{(slot is null ? "" : $" --form slot={Quoted(slot)}")}";
        var api = origin.TrimEnd('/') + Links.Api(launch);
        var to = $"{api}/criteria/{Uri.EscapeDataString(criterion)}/evidence";
        var gate = $"{api}/verdict?require=decision";
        return
        [
            new("deliver-curl", "curl",
                $"""
                # Deliver. Several files: one --form file=@... for each.
                {Curl} {Token} \
                  {file} "{to}"

                # Go on only after the final YES, and while nothing is worse than it was then.
                {Curl} {Token} "{gate}"
                """),
            new("deliver-github", "GitHub Actions",
                $$$"""
                - name: Deliver evidence
                  if: always()
                  env:
                    READINESS_TOKEN: ${{ secrets.READINESS_TOKEN }}
                  run: |
                    {{{Curl}}} {{{Token}}} \
                      {{{file}}} --form "commit=$GITHUB_SHA" \
                      --form "source=$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/actions/runs/$GITHUB_RUN_ID" \
                      "{{{to}}}"
                - name: Ask before deploying
                  env:
                    READINESS_TOKEN: ${{ secrets.READINESS_TOKEN }}
                  run: |
                    {{{Curl}}} {{{Token}}} \
                      "{{{gate}}}"
                """),
            new("deliver-gitlab", "GitLab CI",
                $"""
                deliver-evidence:
                  stage: test
                  when: always
                  script:
                    - >-
                      {Curl} {Token}
                      {file} --form "commit=$CI_COMMIT_SHA"
                      --form "source=$CI_PIPELINE_URL"
                      "{to}"

                ask-before-deploying:
                  stage: deploy
                  script:
                    - >-
                      {Curl} {Token}
                      "{gate}"
                """),
        ];
    }
}
