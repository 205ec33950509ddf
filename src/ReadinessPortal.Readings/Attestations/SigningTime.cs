using System.Formats.Asn1;
using System.Globalization;
using System.Text.Json;
using ReadinessPortal.Readings.Json;

namespace ReadinessPortal.Readings.Attestations;

/// <summary>When a bundle says that it was signed: by the transparency log that took it in, or by a time stamp
/// (RFC 3161). Neither the log's nor the time stamp's own signature is checked: it is the word of whoever wrote the
/// bundle.</summary>
internal static class SigningTime
{
    private const int LargestStamp = 64 << 10;

    /// <summary>The earliest that is given, or null where none is.</summary>
    /// <exception cref="UnreadableEvidenceException">A time stamp is none.</exception>
    public static DateTimeOffset? Of(JsonPart made)
    {
        var logged = made.Items("tlogEntries").Select(Integrated);
        var stamped = made.Member("timestampVerificationData")?.Items("rfc3161Timestamps")
            .Select(s => (DateTimeOffset?)Stamped(s.Required("signedTimestamp"))) ?? [];
        return logged.Concat(stamped).Min();
    }

    // Whole seconds since 1970, which JSON of Protocol Buffers writes as a text; 0 is none.
    private static DateTimeOffset? Integrated(JsonPart entry)
    {
        if (entry.Member("integratedTime") is not { } part)
        {
            return null;
        }

        var text = part.Element.ValueKind == JsonValueKind.Number ? part.Element.GetRawText() : part.Text();
        return !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds()
                ? throw part.Wrong("is no number of seconds since 1970")
            : seconds > 0 ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
    }

    private static DateTimeOffset Stamped(JsonPart part)
    {
        try
        {
            var bytes = part.Base64(LargestStamp);
            var answer = new AsnReader(bytes, AsnEncodingRules.BER).ReadSequence();
            if (answer.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence))
            {
                // The answer of a server: first whether it worked, then the stamp.
                answer.ReadSequence();
                answer = answer.ReadSequence();
            }

            return TimeIn(answer);
        }
        catch (AsnContentException)
        {
            throw part.Wrong("is no time stamp (RFC 3161)");
        }
    }

    // ContentInfo, in it SignedData (RFC 5652), in it TSTInfo (RFC 3161, 2.4.2).
    private static DateTimeOffset TimeIn(AsnReader content)
    {
        content.ReadObjectIdentifier();
        var signed = content.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadSequence();
        signed.ReadInteger();
        signed.ReadSetOf();
        var inside = signed.ReadSequence();
        inside.ReadObjectIdentifier();
        var octets = inside.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0)).ReadOctetString();
        var stamp = new AsnReader(octets, AsnEncodingRules.DER).ReadSequence();
        stamp.ReadInteger();
        stamp.ReadObjectIdentifier();
        stamp.ReadSequence();
        stamp.ReadInteger();
        return stamp.ReadGeneralizedTime();
    }
}
