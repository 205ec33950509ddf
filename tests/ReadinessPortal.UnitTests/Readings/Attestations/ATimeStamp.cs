using System.Formats.Asn1;

namespace ReadinessPortal.UnitTests.Readings.Attestations;

/// <summary>The answer of a server for time stamps (RFC 3161), as far as it is read; nobody has signed it.</summary>
internal static class ATimeStamp
{
    public static string Of(DateTimeOffset at)
    {
        var answer = new AsnWriter(AsnEncodingRules.DER);
        using (answer.PushSequence())
        {
            using (answer.PushSequence())
            {
                answer.WriteInteger(0);
            }

            using (answer.PushSequence())
            {
                answer.WriteObjectIdentifier("1.2.840.113549.1.7.2");
                using (answer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
                using (answer.PushSequence())
                {
                    WriteSigned(answer, at);
                }
            }
        }

        return Convert.ToBase64String(answer.Encode());
    }

    private static void WriteSigned(AsnWriter signed, DateTimeOffset at)
    {
        signed.WriteInteger(3);
        using (signed.PushSetOf())
        {
        }

        using (signed.PushSequence())
        {
            signed.WriteObjectIdentifier("1.2.840.113549.1.9.16.1.4");
            using (signed.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
            {
                signed.WriteOctetString(Info(at));
            }
        }
    }

    private static byte[] Info(DateTimeOffset at)
    {
        var info = new AsnWriter(AsnEncodingRules.DER);
        using (info.PushSequence())
        {
            info.WriteInteger(1);
            info.WriteObjectIdentifier("1.2.3");
            using (info.PushSequence())
            {
            }

            info.WriteInteger(7);
            info.WriteGeneralizedTime(at);
        }

        return info.Encode();
    }
}
