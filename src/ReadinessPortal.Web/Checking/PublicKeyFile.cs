using System.Security.Cryptography;

namespace ReadinessPortal.Web.Checking;

/// <summary>Reads the public key of another portal.</summary>
internal static class PublicKeyFile
{
    /// <summary>Largest file that is read, in bytes.</summary>
    public const int MostBytes = 16 << 10;

    /// <returns>SubjectPublicKeyInfo, DER; null where it is no key on P-256 in PEM.</returns>
    public static byte[]? Read(string pem)
    {
        using var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            return key.ExportParameters(false).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value
                ? key.ExportSubjectPublicKeyInfo() : null;
        }
        catch (Exception problem) when (problem is ArgumentException or CryptographicException)
        {
            return null;
        }
    }
}
