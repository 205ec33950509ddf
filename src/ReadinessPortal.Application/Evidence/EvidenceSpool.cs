using System.Security.Cryptography;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Evidence;

/// <summary>
/// Where uploads wait on disk until they are whole and hashed, so that no transaction is as long as an upload. The
/// files have no name while they are used: a killed process leaves nothing behind.
/// </summary>
/// <param name="folder">On a disk, not in memory: it holds as many uploads of the largest size as may run at
/// once.</param>
public class EvidenceSpool(string folder, TimeProvider time)
{
    private const string Prefix = "readiness-upload-";
    private const int BufferBytes = 128 << 10;

    // What a disk says that has no room, or none left for this account: ENOSPC and EDQUOT, and Windows' word for it.
    private static readonly HashSet<int> _full = [28, 122, unchecked((int)0x80070070)];

    /// <summary>
    /// Takes away what a process left that was killed between making a file and taking its name.
    /// </summary>
    public EvidenceSpool Swept()
    {
        if (Directory.Exists(folder))
        {
            foreach (var left in Directory.EnumerateFiles(folder, $"{Prefix}*"))
            {
                File.Delete(left);
            }
        }

        return this;
    }

    /// <summary>Whether a file could not be written because there is no room for it.</summary>
    public static bool IsFull(Exception problem) => problem is IOException && _full.Contains(problem.HResult);

    /// <summary>A file without a name, gone when it is closed.</summary>
    public virtual FileStream Open()
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{Prefix}{Guid.NewGuid():N}");
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, BufferBytes,
            FileOptions.Asynchronous);
        File.Delete(path);
        return file;
    }

    /// <summary>Gives a file up. What could not be written when the disk was full fails once more here.</summary>
    public static async Task CloseAsync(FileStream file)
    {
        try
        {
            await file.DisposeAsync();
        }
        catch (IOException problem) when (IsFull(problem))
        {
            return;
        }
    }

    /// <returns>Null when there are more bytes than the limits allow.</returns>
    /// <exception cref="RefusedException">They come too slowly, or there is no room for them.</exception>
    internal async Task<Spooled?> TakeAsync(Stream bytes, EvidenceLimits limits, CancellationToken ct)
    {
        FileStream? file = null;
        Spooled? spooled = null;
        try
        {
            file = Open();
            return spooled = await WriteAsync(file, bytes, limits, ct);
        }
        catch (IOException problem) when (IsFull(problem))
        {
            throw new RefusedException(new SpoolIsFull());
        }
        finally
        {
            if (spooled is null && file is not null)
            {
                await CloseAsync(file);
            }
        }
    }

    private async Task<Spooled?> WriteAsync(
        FileStream file, Stream bytes, EvidenceLimits limits, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferBytes];
        await using var pace = new UploadPace(bytes, limits, time, ct);
        for (int read; (read = await pace.ReadAsync(buffer)) > 0;)
        {
            if (file.Position + read > limits.MaxFileBytes)
            {
                return null;
            }

            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        await file.FlushAsync(ct);
        return new Spooled(file, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>One whole upload; its bytes are gone when it is disposed.</summary>
    internal sealed class Spooled(FileStream file, string sha256) : IAsyncDisposable
    {
        public string Sha256 => sha256;

        public long Length => file.Length;

        public Stream FromStart()
        {
            file.Position = 0;
            return file;
        }

        public ValueTask DisposeAsync() => file.DisposeAsync();
    }
}
