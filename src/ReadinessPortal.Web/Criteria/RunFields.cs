using System.Globalization;
using ReadinessPortal.Application.Criteria;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Web.Deliveries;
using ReadinessPortal.Web.Evidence;

namespace ReadinessPortal.Web.Criteria;

/// <summary>What is said of a run in its address, beside the output, which is the body.</summary>
internal static class RunFields
{
    private const string ExitCode = "exitCode";
    private const string RanAt = "ranAt";
    private const string Source = "source";
    private const string Version = "version";
    private const string Commit = "commit";
    private const string DryRun = "dryRun";

    private static readonly string[] _all = [ExitCode, RanAt, Source, Version, Commit, DryRun];

    /// <exception cref="UnreadableFormException">Something says nothing that can be understood, or is not known.
    /// </exception>
    public static PostedRun Read(IQueryCollection query, string criterion, string validation, string output)
    {
        if (query.Keys.FirstOrDefault(k => !_all.Contains(k, StringComparer.Ordinal)) is { } unknown)
        {
            throw new UnreadableFormException(
                $"There is no field '{VisibleText.Line(unknown)}'. Write {string.Join(", ", _all)} in the address, and "
                + "the output as the body.");
        }

        // A plus sign that nobody encoded arrives as a blank.
        return new(criterion, validation, output, Code(Said(ExitCode)),
            DeliveryFields.Instant(RanAt, Said(RanAt)?.Replace(' ', '+')), Said(Version), Said(Commit),
            DeliveryFields.Address(Said(Source)), DeliveryFields.IsDryRun(Said(DryRun)));

        string? Said(string field) => query[field] switch
        {
            [] => null,
            [var one] => DeliveryFields.Set(field, one ?? ""),
            _ => throw new UnreadableFormException($"Field {field} is there twice. Write it once."),
        };
    }

    private static int? Code(string? text) => text is null ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code) ? code
        : throw new UnreadableFormException(
            $"{ExitCode} is '{VisibleText.Line(text)}': write the number that the command ended with, as $? says it.");
}
