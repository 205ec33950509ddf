using ReadinessPortal.Domain.Evidence;

namespace ReadinessPortal.Application.Packages;

/// <summary>The bytes of one evidence file in hand.</summary>
/// <param name="Path">Inside the package, with forward slashes: <c>evidence/load-test.json</c>.</param>
/// <param name="EvidenceKey">Key of the <see cref="EvidenceItem"/> it belongs to.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Lower-case hex.</param>
/// <param name="Open">Opens the bytes for reading; the caller disposes the stream.</param>
public sealed record PackageFile(string Path, string EvidenceKey, long Size, string Sha256, Func<Stream> Open);
