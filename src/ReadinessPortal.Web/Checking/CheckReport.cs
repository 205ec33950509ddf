using System.Security.Cryptography;
using ReadinessPortal.Application.Reports;
using ReadinessPortal.Application.Seals;
using ReadinessPortal.Application.Verification;
using ReadinessPortal.Domain.Seals;
using ReadinessPortal.Reporting.Files;

namespace ReadinessPortal.Web.Checking;

/// <summary>Tells of a PDF file whether it is a final report, to the byte.</summary>
internal sealed class CheckReport(ReadReport reports, TimestampTerms timestamps)
{
    public async Task<CheckedFile> RunAsync(string name, byte[] pdf, Keyring keys, CancellationToken ct = default)
    {
        var signed = SignedPdf.Read(pdf);
        var key = await keys.FindAsync(signed.Key, ct);
        var checks = new List<VerificationCheck>
        {
            Check("the signature covers the whole file and is of these bytes",
                signed.Range == SignedRange.None ? "The file carries no signature."
                : signed.Range == SignedRange.Part ? "The signature does not cover the whole file: something was added."
                : !signed.IsGenuine ? "The signature is not of these bytes: the file was altered."
                : null),
            Check($"the signature is by a key of {keys.Whose}{Keyring.Name(key)}", keys.WhyNot(key, signed.Key)),
        };
        checks.AddRange(Timestamp(signed));
        if (keys.Given is null)
        {
            var stored = await reports.FindAsync(Convert.ToHexStringLower(SHA256.HashData(pdf)), ct);
            checks.Add(Check(stored is var (launch, revision)
                    ? $"it is the final report of {launch}, revision {revision}"
                    : "it is a final report as this portal stored it",
                stored is null ? "This portal stored no such file as a final report." : null));
        }

        var result = new Verification(name, [.. checks]);
        return result.IsSound ? Told(result, pdf, key!) : new(result);
    }

    // Its bytes are known to be the portal's own by now.
    private static CheckedFile Told(Verification result, byte[] pdf, PublicSealingKey by)
    {
        if (PdfAttached.Find(pdf, "-signatures.json") is not { } json
            || CompletionCertificate.Read(json) is not { } read)
        {
            return new(result); // from before reports carried a certificate
        }

        var keys = read.Keys.Append(by).DistinctBy(k => k.Id).ToDictionary(k => k.Id);
        var seals = new VerificationCheck("signature records match their seals", read.Signatures.Length,
        [
            .. read.Signatures.Where(s => !keys.TryGetValue(s.Key, out var key) || !SealingKey.VerifiesHash(
                    Convert.FromBase64String(key.PublicKey), Convert.FromHexString(s.Sha256),
                    Convert.FromBase64String(s.Seal)))
                .Select(s => $"Signature record {s.Number} does not match its seal."),
        ]);
        return new(result with { Checks = [.. result.Checks, seals] })
        {
            Launch = read.Launch, Revision = read.Revision, RevisionSha256 = read.RevisionSha256,
            Signatures = [.. read.Signatures],
        };
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
