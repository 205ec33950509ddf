using System.Collections.Immutable;
using System.Text.Json;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Web.Typing;

namespace ReadinessPortal.Web.Evidence;

/// <summary>The fields of the form that attaches a file, as the use case knows them.</summary>
internal static class UploadFields
{
    private static readonly char[] _between = [' ', ',', '\n'];

    /// <param name="form">One that holds a file.</param>
    /// <exception cref="UnreadableFormException">A field says nothing that can be understood.</exception>
    public static EvidenceUpload Read(UploadForm form)
    {
        var supports = Subjects(form["supports"]);
        return new(form.File!, form.FileName!, form["title"], Class(form["class"]), Day(form["capturedOn"]), supports,
            form["release"], form["note"], form["cited"], Measured(f => form[f], supports),
            form["slot"], form["replaces"]);
    }

    /// <exception cref="UnreadableFormException">One of them names nothing.</exception>
    public static ImmutableArray<SubjectRef> Subjects(string? text) =>
    [
        .. (text ?? "").Split(_between, StringSplitOptions.RemoveEmptyEntries)
            .Select(s => SubjectRef.TryParse(s, null, out var subject)
                ? subject
                : throw new UnreadableFormException(
                    $"'{s}' names nothing; write kind:key, such as criterion:runbooks."))
            .Distinct(),
    ];

    private static readonly string _classes =
        string.Join(", ", Enum.GetNames<EvidenceClass>().Select(JsonNamingPolicy.CamelCase.ConvertName));

    public static EvidenceClass Class(string? text) =>
        string.IsNullOrEmpty(text) ? EvidenceClass.Other
        : Enum.TryParse<EvidenceClass>(text, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind
        : throw new UnreadableFormException($"'{text}' is no kind of evidence; write one of {_classes}.");

    public static DateOnly? Day(string? text) =>
        string.IsNullOrEmpty(text) ? null
        : Days.TryRead(text, out var day) ? day
        : throw new UnreadableFormException($"'{text}' is not a day; write 2025-11-14.");

    /// <summary>A value that goes beside the file; null for none.</summary>
    /// <param name="form">Text of a field; null where it is missing or empty.</param>
    /// <exception cref="UnreadableFormException">Only half of it is said.</exception>
    public static MeasuredValue? Measured(Func<string, string?> form, ImmutableArray<SubjectRef> supports)
    {
        // The choice carries the value that stood there when it was offered: latency=287 ms; a bare = is something new.
        if (form("measurement") is not { } choice)
        {
            return form("measured") is null ? null
                : throw new UnreadableFormException("Say what the value is a measurement of.");
        }

        var criterion = supports.FirstOrDefault(s => s.Kind == SubjectKind.Criterion
            && (form("measuredFor") is not { } named || s.Key == named));
        var value = form("measured") ?? throw new UnreadableFormException("Give the value that was measured.");
        var parts = choice.Split('=', 2);
        return parts[0].Length > 0
            ? new(
                criterion.Key ?? "", parts[0], false, parts.Length > 1 && parts[1].Length > 0 ? parts[1] : null, value,
                form("valueReason"))
            : new(criterion.Key ?? "", form("metric") ?? "", true, null, value, form("valueReason"));
    }
}
