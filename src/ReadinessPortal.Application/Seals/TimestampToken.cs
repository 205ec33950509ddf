using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace ReadinessPortal.Application.Seals;

/// <summary>By whom the time of a seal is vouched for.</summary>
/// <param name="Authority">Answers requests of RFC 3161 over HTTP; null: nobody is asked.</param>
/// <param name="Trusted">Certificates that an authority's own has to lead to: those of authorities that were asked in
/// the past too.</param>
public sealed record TimestampTerms(Uri? Authority, X509Certificate2Collection Trusted)
{
    public static TimestampTerms None { get; } = new(null, []);
}

/// <summary>A token of a timestamp authority (RFC 3161), of data that it was seen to be of.</summary>
/// <param name="Der">As the authority gave it.</param>
/// <param name="At">The time it vouches for, UTC.</param>
public sealed record TimestampToken(byte[] Der, DateTimeOffset At)
{
    /// <param name="der">Whatever bytes claim to be one.</param>
    /// <param name="data">What it has to be of.</param>
    /// <exception cref="TimestampException">It is none, or of other data, or its signer is not trusted.</exception>
    public static TimestampToken Read(byte[] der, byte[] data, TimestampTerms terms)
    {
        try
        {
            if (!Rfc3161TimestampToken.TryDecode(der, out var token, out var read) || read != der.Length)
            {
                throw new TimestampException("it is no timestamp of RFC 3161");
            }

            if (!token.VerifySignatureForData(data, out var signer) || signer is null)
            {
                throw new TimestampException("it is of other data, or was altered");
            }

            var at = token.TokenInfo.Timestamp.ToUniversalTime();
            RefuseUntrusted(signer, at, token.AsSignedCms().Certificates, terms);
            return new(der, at);
        }
        catch (CryptographicException problem)
        {
            throw new TimestampException($"it cannot be read ({problem.Message})");
        }
    }

    // At the time it vouches for: what it says stays true when the authority's certificate has run out.
    private static void RefuseUntrusted(
        X509Certificate2 signer, DateTimeOffset at, X509Certificate2Collection among, TimestampTerms terms)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(terms.Trusted);
        chain.ChainPolicy.ExtraStore.AddRange(among);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = at.UtcDateTime;
        if (!chain.Build(signer))
        {
            throw new TimestampException($"its signer, {signer.Subject}, leads to no certificate that is trusted: "
                + "Signing:TimestampCertificates names those");
        }
    }
}

/// <summary>What is wrong with a timestamp, or with who was asked for one, as the end of a sentence.</summary>
public sealed class TimestampException(string message) : Exception(message);
