using System.Diagnostics.CodeAnalysis;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Web.Drafts;

/// <summary>
/// Names one person's unsaved text in one form: who types, in which launch, about what, in which form. Stands as
/// <c>data-draft</c> on the form. Nobody else's key can be asked for: the person is the first part of it.
/// </summary>
/// <param name="Form">Which form of the subject, such as <c>assess</c>; it may hold several parts.</param>
public sealed record DraftKey(Guid User, string Launch, SubjectRef Subject, string Form)
{
    public static DraftKey Of(LaunchView view, SubjectRef subject, string form) =>
        new(view.Me.UserId, view.Launch.Key, subject, form);

    /// <summary>What all keys of one person in one launch begin with.</summary>
    public static string Prefix(LaunchView view) => $"{view.Me.UserId:N}/{Esc(view.Launch.Key)}/";

    /// <summary>Reads a key from its text.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out DraftKey? key)
    {
        key = text.Split('/') is [var user, var launch, var subject, var form] && Guid.TryParse(user, out var id)
            && SubjectRef.TryParse(Uri.UnescapeDataString(subject), null, out var about)
            ? new(id, Uri.UnescapeDataString(launch), about, Uri.UnescapeDataString(form))
            : null;
        return key is not null;
    }

    public override string ToString() => $"{User:N}/{Esc(Launch)}/{Esc(Subject.ToString())}/{Esc(Form)}";

    private static string Esc(string part) => Uri.EscapeDataString(part);
}
