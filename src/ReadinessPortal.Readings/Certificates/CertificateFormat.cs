using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ReadinessPortal.Readings.Text;

namespace ReadinessPortal.Readings.Certificates;

/// <summary>An X.509 certificate in PEM, alone or with those above it: it runs out with the first of them. Nothing is
/// asked of a network, and whom it was signed by is not checked.</summary>
public sealed class CertificateFormat : ITextFormat
{
    private const string Begin = "-----BEGIN CERTIFICATE-----";
    private const int MostCharacters = 1 << 20;

    // RFC 5280 writes "never" as the end of the year 9999, which is no day that people plan with.
    private static readonly DateTime _far = new(2099, 12, 31, 12, 0, 0, DateTimeKind.Utc);

    public string Name => "x509";

    public bool Claims(TextHead head) => head.Start.StartsWith(Begin, StringComparison.Ordinal);

    public void Read(TextReader text, ReadingCollector into)
    {
        var pem = new char[MostCharacters + 1];
        var length = text.ReadBlock(pem);
        if (length > MostCharacters)
        {
            throw new UnreadableEvidenceException("The file is longer than any chain of certificates.");
        }

        var said = pem.AsSpan(0, length);
        var chain = new X509Certificate2Collection();
        try
        {
            chain.ImportFromPem(said);
            into.Producer = chain[0].GetNameInfo(X509NameType.SimpleName, forIssuer: false); // what follows it is of it
            into.Captured(chain[0].NotBefore);
            // The instant itself is over: one that ends at midnight is not valid on the day that begins then.
            var last = chain.Min(c => c.NotAfter).AddSeconds(-1);
            into.ExpiresAt = last < _far ? last : _far;
        }
        catch (Exception problem) when (problem is CryptographicException or ArgumentOutOfRangeException)
        {
            throw new UnreadableEvidenceException("The file begins as a certificate and holds none. Export it again.");
        }
        finally
        {
            foreach (var certificate in chain)
            {
                certificate.Dispose();
            }
        }
    }
}
