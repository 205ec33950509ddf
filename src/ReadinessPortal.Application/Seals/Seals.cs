using System.Text;
using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Changes;
using ReadinessPortal.Domain.Revisions;
using ReadinessPortal.Domain.Seals;

namespace ReadinessPortal.Application.Seals;

/// <summary>Seals what is signed, in the transaction that records it.</summary>
public sealed class Seals(SealingKeys keys, IMailAddresses? addresses = null)
{
    /// <summary>What browsers call themselves is kept up to here.</summary>
    private const int MostOfUserAgent = 512;

    /// <summary>To be asked before the launch is locked.</summary>
    internal Task<SealingKey> KeyAsync(CancellationToken ct) => keys.CurrentAsync(ct);

    /// <summary>Completes a record with what is known of its signer and its place, and seals it.</summary>
    internal async Task AddAsync(
        LaunchChange change, SealingKey key, SignatureRecord record, SigningCircumstances from, CancellationToken ct)
    {
        var last = await change.Db.Set<Seal>().Where(s => s.LaunchId == change.LaunchId)
            .OrderByDescending(s => s.Number).Select(s => new { s.Number, s.Sha256 }).FirstOrDefaultAsync(ct);
        var opened = await change.Db.Set<OpenedPage>()
            .Where(o => o.LaunchId == change.LaunchId && o.Revision == record.Revision && o.UserId == record.UserId)
            .OrderBy(o => o.At).ThenBy(o => o.Section).Select(o => new OpenedSection(o.Section, o.At)).ToListAsync(ct);
        var whole = record with
        {
            Number = (last?.Number ?? 0) + 1,
            Previous = last?.Sha256,
            Entry = change.Board.ChangeNumber + 1,
            Launch = change.Board.Launch.Key,
            Address = addresses is null ? null : await addresses.OfAsync(change.Db, record.UserId, ct),
            AuthenticatedAt = from.AuthenticatedAt,
            IpAddress = from.IpAddress,
            UserAgent = Plain(from.UserAgent),
            Opened = [.. opened],
            Key = key.Id,
            IsDevelopmentKey = key.IsDevelopment,
        };
        var text = CanonicalJson.Of(whole);
        var bytes = Encoding.UTF8.GetBytes(text);
        change.Add(new Seal
        {
            LaunchId = change.LaunchId,
            Number = whole.Number,
            Record = bytes,
            Sha256 = CanonicalJson.Sha256(text),
            Previous = whole.Previous ?? "",
            Key = key.Id,
            Signature = key.Sign(bytes),
        });
    }

    // A header is bytes of anybody's making.
    private static string? Plain(string? userAgent) => string.IsNullOrWhiteSpace(userAgent) ? null
        : new([.. userAgent.Take(MostOfUserAgent).Select(c => char.IsAscii(c) && !char.IsControl(c) ? c : '?')]);
}

/// <summary>Where mails to somebody go, as they or an operator said.</summary>
public interface IMailAddresses
{
    /// <param name="db">Of the transaction that asks.</param>
    Task<string?> OfAsync(DbContext db, Guid person, CancellationToken ct);
}
