using System.Security.Cryptography;
using ReadinessPortal.Application.Reports;
using ReadinessPortal.Application.Seals;
using ReadinessPortal.Application.Verification;

namespace ReadinessPortal.Web.Reports;

/// <summary>Tells of a PDF file whether it is a final report of this portal, to the byte.</summary>
internal sealed class CheckReportFile(ReadReport reports, SealingKeys keys, TimestampTerms timestamps)
{
    /// <summary>Largest file that is looked at, in bytes.</summary>
    public const int MostBytes = 256 << 20;

    public async Task<Verification> RunAsync(string name, byte[] pdf, CancellationToken ct = default)
    {
        var signed = SignedPdf.Read(pdf);
        var key = signed.Key is { } id ? await keys.FindAsync(id, ct) : null;
        var stored = await reports.FindAsync(Convert.ToHexStringLower(SHA256.HashData(pdf)), ct);
        return new(name,
        [
            Check("the signature covers the whole file and is of these bytes",
                signed.Range == SignedRange.None ? "The file carries no signature."
                : signed.Range == SignedRange.Part ? "The signature does not cover the whole file: something was added."
                : !signed.IsGenuine ? "The signature is not of these bytes: the file was altered."
                : null),
            Check($"the signature is by a key of this portal{(key is { } used ? $": {used}" : "")}",
                key is null ? "The key of the signature is none of this portal's." : null),
            .. Timestamp(signed),
            Check(stored is var (launch, revision) ? $"it is the final report of {launch}, revision {revision}"
                    : "it is a final report as this portal stored it",
                stored is null ? "This portal stored no such file as a final report." : null),
        ]);
    }

    private IEnumerable<VerificationCheck> Timestamp(SignedPdf signed)
    {
        if (signed is not { IsGenuine: true, Timestamp: { } token })
        {
            yield break;
        }

        var (at, why) = ((DateTimeOffset?)null, (string?)null);
        try
        {
            at = TimestampToken.Read(token, signed.Signature, timestamps).At;
        }
        catch (TimestampException problem)
        {
            why = $"The timestamp in it proves nothing: {problem.Message}.";
        }

        yield return Check($"an authority vouches that it was signed by {at:yyyy-MM-dd HH:mm:ss} UTC", why);
    }

    private static VerificationCheck Check(string what, string? problem) =>
        new(what, 1, problem is null ? [] : [problem]);
}
