using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Audit;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Application.Revisions;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Revisions;

namespace ReadinessPortal.Application.Seals;

/// <summary>
/// Every signature of a launch with its seal, the revisions that were signed and the public keys, as one archive that
/// <c>sha256sum</c> and <c>openssl</c> check without the portal.
/// </summary>
public sealed class ExportSignatures(
    IDbContextFactory<PortalDb> databases, LaunchBoards boards, TimestampTerms timestamps)
{
    /// <summary>Says in the archive how it is checked, and does it.</summary>
    private const string Recipe = """
        #!/bin/sh
        # Checks every signature record in this folder, without the portal: sh check.sh
        # It stops at the first thing that is not as it was sealed. It needs openssl and sha256sum.
        # Hold the fingerprint of each key file against what its owner published:
        #   openssl pkey -pubin -in KEY.pem -outform DER | sha256sum
        # Where an authority vouches for a time, hold timestamp-authority.pem against what the authority publishes.
        set -eu
        cd "$(dirname "$0")"
        previous=
        number=0
        for record in record-*.json; do
            times=
            [ -e "$record" ] || { echo "there is no signature record in this folder"; exit 0; }
            name=${record%.json}
            number=$((number + 1))
            grep -q "\"number\":$number," "$record" || { echo "record $number is missing"; exit 1; }
            key=$(sed 's/.*"key":"\([0-9a-f]*\)".*/\1/' "$record")
            openssl dgst -sha256 -verify "key-$key.pem" -signature "$name.sig" "$record" > /dev/null \
                || { echo "$record is not what was sealed"; exit 1; }
            if [ -n "$previous" ] && ! grep -q "\"previous\":\"$previous\"" "$record"; then
                echo "$record does not follow the record before it"; exit 1
            fi
            if [ -e "$name.tst" ]; then
                at=$(openssl ts -reply -token_in -in "$name.tst" -text 2> /dev/null | sed -n 's/^Time stamp: //p')
                openssl ts -verify -token_in -in "$name.tst" -data "$name.sig" -CAfile timestamp-authority.pem \
                    -attime "$(date -d "$at" +%s)" > /dev/null 2>&1 \
                    || { echo "$name.tst is no timestamp of $name.sig by a trusted authority"; exit 1; }
                times="$times, in time $at"
            fi
            revision=$(sed 's/.*"revision":\([0-9]*\),.*/\1/' "$record")
            hash=$(sha256sum "revision-$revision.json" | cut -d ' ' -f 1)
            grep -q "\"revisionSha256\":\"$hash\"" "$record" \
                || { echo "revision-$revision.json is not what $record signed"; exit 1; }
            previous=$(sha256sum "$record" | cut -d ' ' -f 1)
            echo "$record: sound${times}"
        done

        """;

    /// <returns>Null when there is no such launch for this person, or its audit is not theirs to read: records say from
    /// where people signed.</returns>
    public async Task<byte[]?> RunAsync(string key, Viewer viewer, CancellationToken ct = default)
    {
        if (await boards.ViewAsync(key, viewer, ct) is not { } view || ReadAudit.WhyNot(view) is not null)
        {
            return null;
        }

        using var file = new MemoryStream();
        await using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            await foreach (var (name, content) in FilesAsync(view.Launch, ct))
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = view.At;
                await using var stream = await entry.OpenAsync(ct);
                await stream.WriteAsync(content, ct);
            }
        }

        return file.ToArray();
    }

    /// <summary>Whoever asks has to read the audit.</summary>
    internal async IAsyncEnumerable<(string Name, byte[] Content)> FilesAsync(
        Launch launch, [EnumeratorCancellation] CancellationToken ct = default)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var seals = await db.Set<Seal>().Where(s => s.LaunchId == launch.Id).OrderBy(s => s.Number).ToListAsync(ct);
        var keys = await db.Set<KeptSealingKey>().OrderBy(k => k.Id).ToListAsync(ct);
        var times = await db.Set<SealTimestamp>()
            .Where(t => db.Set<Seal>().Any(s => s.Id == t.SealId && s.LaunchId == launch.Id))
            .ToDictionaryAsync(t => t.SealId, t => t.Token, ct);
        yield return ("check.sh", Encoding.ASCII.GetBytes(Recipe.ReplaceLineEndings("\n")));
        foreach (var seal in seals)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"record-{seal.Number:0000}");
            yield return ($"{name}.json", seal.Record);
            yield return ($"{name}.sig", seal.Signature);
            if (times.TryGetValue(seal.Id, out var token))
            {
                yield return ($"{name}.tst", token);
            }
        }

        if (times.Count > 0)
        {
            yield return ("timestamp-authority.pem", Encoding.ASCII.GetBytes(
                string.Concat(timestamps.Trusted.Select(c => c.ExportCertificatePem() + "\n"))));
        }

        foreach (var used in keys.Where(k => seals.Any(s => s.Key == k.Id)))
        {
            var pem = PemEncoding.WriteString("PUBLIC KEY", used.PublicKey) + "\n";
            yield return ($"key-{used.Id}.pem", Encoding.ASCII.GetBytes(pem));
        }

        var revisions = db.Set<RevisionHead>().Where(r => r.LaunchId == launch.Id).OrderBy(r => r.Number)
            .Join(db.Set<RevisionBody>(), r => r.Id, b => b.RevisionId, (r, b) => new { r.Number, b.Canonical });
        await foreach (var revision in revisions.AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return ($"revision-{revision.Number}.json", Encoding.UTF8.GetBytes(revision.Canonical));
        }
    }
}
