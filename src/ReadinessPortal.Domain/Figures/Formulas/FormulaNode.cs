namespace ReadinessPortal.Domain.Figures.Formulas;

/// <param name="At">Place in the formula, from 0.</param>
internal abstract record FormulaNode(int At);

internal sealed record LiteralNode(FigureValue Value, int At) : FormulaNode(At);

internal sealed record NameNode(string Name, int At) : FormulaNode(At);

internal sealed record NotNode(FormulaNode Operand, int At) : FormulaNode(At);

internal sealed record MinusNode(FormulaNode Operand, int At) : FormulaNode(At);

internal sealed record BinaryNode(string Operator, FormulaNode Left, FormulaNode Right, int At) : FormulaNode(At);

internal sealed record CallNode(string Function, IReadOnlyList<FormulaNode> Arguments, int At) : FormulaNode(At);
