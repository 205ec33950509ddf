using System.IO.Compression;
using System.Text;

namespace ReadinessPortal.Application.Evidence;

/// <summary>Finds private keys in what is attached: everybody who reads a launch reads its evidence.</summary>
internal static class PrivateKeys
{
    private const int Most = 16 << 20;
    private const int MostPacked = 1_000;

    // Of PKCS #8, encrypted or not, and of the older kinds: RSA PRIVATE KEY, EC PRIVATE KEY, OPENSSH PRIVATE KEY.
    private static ReadOnlySpan<byte> Mark => "PRIVATE KEY-----"u8;

    // The same in UTF-16 of either order, which differ by the byte before it and the one after it.
    private static readonly byte[] _wideMark = Encoding.Unicode.GetBytes("PRIVATE KEY-----")[..^1];

    /// <summary>Whether one stands in PEM in the first 16 MB of the file, or of what it packs, in a thousand files of a
    /// zip at most, or the file is one (<see cref="DerKeys"/>). An archive in an archive is not opened.</summary>
    /// <param name="content">From its beginning. Stays open; where it cannot seek, it is no archive that is opened.
    /// </param>
    public static async Task<bool> AreInAsync(Stream content, CancellationToken ct)
    {
        if (content.CanSeek)
        {
            var head = new byte[3];
            await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
            content.Position = 0;
            try
            {
                switch (head)
                {
                    case [0x1F, 0x8B, 8]:
                        await using (var plain = new GZipStream(content, CompressionMode.Decompress, leaveOpen: true))
                        {
                            return await new Search(Most).FindsAsync(plain, ct);
                        }

                    case [(byte)'P', (byte)'K', _]:
                        return await AreInZipAsync(content, ct);

                    case [DerKeys.Sequence, _, _] when content.Length <= DerKeys.Most:
                        var whole = new byte[content.Length];
                        await content.ReadExactlyAsync(whole, ct);
                        content.Position = 0;
                        if (DerKeys.IsOne(whole))
                        {
                            return true;
                        }

                        break;
                }
            }
            catch (InvalidDataException)
            {
                content.Position = 0; // no archive, though it begins like one
            }
        }

        return await new Search(Most).FindsAsync(content, ct);
    }

    private static async Task<bool> AreInZipAsync(Stream content, CancellationToken ct)
    {
        await using var zip = await ZipArchive.CreateAsync(content, ZipArchiveMode.Read, leaveOpen: true, null, ct);
        var search = new Search(Most);
        foreach (var entry in zip.Entries.Take(MostPacked))
        {
            await using var unpacked = await entry.OpenAsync(ct);
            if (await search.FindsAsync(unpacked, ct))
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="left">Bytes that may still be read.</param>
    private sealed class Search(int left)
    {
        private readonly byte[] _buffer = new byte[64 * 1024];

        public async Task<bool> FindsAsync(Stream content, CancellationToken ct)
        {
            for (int held = 0, read; left > 0 && (read = await content.ReadAsync(_buffer.AsMemory(held), ct)) > 0;
                left -= read)
            {
                var known = _buffer.AsSpan(0, held + read);
                if (known.IndexOf(Mark) >= 0 || known.IndexOf(_wideMark) >= 0)
                {
                    return true;
                }

                // One may be cut by the end of what was read.
                var rest = known[^Math.Min(known.Length, _wideMark.Length - 1)..];
                held = rest.Length;
                rest.CopyTo(_buffer);
            }

            return false;
        }
    }
}
