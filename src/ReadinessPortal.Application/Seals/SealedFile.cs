using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ReadinessPortal.Application.Seals;

/// <summary>
/// A zip whose comment is a seal over every byte before it: <c>ReadinessPortal seal</c>, the key's id, and the
/// signature (ECDSA, SHA-256, DER) in Base64, filled with spaces. Programs that read zip files see a comment.
/// </summary>
/// <param name="Key">Id of the key; null where there is no seal.</param>
/// <param name="Hash">SHA-256 of what it covers.</param>
/// <param name="Signature">DER.</param>
public sealed record SealedFile(string? Key, byte[] Hash, byte[] Signature)
{
    /// <summary>Bytes of the seal, at the end of the file.</summary>
    public const int Length = 182;

    private const string Begin = "ReadinessPortal seal ";
    private const int KeyLength = 64;

    // Of a signature on P-256 at most.
    private const int MostOfSignature = 72;

    /// <summary>What stands in its place until it is made.</summary>
    internal static string Empty { get; } = new(' ', Length);

    /// <summary>Reads all of it.</summary>
    public static async Task<SealedFile> ReadAsync(Stream file, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        var covered = file.Length - Length;
        if (covered < 0)
        {
            return new(null, [], []);
        }

        file.Position = covered;
        var comment = new byte[Length];
        await file.ReadExactlyAsync(comment, ct);
        if (Parse(Encoding.Latin1.GetString(comment)) is not var (key, signature))
        {
            return new(null, [], []);
        }

        file.Position = 0;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var chunk = new byte[81920];
        while (covered > 0)
        {
            var read = await file.ReadAsync(chunk.AsMemory(0, (int)Math.Min(chunk.Length, covered)), ct);
            hash.AppendData(chunk, 0, read == 0 ? throw new EndOfStreamException() : read);
            covered -= read;
        }

        return new(key, hash.GetHashAndReset(), signature);
    }

    /// <summary>Whether it is of these bytes, by this key.</summary>
    /// <param name="publicKey">SubjectPublicKeyInfo, DER.</param>
    public bool IsBy(byte[] publicKey) => Key is not null && SealingKey.IdOf(publicKey) == Key
        && SealingKey.VerifiesHash(publicKey, Hash, Signature);

    internal static string Write(SealingKey key, byte[] hash) =>
        Write(key.Id, key.SignHash(hash));

    // Written again it is the same: no byte of it can be altered unnoticed.
    private static (string Key, byte[] Signature)? Parse(string comment)
    {
        var parts = comment.TrimEnd(' ').Split(' ');
        var signature = new byte[MostOfSignature];
        return parts is [_, _, { Length: KeyLength } key, var written]
            && Convert.TryFromBase64String(written, signature, out var length)
            && Write(key, signature[..length]) == comment && key.All(char.IsAsciiHexDigitLower)
                ? (key, signature[..length]) : null;
    }

    private static string Write(string key, byte[] signature) =>
        $"{Begin}{key} {Convert.ToBase64String(signature)}".PadRight(Length);
}

/// <summary>Writes through to another stream, and puts the seal in place of the last bytes.</summary>
internal sealed class SealingStream(Stream target) : Stream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly List<byte> _last = new(2 * SealedFile.Length);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException(string.Create(CultureInfo.InvariantCulture, $"{value}"));
    }

    /// <summary>Call it when everything is written, the empty seal at the end included.</summary>
    public async Task SealAsync(SealingKey key, CancellationToken ct) =>
        await target.WriteAsync(Encoding.ASCII.GetBytes(SealedFile.Write(key, _hash.GetHashAndReset())), ct);

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        var through = Math.Max(0, _last.Count + buffer.Length - SealedFile.Length);
        var held = Math.Min(through, _last.Count);
        if (held > 0)
        {
            Through([.. _last[..held]]);
            _last.RemoveRange(0, held);
        }

        Through(buffer[..(through - held)]);
        _last.AddRange(buffer[(through - held)..]);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() => target.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _hash.Dispose();
        base.Dispose(disposing);
    }

    private void Through(ReadOnlySpan<byte> bytes)
    {
        _hash.AppendData(bytes);
        target.Write(bytes);
    }
}
