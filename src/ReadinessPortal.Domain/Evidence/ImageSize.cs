using System.Buffers.Binary;

namespace ReadinessPortal.Domain.Evidence;

/// <summary>How many pixels an image claims to have, read without decoding it: a browser believes the claim.</summary>
public static class ImageSize
{
    /// <returns>Null where the image does not say.</returns>
    public static long? Pixels(ReadOnlySpan<byte> image, string mediaType) => mediaType switch
    {
        "image/png" when image.Length >= 24 => Area(
            BinaryPrimitives.ReadUInt32BigEndian(image[16..]), BinaryPrimitives.ReadUInt32BigEndian(image[20..])),
        "image/gif" when image.Length >= 10 => Area(
            BinaryPrimitives.ReadUInt16LittleEndian(image[6..]), BinaryPrimitives.ReadUInt16LittleEndian(image[8..])),
        "image/webp" when image.Length >= 30 => OfWebp(image),
        "image/jpeg" => OfJpeg(image),
        _ => null,
    };

    private static long? OfWebp(ReadOnlySpan<byte> image)
    {
        var kind = image[12..16];
        var bits = BinaryPrimitives.ReadUInt32LittleEndian(image[21..]);
        return kind.SequenceEqual("VP8X"u8) ? Area(U24(image[24..]) + 1, U24(image[27..]) + 1)
            : kind.SequenceEqual("VP8L"u8) ? Area((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1)
            : kind.SequenceEqual("VP8 "u8) ? Area(
                BinaryPrimitives.ReadUInt16LittleEndian(image[26..]) & 0x3FFFu,
                BinaryPrimitives.ReadUInt16LittleEndian(image[28..]) & 0x3FFFu)
            : null;
    }

    private static long? OfJpeg(ReadOnlySpan<byte> image)
    {
        for (var at = 2; at + 9 < image.Length && image[at] == 0xFF;)
        {
            var marker = image[at + 1];
            if (marker == 0xFF) // fills up
            {
                at++;
                continue;
            }

            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return Area(
                    BinaryPrimitives.ReadUInt16BigEndian(image[(at + 7)..]),
                    BinaryPrimitives.ReadUInt16BigEndian(image[(at + 5)..]));
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(image[(at + 2)..]);
        }

        return null;
    }

    private static uint U24(ReadOnlySpan<byte> bytes) => (uint)(bytes[0] | (bytes[1] << 8) | (bytes[2] << 16));

    private static long Area(long width, long height) => width * height;
}
