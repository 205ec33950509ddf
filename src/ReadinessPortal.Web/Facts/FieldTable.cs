using System.Collections.Frozen;
using System.Collections.Immutable;
using ReadinessPortal.Application.Facts;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Web.Facts;

/// <summary>
/// Every field of every kind of fact a package can carry: how it is labelled and typed, or why nobody types it.
/// </summary>
public static partial class FieldTable
{
    private const string Chosen = "Chosen from the title when it is added; it names the fact for ever.";
    private const string AsGiven = "The lead who answers for it, or the launch manager: whoever gives it.";
    private const string OfBytes = "Follows from the bytes of the attached file.";

    public static ImmutableArray<KindSpec> All { get; } =
        [.. OfLaunch(), .. OfCriteria(), .. OfMatrix(), .. OfRegisters(), .. OfReport()];

    private static readonly FrozenDictionary<string, KindSpec> _byLists =
        All.ToFrozenDictionary(k => k.Lists, StringComparer.Ordinal);

    /// <exception cref="ArgumentException">The package format has no such list.</exception>
    public static KindSpec Of(FactPath path) =>
        _byLists.GetValueOrDefault(path.Lists)
        ?? throw new ArgumentException($"There is no kind of fact '{path.Lists}'.", nameof(path));

    /// <summary>How the field is typed: as the table says, or as its type says.</summary>
    public static FieldInput Input(FieldSpec spec, FactField field) => spec.Input ?? (field.ValueType switch
    {
        { IsEnum: true } => FieldInput.Choice,
        var type when type == typeof(bool) => FieldInput.YesNo,
        var type when type == typeof(DateOnly) => FieldInput.Day,
        var type when type == typeof(TimeOnly) => FieldInput.Time,
        var type when type == typeof(Domain.Figures.DateSpec) => FieldInput.DateSpec,
        var type when type == typeof(Domain.Figures.Quantity) => FieldInput.Quantity,
        var type when type == typeof(int) || type == typeof(long) => FieldInput.Whole,
        var type when type == typeof(decimal) => FieldInput.Number,
        var type when type == typeof(Domain.Launches.SubjectRef) => FieldInput.Subjects,
        _ when field.IsList => FieldInput.Lines,
        _ => FieldInput.Text,
    });

    /// <summary>Longest text of the field, in characters.</summary>
    public static int Most(FieldSpec spec, FactField field) =>
        spec.Most ?? (field.ValueType == typeof(string) ? TextLimits.Fact : TextLimits.Value);

    private static FieldSpec Formula(string name, string label, string hint) =>
        new(name, label, hint) { Most = Domain.Figures.Formulas.Formula.MaximumLength };

    private static FieldSpec Text(string name, string label, string? hint = null, params string[] suggested) =>
        new(name, label, hint) { Suggested = [.. suggested] };

    private static FieldSpec Long(string name, string label, string? hint = null) =>
        new(name, label, hint) { Input = FieldInput.LongText };

    private static FieldSpec Code(string name, string label, string? hint = null) =>
        new(name, label, hint) { Input = FieldInput.Code };

    private static FieldSpec Quoting(string name, string label, string? hint = null) =>
        new(name, label, hint) { Input = FieldInput.Quoting };

    private static FieldSpec One(string name, string label, string of, string? hint = null) =>
        new(name, label, hint) { Input = FieldInput.Fact, Of = of };

    private static FieldSpec Some(string name, string label, string of, string? hint = null) =>
        new(name, label, hint) { Input = FieldInput.Facts, Of = of };

    private static FieldSpec NotTyped(string name, string label, string why) => new(name, label) { NotTyped = why };

    private static FieldSpec Key(string why = Chosen) => NotTyped("key", "Key", why);
}
