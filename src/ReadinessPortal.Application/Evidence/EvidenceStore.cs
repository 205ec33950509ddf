using System.Buffers;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;
using ReadinessPortal.Application.Persistence;

namespace ReadinessPortal.Application.Evidence;

/// <summary>
/// Bytes under their hash, in chunks, each with a hash of its own. Stored on the transaction that refers to them and
/// before the launch is locked; read chunk by chunk by <see cref="StoredBytes"/>, so that a slow reader holds no
/// connection.
/// </summary>
internal static class EvidenceStore
{
    public const int ChunkBytes = 256 << 10;

    /// <summary>Stores what is not stored yet. Call it for several files in the order of their hashes.</summary>
    /// <exception cref="InvalidDataException">The bytes are not those that were hashed.</exception>
    public static async Task PutIfAbsentAsync(WritingDb db, string sha256, long length, Stream bytes,
        CancellationToken ct)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var transaction = (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
        var id = Guid.CreateVersion7();
        await using (var claim = new NpgsqlCommand(
            "insert into contents (id, sha256, length, created_at) values ($1, $2, $3, now()) "
            + "on conflict (sha256) do nothing",
            connection, transaction))
        {
            claim.Parameters.Add(new() { Value = id });
            claim.Parameters.Add(new() { Value = Convert.FromHexString(sha256) });
            claim.Parameters.Add(new() { Value = length });

            // A twin that is being stored at this moment makes this wait, and then there is nothing left to do.
            if (await claim.ExecuteNonQueryAsync(ct) == 0)
            {
                return;
            }
        }

        await PutChunksAsync(connection, transaction, id, sha256, length, bytes, ct);
    }

    private static async Task PutChunksAsync(
        NpgsqlConnection connection, NpgsqlTransaction? transaction, Guid id, string sha256, long length, Stream bytes,
        CancellationToken ct)
    {
        await using var insert = new NpgsqlCommand(
            "insert into content_chunks (content_id, no, sha256, bytes) values ($1, $2, $3, $4)", connection,
            transaction);
        insert.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        var no = new NpgsqlParameter<int>();
        var hash = new NpgsqlParameter<byte[]>();
        var chunk = new NpgsqlParameter<ReadOnlyMemory<byte>> { NpgsqlDbType = NpgsqlDbType.Bytea };
        insert.Parameters.Add(no);
        insert.Parameters.Add(hash);
        insert.Parameters.Add(chunk);

        using var whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            long total = 0;
            for (int read; (read = await bytes.ReadAtLeastAsync(
                buffer.AsMemory(0, ChunkBytes), ChunkBytes, throwOnEndOfStream: false, ct)) > 0; total += read)
            {
                whole.AppendData(buffer, 0, read);
                no.TypedValue = (int)(total / ChunkBytes);
                hash.TypedValue = SHA256.HashData(buffer.AsSpan(0, read));
                chunk.TypedValue = buffer.AsMemory(0, read);
                await insert.ExecuteNonQueryAsync(ct);
            }

            if (total != length || Convert.ToHexStringLower(whole.GetHashAndReset()) != sha256)
            {
                throw new InvalidDataException($"The bytes of {sha256} changed while they were read.");
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
