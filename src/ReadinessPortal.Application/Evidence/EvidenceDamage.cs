using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Evidence;

/// <summary>Stored bytes are not those that were received.</summary>
/// <param name="File">Lower-case hex of the SHA-256 under which the file came.</param>
/// <param name="Chunks">How many the file has.</param>
/// <param name="Chunk">From 0; null where each chunk is sound and they are not those of this file.</param>
/// <param name="Found">Lower-case hex of the SHA-256 of what is there instead; null where nothing is.</param>
public sealed record EvidenceDamage(string File, int Chunks, int? Chunk = null, string? Found = null)
{
    /// <summary>The end of a sentence that begins with the file: <c>part 3 of 12 is not what was received</c>.
    /// </summary>
    public string Text =>
        (Chunk is { } at ? $"part {at + 1} of {Chunks} " : "the whole of its parts ")
        + (Found is null ? "is missing" : "is not what was received");
}

/// <summary>The bytes that were asked for are damaged, and were not given out. No <see cref="InvalidDataException"/>:
/// whoever reads a file takes that for a fault of the file.</summary>
public sealed class EvidenceDamagedException(EvidenceDamage damage)
    : Exception($"The stored bytes of the file with the SHA-256 {damage.File} are damaged: {damage.Text}.")
{
    /// <summary>What is wrong.</summary>
    public EvidenceDamage Damage => damage;
}

/// <summary>The same to whoever asked for the bytes.</summary>
public sealed record EvidenceIsDamaged(EvidenceDamage Damage) : Refusal
{
    /// <inheritdoc/>
    public override string Text =>
        $"The stored bytes of the file with the SHA-256 {VisibleText.Line(Damage.File)} are damaged: {Damage.Text}. "
        + "They are not given out, and the audit has it; whoever runs the portal restores them from a backup.";
}
