using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using OtpNet;

namespace ReadinessPortal.Web.SecondFactors;

/// <summary>
/// What an authenticator app shares with the portal: time-based one-time passwords of six digits, SHA-1, steps of 30
/// seconds, which every app knows (RFC 6238). It is kept encrypted, so that whoever reads the database makes no codes.
/// </summary>
internal sealed class AppSecret(IDataProtectionProvider protection)
{
    private const int Bytes = 20;
    private const int Digits = 6;
    private static readonly TimeSpan _setUp = TimeSpan.FromMinutes(30);

    // One step early or late: clocks differ, and typing takes a while (RFC 6238, section 5.2).
    private static readonly VerificationWindow _window = new(previous: 1, future: 1);

    private readonly IDataProtector _kept = protection.CreateProtector("readiness.totp");
    private readonly ITimeLimitedDataProtector _offered =
        protection.CreateProtector("readiness.totp.offer").ToTimeLimitedDataProtector();

    /// <summary>A new secret for a person, which their form carries until they have shown that their app knows it.
    /// </summary>
    public string Offer(Guid person) =>
        _offered.Protect($"{person:N} {Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(Bytes))}", _setUp);

    /// <summary>What <see cref="Offer"/> offered, in Base32, as somebody types it into an app.</summary>
    /// <returns>Null where it is too old, another person's, or was not made here.</returns>
    public string? Offered(Guid person, string? offer)
    {
        try
        {
            return offer is { Length: > 0 } && _offered.Unprotect(offer).Split(' ') is [var whose, var secret]
                && whose == $"{person:N}" ? secret : null;
        }
        catch (Exception problem) when (problem is CryptographicException or FormatException)
        {
            return null;
        }
    }

    /// <summary>As the database has it.</summary>
    public string Keep(string secret) => _kept.Protect(secret);

    /// <exception cref="CryptographicException">The keys it was encrypted with are gone.</exception>
    public string Open(string kept) => _kept.Unprotect(kept);

    /// <summary>The address an app reads from the picture (Key URI Format).</summary>
    public static string AppAddress(string secret, string userName) =>
        new OtpUri(OtpType.Totp, secret, userName, "ReadinessPortal").ToString();

    /// <summary>The step of time whose code this is; null where it is none of now.</summary>
    public static long? StepOf(string secret, string code, DateTimeOffset now)
    {
        var digits = new string([.. code.Where(c => !char.IsWhiteSpace(c))]);
        return digits.Length == Digits && digits.All(char.IsAsciiDigit)
            && new Totp(Base32Encoding.ToBytes(secret), totpSize: Digits)
                .VerifyTotp(now.UtcDateTime, digits, out var step, _window) ? step : null;
    }
}
