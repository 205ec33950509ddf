using System.Text;

namespace ReadinessPortal.Web.Evidence;

/// <summary>
/// Tells who downloads a file what it is called. The exact name stands in <c>filename*</c> (RFC 6266), which browsers
/// take; curl knows only <c>filename</c>, and takes bytes of UTF-8 there.
/// </summary>
internal static class AttachmentHeader
{
    /// <summary>Whose value is written in UTF-8.</summary>
    public const string Name = "Content-Disposition";

    private const string Plain = "!#$&+-.^_`|~";

    public static string Of(string fileName)
    {
        // What would end or escape the quoted text, or the header, is only in the exact name.
        var quoted = string.Concat(fileName.Select(c => c is '"' or '\\' || char.IsControl(c) ? '_' : c));
        var exact = new StringBuilder();
        foreach (var b in Encoding.UTF8.GetBytes(fileName))
        {
            _ = char.IsAsciiLetterOrDigit((char)b) || Plain.Contains((char)b, StringComparison.Ordinal)
                ? exact.Append((char)b)
                : exact.Append('%').Append(b.ToString("X2"));
        }

        return $"attachment; filename=\"{quoted}\"; filename*=UTF-8''{exact}";
    }
}
