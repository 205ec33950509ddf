using System.Security.Cryptography;

namespace ReadinessPortal.Application.Evidence;

/// <summary>
/// Where uploads wait on disk until they are whole and hashed, so that no transaction is as long as an upload. The
/// files have no name while they are used: a killed process leaves nothing behind.
/// </summary>
/// <param name="folder">On a disk, not in memory: it holds as many uploads of the largest size as may run at
/// once.</param>
public sealed class EvidenceSpool(string folder) : IDisposable
{
    private const string Prefix = "readiness-upload-";
    private const int AtOnce = 8;
    private const int BufferBytes = 128 << 10;

    private readonly SemaphoreSlim _places = new(AtOnce);

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

    /// <returns>Null when there are more bytes than <paramref name="most"/>.</returns>
    internal async Task<Spooled?> TakeAsync(Stream bytes, long most, CancellationToken ct)
    {
        await _places.WaitAsync(ct);
        FileStream? file = null;
        Spooled? spooled = null;
        try
        {
            Directory.CreateDirectory(folder);
            var path = Path.Combine(folder, $"{Prefix}{Guid.NewGuid():N}");
            file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, BufferBytes,
                FileOptions.Asynchronous);
            File.Delete(path);

            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[BufferBytes];
            for (int read; (read = await bytes.ReadAsync(buffer, ct)) > 0;)
            {
                if (file.Position + read > most)
                {
                    return null;
                }

                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), ct);
            }

            return spooled = new Spooled(file, Convert.ToHexStringLower(hash.GetHashAndReset()), _places);
        }
        finally
        {
            if (spooled is null)
            {
                if (file is not null)
                {
                    await file.DisposeAsync();
                }

                _places.Release();
            }
        }
    }

    public void Dispose() => _places.Dispose();

    /// <summary>One whole upload; its bytes are gone when it is disposed.</summary>
    internal sealed class Spooled(FileStream file, string sha256, SemaphoreSlim places) : IAsyncDisposable
    {
        public string Sha256 => sha256;

        public long Length => file.Length;

        public Stream FromStart()
        {
            file.Position = 0;
            return file;
        }

        public async ValueTask DisposeAsync()
        {
            await file.DisposeAsync();
            places.Release();
        }
    }
}
