using System.Collections.Immutable;
using ReadinessPortal.Domain.Figures;

namespace ReadinessPortal.Domain.Registers.Sheets;

/// <summary>Reads a pasted block and plans where its cells go.</summary>
public static class Pasting
{
    private static readonly char[] _separators = [',', ';'];

    /// <param name="at">Where the first cell goes, if the lines go by place; a line of headings says the columns
    /// better.</param>
    public static PastePlan Of(Register register, string text, PastePlace at, PasteChoices choices)
    {
        var block = Block(register, text, choices.Separator);
        var headings = Math.Min(choices.Headings ?? Headings.In(register, block), block.Length);
        var columns = headings > 0
            ? Headings.Named(register, block[headings - 1]) : From(register, at.Column, block);
        var lines = block.Skip(headings).Select(l => Narrowed(l, columns.Length)).ToImmutableArray();
        var plan = new PastePlan
        {
            Register = RegisterFacts.Path(register.Key),
            Top = [.. block.Take(Headings.MostLines)],
            Headings = headings,
            Unknown = headings == 0 ? [] : [.. block[headings - 1].Zip(columns)
                .Where(c => c.Second is null && !string.IsNullOrWhiteSpace(c.First)).Select(c => Plain(c.First))],
        };
        return WhyNot(lines, columns, headings) is { } problem
            ? plan with { Problem = problem } : new PasteRowPlan(register, lines, columns, at).Of(plan, choices);
    }

    /// <summary>The lines of a text, without blank ones at its end.</summary>
    /// <param name="separator">Null: found out.</param>
    public static ImmutableArray<ImmutableArray<string>> Block(Register register, string text, char? separator) =>
        Trimmed(SheetText.Read(text, separator ?? SeparatorOf(text, register)));

    /// <summary>
    /// Whatever makes a line name columns; else tabs where there are any; else what makes all lines equally long.
    /// </summary>
    public static char SeparatorOf(string text, Register register)
    {
        var blocks = _separators.Select(s => (Separator: s, Lines: Trimmed(SheetText.Read(text, s)))).ToList();
        var headed = blocks.Where(b => Headings.In(register, b.Lines) is > 0 and var at && IsEven(b.Lines[(at - 1)..]));
        var even = blocks.Where(b => register.Columns.IsEmpty && !text.Contains(SheetText.Tab, StringComparison.Ordinal)
            && b.Lines.SkipWhile(l => l.Length == 1).ToImmutableArray() is { Length: > 1 } lines && IsEven(lines));
        return headed.Concat(even).Select(b => b.Separator).FirstOrDefault(SheetText.Tab);
    }

    // Blank lines at the end say nothing: a spreadsheet adds them where whole columns were copied.
    internal static ImmutableArray<ImmutableArray<string>> Trimmed(ImmutableArray<ImmutableArray<string>> lines)
    {
        var end = lines.Length;
        while (end > 0 && lines[end - 1].All(string.IsNullOrWhiteSpace))
        {
            end--;
        }

        return lines[..end];
    }

    internal static string Plain(string text) => Defusing.Restore(text.ReplaceLineEndings("\n")).Trim();

    private static bool IsEven(ImmutableArray<ImmutableArray<string>> lines) =>
        lines.All(l => l.Length == lines[0].Length);

    private static ImmutableArray<RegisterColumn?> From(
        Register register, string? column, ImmutableArray<ImmutableArray<string>> lines)
    {
        var start = column is null ? 0 : register.Columns.ToList().FindIndex(c => c.Key == column);
        var width = lines.IsEmpty ? 0 : lines.Max(l => l.Length);
        return start < 0 ? [] : [.. register.Columns.Skip(start).Take(width)];
    }

    // Blank cells beyond the last column say nothing either.
    private static ImmutableArray<string> Narrowed(ImmutableArray<string> line, int width)
    {
        var end = line.Length;
        while (end > width && string.IsNullOrWhiteSpace(line[end - 1]))
        {
            end--;
        }

        return line[..end];
    }

    private static string? WhyNot(
        ImmutableArray<ImmutableArray<string>> lines, ImmutableArray<RegisterColumn?> columns, int headings) =>
        headings > 0 && columns.All(c => c is null)
            ? $"Line {headings} names no column of this register. Choose the line with the headings, or none."
        : lines.IsEmpty ? "There is nothing to paste."
        : lines.Length > PastePlan.MostRows
            ? $"The block has {Format.Number(lines.Length)} rows; at most {Format.Number(PastePlan.MostRows)} are "
                + "pasted together."
        : lines.Index().FirstOrDefault(l => l.Item.Length > columns.Length) is { Item.IsDefault: false } wide
            ? TooWide(wide.Item.Length, wide.Index + headings + 1, columns, headings)
        : null;

    private static string TooWide(int width, int line, ImmutableArray<RegisterColumn?> columns, int headings) =>
        headings > 0 ? $"Line {line} has {width} cells under {columns.Length} headings."
        : columns.IsEmpty ? "The column it goes to is not there any more."
        : $"The block is {width} columns wide and only {columns.Length} are there, from {columns[0]!.Title} on. "
            + "Begin further left, or add columns first.";
}
