using System.Text.Json;
using ReadinessPortal.Readings.Json;

namespace ReadinessPortal.Readings.SupplyChain;

/// <summary>Results of OpenSSF Scorecard (<c>--format json</c>): a score of 0 to 10, and -1 where it could not tell.
/// </summary>
public sealed class ScorecardFormat : IJsonFormat
{
    private const int Highest = 10;

    public string Name => "scorecard";

    public bool Claims(JsonElement root) => root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty("scorecard", out _) && root.TryGetProperty("checks", out _);

    public void Read(JsonPart root, ReadingCollector into)
    {
        into.Producer = $"OpenSSF Scorecard {root.Member("scorecard")?.Text("version")}";
        into.Captured(Numbers.Moment(root.Text("date")));
        into.IsAboutCommit(root.Element.Find("repo")?.Said("commit"));
        if (root.Required("score") is var given && given.Number() is var score and >= 0)
        {
            into.Add("scorecard.score", score <= Highest ? score
                : throw given.Wrong($"is more than {Highest}, the highest score there is"), "score");
        }
        else
        {
            into.Warn(WarningCodes.NothingMeasured, "The score is negative: Scorecard could not tell. Run it again "
                + "with a "
                + "token that may read the repository.");
        }

        var inconclusive = root.Items("checks").Where(c => c.Number("score") < 0).Select(c => c.Text("name")).ToList();
        if (inconclusive.Count > 0)
        {
            into.Warn(WarningCodes.Inconclusive, $"{inconclusive.Count} checks could not tell and are not in the "
                + "score: "
                + $"{ReadingCollector.Clean(string.Join(", ", inconclusive))}.");
        }
    }
}
