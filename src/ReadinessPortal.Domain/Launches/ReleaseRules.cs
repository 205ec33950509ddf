namespace ReadinessPortal.Domain.Launches;

/// <param name="To">What is to be launched; null when no release is to be named.</param>
/// <param name="From">What was shown.</param>
public sealed record ReleaseRequest(Release? To, Release? From, string? Reason);

/// <summary>Another release under test makes evidence about the old one prove nothing, so it takes a reason.</summary>
public static class ReleaseRules
{
    public static Refusal? WhyNot(LaunchBoard board, ReleaseRequest request, Actor actor) =>
        Permissions.WhyNot(LaunchAction.ChangeRelease, actor, board) ?? WhyNot(board, request);

    /// <summary>Why the release cannot be changed so, whoever asks; null when it can.</summary>
    public static Refusal? WhyNot(LaunchBoard board, ReleaseRequest request)
    {
        var now = board.Launch.Release;
        var next = Clean(request.To);
        return now != request.From ? new ReleaseMoved(now?.Name)
            : next is { Name: "" } ? new ReleaseNeedsName()
            : next == now ? new ReleaseIsTheSame()
            : WhyTooLong(next) is { } tooLong ? tooLong
            : string.IsNullOrWhiteSpace(request.Reason) ? new ReleaseNeedsReason()
            : TextLimits.WhyNot("The reason", request.Reason);
    }

    /// <summary>Without blanks around it; a blank part is none, and nothing in it is no release.</summary>
    public static Release? Clean(Release? release)
    {
        if (release is null)
        {
            return null;
        }

        var clean = new Release
        {
            Name = release.Name.Trim(),
            Version = Text(release.Version),
            Digest = Text(release.Digest),
            Commit = Text(release.Commit),
        };
        return clean is { Name: "", Version: null, Digest: null, Commit: null } ? null : clean;

        static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    private static TextIsTooLong? WhyTooLong(Release? release) =>
        TextLimits.WhyNot("The name", release?.Name, TextLimits.Name)
        ?? TextLimits.WhyNot("The version", release?.Version, TextLimits.Name)
        ?? TextLimits.WhyNot("The digest", release?.Digest, TextLimits.Name)
        ?? TextLimits.WhyNot("The commit", release?.Commit, TextLimits.Name);
}
