using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Seals;
using ReadinessPortal.Application.Verification;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Seals;

namespace ReadinessPortal.Application.Packages;

/// <summary>
/// What stands in a package with its record. Only for one whose seal was checked: nothing in it is hostile then, and
/// what is checked here is whether what the portal wrote agrees with itself.
/// </summary>
/// <param name="Launch">Key.</param>
/// <param name="Entry">Newest audit entry.</param>
public sealed record SealedPackage(
    string Launch, long Entry, ImmutableArray<CertifiedSignature> Signatures, ImmutableArray<VerificationCheck> Checks)
{
    private const string Folder = EvidencePath.Record + PackageRecord.Signatures;

    /// <exception cref="InvalidDataException">It is no package with a record.</exception>
    public static async Task<SealedPackage> ReadAsync(Stream file, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        file.Position = 0;
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        var facts = LaunchPackage.ReadText(Encoding.UTF8.GetString(
            await BytesAsync(zip, PackageSource.LaunchFile, ct)));
        var (audit, entry) = await AuditAsync(zip, ct);
        var (seals, signatures) = await SealsAsync(zip, ct);
        return new(facts.Launch.Key, entry, signatures, [await EvidenceAsync(zip, facts, ct), audit, seals]);
    }

    private static async Task<VerificationCheck> EvidenceAsync(
        ZipArchive zip, LaunchFacts facts, CancellationToken ct)
    {
        var (breaks, items) = (new List<string>(), facts.Evidence.Where(e => e.IsInHand).ToList());
        foreach (var item in items)
        {
            var path = EvidencePath.Of(item);
            if (zip.GetEntry(path) is not { } packed)
            {
                breaks.Add($"The file of evidence {item.Key} is missing: {path}.");
                continue;
            }

            await using var bytes = await packed.OpenAsync(ct);
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, ct)) != item.Sha256)
            {
                breaks.Add($"The file of evidence {item.Key} is not the one that was received.");
            }
        }

        return new("evidence files have the bytes that were received", items.Count, [.. breaks]);
    }

    private static async Task<(VerificationCheck Check, long Entry)> AuditAsync(ZipArchive zip, CancellationToken ct)
    {
        var (breaks, count, before) = (new List<string>(), 0L, "");
        await using var lines = await FileIn(zip, EvidencePath.Record + PackageRecord.Audit).OpenAsync(ct);
        using var reader = new StreamReader(lines, Encoding.UTF8);
        while (await reader.ReadLineAsync(ct) is { } line)
        {
            count++;
            var said = JsonNode.Parse(line)!;
            var (seq, prev, sha256) = ((long)said["seq"]!, (string)said["prev"]!, (string)said["sha256"]!);
            var hash = AuditText.Hash(Convert.FromHexString(prev), (string)said["entry"]!);
            if (seq != count || prev != before || Convert.ToHexStringLower(hash) != sha256)
            {
                breaks.Add($"Entry {seq} does not hash to what it goes by, or does not follow the one before it.");
            }

            before = sha256;
        }

        return (new("audit entries hash to what they say and follow one another", (int)count, [.. breaks]), count);
    }

    private static async Task<(VerificationCheck Check, ImmutableArray<CertifiedSignature> Signatures)> SealsAsync(
        ZipArchive zip, CancellationToken ct)
    {
        var (breaks, signatures, before) = (new List<string>(), new List<CertifiedSignature>(), (string?)null);
        for (var number = 1; zip.GetEntry($"{Folder}record-{number:0000}.json") is not null; number++)
        {
            var name = $"{Folder}record-{number:0000}";
            var bytes = await BytesAsync(zip, $"{name}.json", ct);
            var seal = await BytesAsync(zip, $"{name}.sig", ct);
            var record = JsonSerializer.Deserialize<SignatureRecord>(bytes, FactsJson.Options)!;
            var key = PemOf(await BytesAsync(zip, $"{Folder}key-{record.Key}.pem", ct));
            var revision = SHA256.HashData(await BytesAsync(zip, $"{Folder}revision-{record.Revision}.json", ct));
            if (SealingKey.IdOf(key) != record.Key || !SealingKey.Verifies(key, bytes, seal))
            {
                breaks.Add($"Signature record {number} does not match its seal.");
            }

            if (record.Number != number || record.Previous != before)
            {
                breaks.Add($"Signature record {number} does not follow the one before it.");
            }

            if (Convert.ToHexStringLower(revision) != record.RevisionSha256)
            {
                breaks.Add($"Signature record {number} names revision {record.Revision} by another hash.");
            }

            before = Convert.ToHexStringLower(SHA256.HashData(bytes));
            signatures.Add(CertifiedSignature.Of(new(record, before, Convert.ToBase64String(seal))));
        }

        return (new("signature records match their seals and follow one another", signatures.Count, [.. breaks]),
            [.. signatures]);
    }

    private static byte[] PemOf(byte[] pem)
    {
        var text = Encoding.ASCII.GetString(pem);
        return Convert.FromBase64String(text[PemEncoding.Find(text).Base64Data]);
    }

    private static async Task<byte[]> BytesAsync(ZipArchive zip, string path, CancellationToken ct)
    {
        await using var packed = await FileIn(zip, path).OpenAsync(ct);
        using var bytes = new MemoryStream();
        await packed.CopyToAsync(bytes, ct);
        return bytes.ToArray();
    }

    private static ZipArchiveEntry FileIn(ZipArchive zip, string path) =>
        zip.GetEntry(path) ?? throw new InvalidDataException($"{path} is missing in it.");
}
