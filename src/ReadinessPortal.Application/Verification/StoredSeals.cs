using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Application.Seals;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Seals;
using ReadinessPortal.Domain.SignOffs;

namespace ReadinessPortal.Application.Verification;

/// <summary>Checks that what was signed is what was sealed, by a key of this portal and no other.</summary>
internal static class StoredSeals
{
    /// <summary>What audit entries call the table.</summary>
    private const string Table = "seals";

    public static async Task<VerificationCheck> CheckAsync(
        PortalDb db, Launch launch, RecordedRows recorded, CancellationToken ct)
    {
        var keys = await db.Set<KeptSealingKey>().ToDictionaryAsync(k => k.Id, k => k.PublicKey, ct);
        var named = (await db.Set<SiteAuditRow>().Where(r => r.Action == SealingKeys.Added).Select(r => r.Subject)
            .ToListAsync(ct)).Select(s => SubjectRef.Parse(s!).Key).ToHashSet(StringComparer.Ordinal);
        var signed = await db.Set<SignOff>().Where(s => s.LaunchId == launch.Id).ToDictionaryAsync(s => s.Id, ct);
        var conditions = (await db.Set<Condition>().Where(c => c.LaunchId == launch.Id).ToListAsync(ct))
            .ToLookup(c => c.SignOffId);
        var seals = await db.Set<Seal>().Where(s => s.LaunchId == launch.Id).OrderBy(s => s.Number).ToListAsync(ct);
        var (breaks, before, sealedIds) = (new List<string>(), (Seal?)null, new HashSet<Guid>());
        foreach (var seal in seals)
        {
            var name = $"Signature record {seal.Number}";
            if (seal.Number != (before?.Number ?? 0) + 1)
            {
                breaks.Add($"Signature record {(before?.Number ?? 0) + 1} is missing.");
            }
            else if (seal.Previous != (before?.Sha256 ?? ""))
            {
                breaks.Add($"{name} does not follow the one before it.");
            }

            before = seal;
            if (Convert.ToHexStringLower(SHA256.HashData(seal.Record)) != seal.Sha256)
            {
                breaks.Add($"{name} does not hash to what it goes by: it was changed.");
            }

            if (!keys.TryGetValue(seal.Key, out var key) || SealingKey.IdOf(key) != seal.Key)
            {
                breaks.Add($"{name} is sealed with a key that the portal does not have: {seal.Key}.");
            }
            else if (!SealingKey.Verifies(key, seal.Record, seal.Signature))
            {
                breaks.Add($"{name} does not match its seal: record or seal was changed.");
            }
            else if (!named.Contains(seal.Key))
            {
                breaks.Add($"{name} is sealed with a key that the portal's audit does not name: {seal.Key}.");
            }

            if (Read(seal.Record) is not { } record)
            {
                breaks.Add($"{name} cannot be read: the portal did not write it so.");
                continue;
            }

            breaks.AddRange(Differences(name, seal, record, launch, recorded, signed, conditions));
            if (record.Decision is not null)
            {
                sealedIds.Add(record.SignOff);
            }
        }

        // Those from before signatures were sealed have no record, and nothing in their entries speaks of one.
        breaks.AddRange(recorded.Ids.Where(i => i.Table == Table && seals.All(s => $"{s.Id}" != i.Id))
            .Select(_ => "A signature record that the audit tells of was taken out of the database."));
        var unsealed = signed.Values.Count(s => !sealedIds.Contains(s.Id));
        if (unsealed > 0 && signed.Values.Where(s => !sealedIds.Contains(s.Id)).Max(s => s.At) is var last
            && seals.Count > 0 && Read(seals[0].Record) is { } first && last > first.At)
        {
            breaks.Add("A signature has no record, and was given after signatures were sealed.");
        }

        return new(
            $"signature records are sealed, follow one another and say what the signatures say{Before(unsealed)}",
            seals.Count, [.. breaks]);
    }

    private static string Before(int unsealed) =>
        unsealed == 0 ? "" : $" ({unsealed} from before signatures were sealed)";

    private static SignatureRecord? Read(byte[] record)
    {
        try
        {
            return JsonSerializer.Deserialize<SignatureRecord>(record, FactsJson.Options);
        }
        catch (Exception problem) when (problem is JsonException or FormatException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Differences(
        string name, Seal seal, SignatureRecord record, Launch launch, RecordedRows recorded,
        Dictionary<Guid, SignOff> signed, ILookup<Guid, Condition> conditions)
    {
        if (record.Launch != launch.Key || record.Number != seal.Number || (record.Previous ?? "") != seal.Previous
            || record.Key != seal.Key)
        {
            yield return $"{name} speaks of another place than it stands in.";
        }

        var told = recorded.Find(Table, $"{seal.Id}");
        if (told?.GetValueOrDefault("sha256") is not { } entry || entry.Entry != record.Entry
            || (string?)JsonNode.Parse(entry.Text) != seal.Sha256)
        {
            yield return $"{name} is not the one that audit entry {record.Entry} was committed with.";
        }

        if (!signed.TryGetValue(record.SignOff, out var signOff))
        {
            yield return $"{name} is of a signature that was taken out of the database.";
        }
        else if (record.Decision is not null)
        {
            var isSame = record with { Act = SignedAct.SignedOff } == record with
            {
                Act = SignedAct.SignedOff,
                Role = signOff.Role,
                UserId = signOff.UserId,
                Name = signOff.Name,
                DeputyFor = signOff.DeputyFor,
                Decision = signOff.Decision,
                Comment = signOff.Comment,
                Meaning = signOff.Meaning,
                Revision = signOff.Revision,
                RevisionSha256 = signOff.RevisionSha256,
                Authentication = signOff.Authentication,
                At = signOff.At,
            };
            var asked = conditions[signOff.Id].Select(SealedCondition.Of).ToHashSet();
            if (!isSame || !asked.SetEquals(record.Conditions))
            {
                yield return $"{name}: the signature of {record.PrintedName} as {record.Role} says something else by "
                    + "now than what was sealed.";
            }
        }
    }
}
