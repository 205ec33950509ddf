using ReadinessPortal.Application.Packages;
using ReadinessPortal.Application.Seals;
using ReadinessPortal.Application.Verification;

namespace ReadinessPortal.Web.Checking;

/// <summary>Tells of a file that somebody has, a final report or a package with its record, whether it is genuine, what
/// it says, and what has changed since.</summary>
internal sealed class CheckFile(CheckReport reports, SealingKeys keys, SinceThen since)
{
    /// <summary>Largest report that is looked at, in bytes.</summary>
    public const int MostOfReport = 256 << 20;

    /// <param name="file">Read from its begin; has to be one that seeks.</param>
    /// <param name="key">SubjectPublicKeyInfo of another portal; null for a file of this one.</param>
    public async Task<CheckedFile> RunAsync(string name, Stream file, byte[]? key, CancellationToken ct = default)
    {
        var ring = new Keyring(keys, key);
        var head = new byte[4];
        file.Position = 0;
        var read = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
        var found = read < head.Length ? CheckedFile.Unreadable(name, "It is empty, or nearly so.")
            : head.AsSpan().SequenceEqual("%PDF"u8) ? await ReportAsync(name, file, ring, ct)
            : head.AsSpan().SequenceEqual("PK\x3\x4"u8) ? await PackageAsync(name, file, ring, ct)
            : CheckedFile.Unreadable(name, "It is neither a PDF nor a zip file.");
        return found is { Result.IsSound: true, Launch: { } launch } && key is null
            ? found with { Since = await since.OfAsync(launch, found.Signatures, ct) } : found;
    }

    private async Task<CheckedFile> ReportAsync(string name, Stream file, Keyring ring, CancellationToken ct)
    {
        if (file.Length > MostOfReport)
        {
            return CheckedFile.Unreadable(name, $"It is larger than any report: {MostOfReport >> 20} MiB.");
        }

        var pdf = new byte[file.Length];
        file.Position = 0;
        await file.ReadExactlyAsync(pdf, ct);
        return await reports.RunAsync(name, pdf, ring, ct);
    }

    private static async Task<CheckedFile> PackageAsync(
        string name, Stream file, Keyring ring, CancellationToken ct)
    {
        var seal = await SealedFile.ReadAsync(file, ct);
        var key = await ring.FindAsync(seal.Key, ct);
        var isGenuine = key is not null && seal.IsBy(Convert.FromBase64String(key.PublicKey));
        var result = new Verification(name,
        [
            new("the seal covers the whole file and is of these bytes", 1,
                isGenuine || (key is null && seal.Key is not null) ? []
                : [seal.Key is null
                    ? "The file carries no seal: a package is sealed when it is exported with its record, and a seal "
                        + "that was altered is none."
                    : "The seal is not of these bytes: the file was altered."]),
            new($"the seal is by a key of {ring.Whose}{Keyring.Name(key)}", 1,
                ring.WhyNot(key, seal.Key) is { } why ? [why] : []),
        ]);
        if (!isGenuine)
        {
            return new(result);
        }

        var package = await SealedPackage.ReadAsync(file, ct);
        var last = package.Signatures.LastOrDefault();
        return new(result with { Checks = [.. result.Checks, .. package.Checks] })
        {
            Launch = package.Launch, Revision = last?.Revision, Signatures = package.Signatures,
        };
    }
}
