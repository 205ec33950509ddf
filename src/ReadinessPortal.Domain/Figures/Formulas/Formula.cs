namespace ReadinessPortal.Domain.Figures.Formulas;

/// <summary>
/// A formula over named values: <c>actual / budget</c>, <c>if(met, "yes", "no")</c>,
/// <c>1 - budget.actual.total / budget.budget.total</c>. Numbers carry units (<c>5 s</c>, <c>15 %</c>, <c>$500</c>);
/// names may hold hyphens and points between letters and digits, so a minus stands between spaces. Errors are values:
/// nothing here throws, and a blank is never taken for zero.
/// </summary>
/// <remarks>
/// The quotient of two amounts of money, durations or sizes is a percentage, the quotient of two bare numbers a bare
/// number. A bare number beside a percentage is a fraction (<c>1 - 80 %</c> is 20 %).
/// </remarks>
public sealed class Formula
{
    /// <summary>Longest formula, in characters.</summary>
    public const int MaximumLength = 2000;

    private readonly FormulaNode _root;

    private Formula(string text, FormulaNode root)
    {
        Text = text;
        _root = root;
        Names = [.. NamesIn(root).Distinct(StringComparer.Ordinal)];
    }

    public string Text { get; }

    /// <summary>The names it uses, in the order in which they stand.</summary>
    public EquatableArray<string> Names { get; }

    /// <summary>Why it cannot be read, or null.</summary>
    public FigureValue.Problem? Problem => (_root as LiteralNode)?.Value as FigureValue.Problem;

    public static Formula Parse(string text)
    {
        if (text.Length > MaximumLength)
        {
            return Unreadable(text, $"is longer than {Format.Number(MaximumLength)} characters", MaximumLength);
        }

        try
        {
            return new(text, new FormulaParser(FormulaLexer.Read(text)).Parse());
        }
        catch (UnreadableFormulaException problem)
        {
            return Unreadable(text, problem.Message, problem.At);
        }
    }

    /// <param name="named">The value of a name, or null where nothing has it.</param>
    public FigureValue Evaluate(Func<string, FigureValue?> named) => new FormulaEvaluation(named).Of(_root);

    private static Formula Unreadable(string text, string reason, int at) =>
        new(text, new LiteralNode(new FigureValue.Problem($"The formula cannot be read: {reason}", at), at));

    private static IEnumerable<string> NamesIn(FormulaNode root)
    {
        // Its own stack: a long sum is a deep tree to the left.
        var open = new Stack<FormulaNode>([root]);
        while (open.TryPop(out var node))
        {
            switch (node)
            {
                case NameNode name:
                    yield return name.Name;
                    break;
                case NotNode not:
                    open.Push(not.Operand);
                    break;
                case MinusNode minus:
                    open.Push(minus.Operand);
                    break;
                case BinaryNode binary:
                    open.Push(binary.Right);
                    open.Push(binary.Left);
                    break;
                case CallNode call:
                    foreach (var argument in call.Arguments.Reverse())
                    {
                        open.Push(argument);
                    }

                    break;
            }
        }
    }
}
