using System.Buffers.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using ReadinessPortal.Web.Identity;

namespace ReadinessPortal.Web.Passkeys;

/// <summary>
/// What was asked of a passkey, and for what. A question is answered once, in the browser it was asked in, for what it
/// was asked for: what was recorded of one answer opens nothing else, and nothing a second time, also where the passkey
/// does not count (Web Authentication, section 13.4.3, leaves that to whoever asks).
/// </summary>
internal sealed class PasskeyQuestions(IDataProtectionProvider protection, OnceMarks marks)
{
    private readonly SealedCookie _cookie =
        new(protection, "readiness.asked", PasskeySetup.Patience, SameSiteMode.Strict);

    /// <summary>To sign in, whoever it is.</summary>
    public const string ToSignIn = "sign-in";

    /// <summary>To come in by an invitation.</summary>
    public static string ToJoin(Guid person) => $"join {person:N}";

    /// <summary>To add one, in this sign-in.</summary>
    public static string ToAdd(HttpContext http) => $"add {OpenSessions.SessionOf(http.User)}";

    /// <summary>To prove who one is, in this sign-in.</summary>
    public static string ToProve(HttpContext http) => $"prove {OpenSessions.SessionOf(http.User)}";

    /// <param name="options">What the browser is told to ask, as JSON.</param>
    /// <param name="purpose">One of the above.</param>
    /// <returns>The options.</returns>
    public string Asked(HttpContext http, string options, string purpose)
    {
        using var read = JsonDocument.Parse(options);
        var question = read.RootElement.GetProperty("challenge").GetString();
        _cookie.Write(http, $"{purpose}\n{question}");
        return options;
    }

    /// <summary>Whether this answers what was asked here for that, and for the first time.</summary>
    /// <param name="answer">As the browser gave it.</param>
    public async Task<bool> IsAnswerAsync(HttpContext http, string answer, string purpose)
    {
        if (QuestionOf(answer) is not { } question || _cookie.Read(http) != $"{purpose}\n{question}")
        {
            return false;
        }

        _cookie.Delete(http);
        return await marks.IsFirstAsync("passkey", question);
    }

    // The handler verifies afterwards that the passkey has signed it.
    private static string? QuestionOf(string answer)
    {
        try
        {
            using var read = JsonDocument.Parse(answer);
            var said = read.RootElement.GetProperty("response").GetProperty("clientDataJSON").GetString();
            using var client = JsonDocument.Parse(Base64Url.DecodeFromChars(said));
            return client.RootElement.GetProperty("challenge").GetString();
        }
        catch (Exception problem) when (
            problem is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            return null; // no answer of any passkey
        }
    }
}
