using Microsoft.EntityFrameworkCore;
using Npgsql;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Tokens;

namespace ReadinessPortal.Application.Tokens;

/// <summary>Who a token is, where it opens anything.</summary>
/// <param name="WhyNot">Null where it does.</param>
public sealed record FoundToken(Viewer? Viewer, TokenNotValid? WhyNot);

/// <summary>Finds a token by what its holder sends, and notes that it was used.</summary>
public sealed class FindToken(
    IDbContextFactory<PortalDb> databases, NpgsqlDataSource source, TimeProvider time)
{
    private static readonly TimeSpan _betweenNotes = TimeSpan.FromMinutes(1);

    /// <param name="secret">As it came; whatever it is.</param>
    /// <param name="ct">Gives up waiting.</param>
    public async Task<FoundToken> RunAsync(string secret, CancellationToken ct = default)
    {
        if (!secret.StartsWith(TokenSecret.Prefix, StringComparison.Ordinal)
            || await ReadAsync(TokenSecret.Hash(secret), ct) is not var (token, launch))
        {
            return new(null, new UnknownToken());
        }

        var now = time.GetUtcNow();
        if (token.RevokedAt is { } revoked)
        {
            return new(null, new TokenRevoked(token.Name, revoked));
        }

        if (token.ExpiresAt <= now)
        {
            return new(null, new TokenExpired(token.Name, token.ExpiresAt));
        }

        if (!(token.LastUsedAt > now - _betweenNotes))
        {
            await NoteAsync(token.Id, now, ct);
        }

        return new(new(token.Id, $"Token {token.Name}")
        {
            Token = new(token.LaunchId, launch, token.Scope, token.Categories, token.CreatedById),
        }, null);
    }

    private async Task<(ApiToken Token, string Launch)?> ReadAsync(byte[] sha256, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = await db.Set<ApiToken>().Where(t => t.Sha256 == sha256)
            .Join(db.Set<Launch>(), t => t.LaunchId, l => l.Id, (t, l) => new { Token = t, l.Key })
            .FirstOrDefaultAsync(ct);
        return found is null ? null : (found.Token, found.Key);
    }

    // Of many requests at once, the first one of a minute writes.
    private async Task NoteAsync(Guid token, DateTimeOffset now, CancellationToken ct)
    {
        await using var command = source.CreateCommand("""
            update api_tokens set last_used_at = $2 where id = $1 and (last_used_at is null or last_used_at <= $3)
            """);
        command.Parameters.Add(new() { Value = token });
        command.Parameters.Add(new() { Value = now.ToMicroseconds() });
        command.Parameters.Add(new() { Value = now.ToMicroseconds() - _betweenNotes });
        await command.ExecuteNonQueryAsync(ct);
    }
}
