using System.Formats.Asn1;

namespace ReadinessPortal.Application.Evidence;

/// <summary>
/// Tells private keys in binary form from certificates and requests, which begin alike: PKCS #8 (RFC 5958), encrypted
/// or not, PKCS #1 (RFC 8017), elliptic curves (RFC 5915), and the stores of PKCS #12 (RFC 7292), which may hold some.
/// </summary>
internal static class DerKeys
{
    /// <summary>The first byte of every one.</summary>
    public const byte Sequence = 0x30;

    /// <summary>Bytes of the largest file that is looked at: no key is larger.</summary>
    public const int Most = 256 * 1024;

    private const string Data = "1.2.840.113549.1.7."; // PKCS #7
    private const string Encrypted = "1.2.840.113549.1.5."; // PKCS #5
    private const string OlderEncrypted = "1.2.840.113549.1.12.1."; // PKCS #12

    public static bool IsOne(byte[] content)
    {
        try
        {
            var outer = new AsnReader(content, AsnEncodingRules.BER).ReadSequence();
            if (!outer.PeekTag().HasSameClassAndValue(Asn1Tag.Integer))
            {
                var by = NameIn(outer);
                return by.StartsWith(Encrypted, StringComparison.Ordinal)
                    || by.StartsWith(OlderEncrypted, StringComparison.Ordinal);
            }

            var version = outer.ReadInteger();
            var next = outer.PeekTag();
            return next.HasSameClassAndValue(Asn1Tag.Sequence)
                    ? NameIn(outer) is { Length: > 0 } of && (version == 3
                        ? of.StartsWith(Data, StringComparison.Ordinal)
                        : outer.HasData && outer.PeekTag().HasSameClassAndValue(Asn1Tag.PrimitiveOctetString))
                : next.HasSameClassAndValue(Asn1Tag.PrimitiveOctetString) ? version == 1
                : next.HasSameClassAndValue(Asn1Tag.Integer) && AreFactors(outer);
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    // The name of an algorithm, or of what is contained.
    private static string NameIn(AsnReader outer)
    {
        var inner = outer.ReadSequence();
        return inner.HasData && inner.PeekTag().HasSameClassAndValue(Asn1Tag.ObjectIdentifier)
            ? inner.ReadObjectIdentifier() : "";
    }

    // Modulus, exponents, primes: a public key has the first two.
    private static bool AreFactors(AsnReader outer)
    {
        var count = 0;
        while (outer.HasData && outer.PeekTag().HasSameClassAndValue(Asn1Tag.Integer))
        {
            outer.ReadInteger();
            count++;
        }

        return count >= 8;
    }
}
