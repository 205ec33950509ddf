using ReadinessPortal.Application.Boards;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Web.Evidence;

/// <summary>Whether a file that somebody is about to attach will prove, and why not, in words.</summary>
public sealed record ProofPreview(bool Proves, string Text)
{
    public static ProofPreview Of(LaunchView view, EvidenceClass kind, DateOnly? capturedOn, string? release)
    {
        var file = new EvidenceItem
        {
            Key = "new", Title = "", FileName = "", Sha256 = "", Class = kind, CapturedOn = capturedOn,
            Release = string.IsNullOrWhiteSpace(release) ? null : release.Trim(),
        };
        var line = ProofRules.Weigh(file, view.Terms).Line;
        return new(line.Proves, $"{(line.Proves ? "Will prove" : "Will not prove")}: {VisibleText.Of(line.Why)}");
    }
}
