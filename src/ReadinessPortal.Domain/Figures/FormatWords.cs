using System.Collections.Concurrent;
using System.Text;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;
using ReadinessPortal.Domain.Verdicts;

namespace ReadinessPortal.Domain.Figures;

public static partial class Format
{
    private static readonly ConcurrentDictionary<Enum, string> _words = new();

    /// <summary>
    /// A state, colour or level in words: <c>in progress</c>, <c>not stated</c>, <c>nice-to-have</c>; readiness levels
    /// in capitals (<c>NO-GO</c>).
    /// </summary>
    public static string Word<T>(T value)
        where T : struct, Enum => WordOf(value);

    /// <summary>The same of a value whose type is known only when it runs.</summary>
    public static string WordOf(Enum value) => value switch
    {
        ReadinessLevel.NoGo => "NO-GO",
        ReadinessLevel.NotYet => "NOT YET",
        ReadinessLevel.Conditional => "CONDITIONAL",
        ReadinessLevel.Go => "GO",
        LaunchStage.InSignature => "in sign-off",
        GateKind.NiceToHave => "nice-to-have",
        SignOffDecision.Approve => "approved",
        SignOffDecision.Conditional => "approved with conditions",
        SignOffDecision.Reject => "rejected",
        SignOffDecision.Abstain => "abstained",
        Comparator.LessThan => "below",
        Comparator.Equal => "exactly",
        Comparator.Within => "between",
        _ => _words.GetOrAdd(value, Spelled),
    };

    private static string Spelled(Enum value)
    {
        var words = new StringBuilder();
        foreach (var letter in value.ToString())
        {
            if (char.IsUpper(letter) && words.Length > 0)
            {
                words.Append(' ');
            }

            words.Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }
}
