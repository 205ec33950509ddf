using ReadinessPortal.Web.Evidence;

namespace ReadinessPortal.Web.Forms;

/// <summary>The name under which a call acts once, however often it is sent: a header of programs and scripts, a field
/// of plain forms.</summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";
    public const string Field = "request";

    /// <returns>Null where it has none.</returns>
    /// <exception cref="UnreadableFormException">It is no UUID, or the empty one, which everybody could send.
    /// </exception>
    public static Guid? Of(HttpRequest request, string? field)
    {
        var text = request.Headers[Header] is [{ Length: > 0 } header] ? header : field;
        return string.IsNullOrEmpty(text) ? null
            : Guid.TryParse(text, out var name) && name != Guid.Empty ? name
            : throw new UnreadableFormException(
                $"{Header} is no UUID. Make a new one for each request, and send the same one when you repeat it.");
    }
}
