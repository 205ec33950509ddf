using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Shell;

namespace ReadinessPortal.Web.Evidence;

/// <summary>
/// The link that attaches files to a subject: it opens the tray, and without script the plain form. Around it stands
/// an element with <c>data-attach-zone</c>, on which files are dropped. Raw markup, because rows have one each.
/// </summary>
public static class AttachLink
{
    /// <param name="title">Of the subject; read out, not shown.</param>
    public static MarkupString To(string launchKey, SubjectRef subject, string title) => new(
        $"<a data-attach href=\"{Encode(Links.Attach(launchKey, subject))}\">Attach"
        + $"<span class=\"sr\"> evidence to {Encode(VisibleText.Of(title))}</span></a>");

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
