using ReadinessPortal.Readings.Json;

namespace ReadinessPortal.Readings.Attestations;

/// <summary>The signatures of one message, checked against who is trusted.</summary>
/// <param name="certificate">What they were made with; null where it was a bare key.</param>
internal sealed class Signatures(
    SignedMessage message, SigningCertificate? certificate, TrustedSigners trusted, AttestationRemarks remarks)
{
    // Far beyond what any key makes, in bytes, and any tool, in number.
    private const int LongestSignature = 16 << 10;
    private const int Most = 32;

    private readonly List<string> _ofNobodyKnown = [];
    private int _wrong;
    private int _verified;
    private string? _whyNotCertificate;
    private bool _isCertificateJudged;

    /// <summary>How many were verified; null where none was checked.</summary>
    public int? Verified => _verified + _wrong > 0 ? _verified : null;

    /// <summary>Whom the certificate of a verified signature names; null where there is none.</summary>
    public string? SignedBy { get; private set; }

    /// <param name="all">Each in base64.</param>
    /// <exception cref="UnreadableEvidenceException">They are no signatures, or too many.</exception>
    public void Check(IReadOnlyCollection<JsonPart> all)
    {
        if (all.Count > Most)
        {
            throw new UnreadableEvidenceException($"{all.First().Path} is the first of {all.Count} signatures, and "
                + $"{Most} are the most that are read. Attach what those sign who answer for it.");
        }

        foreach (var part in all)
        {
            Check(part.Path, part.Base64(LongestSignature));
        }

        // One who is not known may sign beside one who is: that is no fault. Alone, it is.
        foreach (var place in _ofNobodyKnown)
        {
            remarks.Add(_verified > 0 ? WarningCodes.SignatureUnchecked : WarningCodes.SignatureWrong,
                $"{place} fits none of the configured keys");
            _wrong += _verified > 0 ? 0 : 1;
        }
    }

    private void Check(string place, byte[] signature)
    {
        if (trusted.Keys.Any(key => key.Verifies(message, signature)))
        {
            _verified++;
        }
        else if (WhyUnchecked() is { } unknown)
        {
            remarks.Add(WarningCodes.SignatureUnchecked, $"{place} {unknown}");
        }
        else if (certificate is null)
        {
            _ofNobodyKnown.Add(place);
        }
        else if (WhyWrong(certificate, signature) is { } wrong)
        {
            _wrong++;
            remarks.Add(WarningCodes.SignatureWrong, $"{place} {wrong}");
        }
        else
        {
            _verified++;
            SignedBy = certificate.Names;
        }
    }

    private string? WhyUnchecked() => certificate switch
    {
        null => trusted.Keys.Length > 0 ? null
            : trusted.Roots.Length > 0 ? "was made with a key, and only certificate roots are configured"
            : "has no key or certificate root configured for it",
        _ => trusted.Roots.Length == 0 ? "was made with a certificate, and no root is configured for it"
            : certificate.Key is null ? $"was made with a key that cannot be checked ({certificate.KeyKind})"
            : certificate.SignedAt is null
                ? "does not say when it was made, so that nobody can tell whether its certificate was valid"
            : null,
    };

    private string? WhyWrong(SigningCertificate made, byte[] signature) =>
        !made.Key!.Verifies(message, signature) ? "does not fit its certificate and what is signed"
        : WhyNotCertificate(made);

    // Following a certificate to its root costs more than everything else here.
    private string? WhyNotCertificate(SigningCertificate made)
    {
        if (!_isCertificateJudged)
        {
            _whyNotCertificate = made.WhyNot(trusted, made.SignedAt!.Value);
            _isCertificateJudged = true;
        }

        return _whyNotCertificate;
    }
}
