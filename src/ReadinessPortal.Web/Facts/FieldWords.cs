using System.Text.Json;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Web.Facts;

/// <summary>Values of fields as a person reads them.</summary>
public static class FieldWords
{
    /// <summary>The words a choice is made among: as written, and as read.</summary>
    public static IEnumerable<(string Value, string Word)> Choices(FactField field) =>
        Enum.GetValues(field.ValueType).Cast<Enum>()
            .Select(v => (JsonNamingPolicy.CamelCase.ConvertName(v.ToString()), Format.WordOf(v)));

    public static string Shown(FieldDraft draft, string? text, LaunchFacts facts) => (draft.Input, text) switch
    {
        (FieldInput.YesNo, _) => text == "true" ? "yes" : "no",
        (_, null) => "nothing",
        (FieldInput.Choice, _) => Choices(draft.Field).FirstOrDefault(c => c.Value == text).Word ?? text,
        (FieldInput.Fact or FieldInput.Facts, _) => string.Join(", ",
            FactList.Of(text).Select(k => FactText.Title(facts, FactPath.Of(draft.Field.Of!, k)))),
        (FieldInput.Subjects, _) => string.Join(", ", FactList.Of(text).Select(s => Title(s, SubjectTitles.Of(facts)))),
        (FieldInput.Day, _) when DateOnly.TryParse(text, out var day) => Format.Day(day),
        (FieldInput.Lines, _) => text.Replace("\n", ", ", StringComparison.Ordinal),
        _ => text,
    };

    private static string Title(string subject, IReadOnlyDictionary<SubjectRef, string> titles) =>
        SubjectRef.TryParse(subject, null, out var parsed) ? titles.GetValueOrDefault(parsed, parsed.Key) : subject;
}
