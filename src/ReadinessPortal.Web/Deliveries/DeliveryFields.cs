using System.Globalization;
using System.Text.RegularExpressions;
using ReadinessPortal.Application.Deliveries;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Web.Evidence;
using ReadinessPortal.Web.Typing;

namespace ReadinessPortal.Web.Deliveries;

/// <summary>
/// What a pipeline says of its files. A field that is there says something: an empty one, or one whose variable was
/// never set, comes of a mistake in the pipeline and is refused.
/// </summary>
internal static partial class DeliveryFields
{
    private const string CapturedAt = "capturedAt";
    private const string Slot = "slot";
    private const string Source = "source";
    private const string Version = "version";
    private const string Commit = "commit";
    private const string Replaces = "replaces";
    private const string Measurements = "measurements";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [CapturedAt, Slot, Source, Version, Commit, Replaces, Measurements];

    /// <param name="form">Read to its end.</param>
    /// <param name="criterion">Null lets each file find its own way.</param>
    /// <param name="dryRun">As it stands in the address; null where it does not.</param>
    /// <exception cref="UnreadableFormException">A field says nothing that can be understood.</exception>
    public static Delivery Read(DeliveryForm form, string? criterion, string? dryRun)
    {
        var said = All.ToDictionary(f => f, f => Set(f, form[f]), StringComparer.Ordinal);
        var captured = said[CapturedAt];
        var posted = said[Measurements] is { } measured ? PostedMeasurements.Parse(measured) : null;
        if (form.Files.IsEmpty && posted is null)
        {
            throw new UnreadableFormException("The delivery has no file. Send one or several as the field file: "
                + "curl --form file=@report.xml. Measurements without a file go into the field measurements.");
        }

        DateOnly? day = Days.TryRead(captured, out var on) ? on : null;
        var at = day is null ? Instant(CapturedAt, captured, "a day (2025-11-14), or ") : null;
        return new(form.Files, criterion, at, day, said[Slot], said[Version], said[Commit],
            Address(said[Source]), said[Replaces], IsDryRun(dryRun), posted);
    }

    /// <summary>Whether a value is what a shell, or a pipeline's template, leaves of a variable that is not set.
    /// </summary>
    internal static bool IsUnset(string text) => string.IsNullOrWhiteSpace(text) || Unset().IsMatch(text.Trim());

    /// <returns>What a field says; null where it is not there.</returns>
    /// <exception cref="UnreadableFormException">It is there and says nothing.</exception>
    internal static string? Set(string field, string? text) => text is null ? null
        : !IsUnset(text) ? text.Trim()
        : throw new UnreadableFormException(string.IsNullOrWhiteSpace(text)
            ? $"Field {field} is empty. Its variable is not set in the pipeline: set it, or leave the field out."
            : $"Field {field} is '{VisibleText.Line(text)}', which is a variable that is not set. Set it in the "
                + "pipeline, or leave the field out.");

    /// <param name="orElse">What may be written instead, at the beginning of what to do.</param>
    /// <exception cref="UnreadableFormException">It is no instant with its offset.</exception>
    internal static DateTimeOffset? Instant(string field, string? text, string orElse = "") => text is null ? null
        : HasOffset().IsMatch(text) && DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at
        : throw new UnreadableFormException(
            $"{field} is '{VisibleText.Line(text)}': write {orElse}an instant with its offset "
            + "(2025-11-14T09:30:00Z).");

    /// <exception cref="UnreadableFormException">It is no address of a page.</exception>
    internal static Uri? Address(string? text) => text is null ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) ? address
        : throw new UnreadableFormException(
            $"{Source} is '{VisibleText.Line(text)}': write the address of the pipeline's run, beginning with "
            + "https://.");

    /// <exception cref="UnreadableFormException">It is neither yes nor no.</exception>
    internal static bool IsDryRun(string? text) => text switch
    {
        null or "false" => false,
        "true" => true,
        _ => throw new UnreadableFormException($"dryRun is '{VisibleText.Line(text)}': write true or false."),
    };

    [GeneratedRegex(@"\$\{|\$\(|\{\{|^\$\w+$|^%\w+%$|^(null|nil|undefined|none|unset)$", RegexOptions.IgnoreCase)]
    private static partial Regex Unset();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$")]
    private static partial Regex HasOffset();
}
