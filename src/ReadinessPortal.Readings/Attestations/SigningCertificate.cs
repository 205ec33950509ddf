using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ReadinessPortal.Readings.Attestations;

/// <summary>The certificate that a signature was made with.</summary>
/// <param name="leaf">Of the signer.</param>
/// <param name="others">What the file brings between the leaf and a root; none of them is trusted for that.</param>
/// <param name="signedAt">When it was signed, as the file says; null where it does not.</param>
internal sealed class SigningCertificate(
    X509Certificate2 leaf, ImmutableArray<X509Certificate2> others, DateTimeOffset? signedAt)
{
    private const string CodeSigning = "1.3.6.1.5.5.7.3.3";

    // The last is of one that names a trusted root, and is not signed by it.
    private const X509ChainStatusFlags NotUnderARoot = X509ChainStatusFlags.PartialChain
        | X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.NotSignatureValid;

    /// <summary>Null where the key is of a kind that cannot be checked.</summary>
    public SignatureKey? Key { get; } = SignatureKey.Of(leaf.PublicKey);

    public string KeyKind => SignatureKey.Kind(leaf.PublicKey);

    public DateTimeOffset? SignedAt => signedAt;

    /// <summary>Whom it names, by address of a workflow or of mail, else by its subject; null where it names nobody.
    /// </summary>
    public string? Names => new[]
    {
        leaf.GetNameInfo(X509NameType.UrlName, forIssuer: false),
        leaf.GetNameInfo(X509NameType.EmailName, forIssuer: false),
        leaf.Subject,
    }.FirstOrDefault(n => n.Length is > 0 and <= Statement.LongestText);

    /// <summary>Why it does not count at the time of signing, or null where it does. Asks no network and no list of
    /// what was revoked: see <see cref="TrustedSigners"/>.</summary>
    public string? WhyNot(TrustedSigners trusted, DateTimeOffset at)
    {
        using var chain = new X509Chain();
        var policy = chain.ChainPolicy;
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        policy.CustomTrustStore.AddRange(trusted.Roots.ToArray());
        policy.ExtraStore.AddRange(trusted.Intermediates.Concat(others).ToArray());
        policy.RevocationMode = X509RevocationMode.NoCheck;
        policy.DisableCertificateDownloads = true;
        policy.ApplicationPolicy.Add(new Oid(CodeSigning));
        policy.VerificationTime = at.UtcDateTime;
        try
        {
            return chain.Build(leaf) ? null : Why(chain.ChainStatus.Aggregate(
                X509ChainStatusFlags.NoError, (all, s) => all | s.Status), at);
        }
        catch (CryptographicException)
        {
            return "has a certificate that cannot be followed to a root";
        }
        finally
        {
            foreach (var element in chain.ChainElements)
            {
                element.Certificate.Dispose();
            }
        }
    }

    private static string Why(X509ChainStatusFlags status, DateTimeOffset at) =>
        (status & NotUnderARoot) != 0
            ? "has a certificate that was not issued under a trusted root"
        : status.HasFlag(X509ChainStatusFlags.NotTimeValid)
            ? string.Create(CultureInfo.InvariantCulture,
                $"has a certificate that was not valid when it was signed, {at:yyyy-MM-dd HH:mm:ss} UTC")
        : status.HasFlag(X509ChainStatusFlags.NotValidForUsage) ? "has a certificate that is not for signing code"
        : $"has a certificate that does not count ({status})";
}
