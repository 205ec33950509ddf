namespace ReadinessPortal.Application.Evidence;

/// <summary>Finds private keys in what is attached: everybody who reads a launch reads its evidence.</summary>
internal static class PrivateKeys
{
    // Of PKCS #8, encrypted or not, and of the older kinds: RSA PRIVATE KEY, EC PRIVATE KEY, OPENSSH PRIVATE KEY.
    private const int Most = 16 << 20;

    private static ReadOnlySpan<byte> Mark => "PRIVATE KEY-----"u8;

    /// <summary>Whether one stands in the first 16 MB, in PEM and not packed.</summary>
    /// <param name="content">Stays open.</param>
    public static async Task<bool> AreInAsync(Stream content, CancellationToken ct)
    {
        var buffer = new byte[64 * 1024];
        int held = 0, read;
        for (var seen = 0; seen < Most && (read = await content.ReadAsync(buffer.AsMemory(held), ct)) > 0; seen += read)
        {
            var known = buffer.AsSpan(0, held + read);
            if (known.IndexOf(Mark) >= 0)
            {
                return true;
            }

            // One may be cut by the end of what was read.
            var rest = known[^Math.Min(known.Length, Mark.Length - 1)..];
            held = rest.Length;
            rest.CopyTo(buffer);
        }

        return false;
    }
}
