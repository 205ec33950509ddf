namespace ReadinessPortal.Domain.Figures.Formulas;

/// <summary>Walks a formula's tree once.</summary>
internal sealed class FormulaEvaluation(Func<string, FigureValue?> named)
{
    public FigureValue Of(FormulaNode node) => node switch
    {
        LiteralNode literal => literal.Value,
        NameNode name => Named(name),
        MinusNode minus => Arithmetic.Negated(Of(minus.Operand), minus.At),
        NotNode not => Inverted(Of(not.Operand), not.At),
        BinaryNode { Operator: "and" or "or" } both => Joined(both),
        BinaryNode binary => Arithmetic.Of(binary.Operator, Of(binary.Left), Of(binary.Right), binary.At),
        CallNode { Function: "if" } choice => Chosen(choice),
        CallNode call => Functions.Of(call.Function, [.. call.Arguments.Select(Of)], call.At),
        _ => throw new InvalidOperationException($"{node.GetType().Name} is no part of a formula."),
    };

    private FigureValue Named(NameNode name) => named(name.Name) switch
    {
        null => new FigureValue.Problem($"'{name.Name}' is not known", name.At),
        FigureValue.Problem { Inherited: true } passedOn => passedOn,
        FigureValue.Problem own => new FigureValue.Problem($"{name.Name} has no value: {own.Sentence}", null, true),
        var value => value,
    };

    private FigureValue Chosen(CallNode choice)
    {
        if (choice.Arguments.Count != 3)
        {
            return new FigureValue.Problem("if takes a condition and two values", choice.At);
        }

        return Of(choice.Arguments[0]) switch
        {
            FigureValue.Flag { IsTrue: true } => Of(choice.Arguments[1]),
            FigureValue.Flag => Of(choice.Arguments[2]),
            FigureValue.Blank or FigureValue.Problem => Of(choice.Arguments[0]),
            _ => new FigureValue.Problem("the condition is neither true nor false", choice.Arguments[0].At),
        };
    }

    // What the left side settles, the right side cannot change; a blank leaves it open.
    private FigureValue Joined(BinaryNode both)
    {
        var settles = both.Operator == "or";
        var left = Truth(Of(both.Left), both.Left.At);
        if (left is FigureValue.Problem || left is FigureValue.Flag { IsTrue: var known } && known == settles)
        {
            return left;
        }

        var right = Truth(Of(both.Right), both.Right.At);
        return right is FigureValue.Flag { IsTrue: var other } && other != settles ? left : right;
    }

    private static FigureValue Inverted(FigureValue value, int at) => Truth(value, at) is FigureValue.Flag flag
        ? new FigureValue.Flag(!flag.IsTrue)
        : Truth(value, at);

    private static FigureValue Truth(FigureValue value, int at) => value is FigureValue.Flag or FigureValue.Blank
        or FigureValue.Problem
        ? value
        : new FigureValue.Problem($"{value.Shown} is neither true nor false", at);
}
