using System.Collections.Immutable;
using ReadinessPortal.Domain.Registers.Sheets;

namespace ReadinessPortal.UnitTests.Demo;

/// <summary>One figure, name, date or status of the report that the demo is made from.</summary>
/// <param name="Line">Of the list.</param>
/// <param name="Section">Of the report: <c>section 5.1</c>.</param>
/// <param name="What">What it is the value of.</param>
/// <param name="Stated">As the report states it.</param>
/// <param name="Kind">How the package has it: a <c>fact</c>, a <c>text</c> with the value in it, a <c>claim</c>, a
/// <c>figure</c> that is derived, or a target that is <c>met</c>.</param>
/// <param name="Where">Its place in the package; of a claim the key, of a figure the name.</param>
/// <param name="Value">What stands there.</param>
internal sealed record SourceFact(
    int Line, string Section, string What, string Stated, string Kind, string Where, string Value)
{
    public override string ToString() =>
        $"line {Line}, {Section}, {What}, stated as {Stated}, {Kind} {Where}: {Value}";
}

/// <summary>The list of them, <c>source-facts.csv</c>.</summary>
internal static class SourceFacts
{
    public static ImmutableArray<SourceFact> All { get; } = Read();

    private static ImmutableArray<SourceFact> Read()
    {
        var root = KeepingTheCodeReadable.Root(AppContext.BaseDirectory);
        var file = Path.Combine(root, "tests", "ReadinessPortal.UnitTests", "Demo", "source-facts.csv");
        return
        [
            .. SheetText.Read(File.ReadAllText(file), ',').Index().Skip(1).Select(l => l.Item is
                [var section, var what, var stated, var kind, var where, var value]
                    ? new SourceFact(l.Index + 1, section, what, stated, kind, where, value)
                    : throw new InvalidOperationException($"{file}: line {l.Index + 1} needs six columns.")),
        ];
    }
}
