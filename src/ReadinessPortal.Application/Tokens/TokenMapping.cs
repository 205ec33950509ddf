using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Tokens;

namespace ReadinessPortal.Application.Tokens;

internal static class TokenMapping
{
    public static void MapTokens(this ModelBuilder model)
    {
        var token = model.Launched<ApiToken>("api_tokens");
        token.Property(t => t.Name).HasMaxLength(ApiToken.NameLength);
        token.HasIndex(t => t.Sha256).IsUnique();
        token.HasIndex(t => new { t.LaunchId, t.Name }).IsUnique().HasFilter("revoked_at is null");
    }

    /// <summary>Whether a token still stands, under the lock of its launch: it may have ended since its request came
    /// in. People are asked about elsewhere.</summary>
    public static async Task<bool> StandsAsync(
        this PortalContext db, Viewer viewer, DateTimeOffset now, CancellationToken ct) =>
        viewer.Token is null || await db.Set<ApiToken>().AnyAsync(
            t => t.Id == viewer.UserId && t.RevokedAt == null && t.ExpiresAt > now, ct);
}
