using System.Text.Json;
using ReadinessPortal.Application.Persistence;

namespace ReadinessPortal.Application.Verification;

/// <summary>What is stored may be changed into what nothing of the portal can read: that is a break, and no reason to
/// stop looking.</summary>
internal static class Unreadable
{
    /// <param name="what">In words: <c>evidence</c>, <c>rows of criteria</c>.</param>
    public static async Task<VerificationCheck> NamedAsync(string what, Func<Task<VerificationCheck>> check)
    {
        try
        {
            return await check();
        }
        catch (Exception problem) when (Is(problem))
        {
            return new($"{what} can be read", 0, [Sentence(what, problem)]);
        }
    }

    /// <summary>Whether a value could not be made of what is stored; the database itself is in no trouble.</summary>
    public static bool Is(Exception problem) => !DatabaseTrouble.IsPassing(problem) && problem
        is InvalidOperationException or JsonException or FormatException or InvalidCastException or ArgumentException
            or OverflowException;

    public static string Sentence(string what, Exception problem) =>
        $"{char.ToUpperInvariant(what[0])}{what[1..]} cannot be read: {problem.Message.ReplaceLineEndings(" ")}";
}
