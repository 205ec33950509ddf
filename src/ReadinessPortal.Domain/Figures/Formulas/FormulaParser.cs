using System.Globalization;

namespace ReadinessPortal.Domain.Figures.Formulas;

/// <summary>Turns tokens into a tree by binding powers. The first thing it cannot read is the problem.</summary>
internal sealed class FormulaParser(List<Token> tokens)
{
    /// <summary>Deepest nesting, so that a hostile formula is refused before it can exhaust the stack.</summary>
    public const int MaximumDepth = 64;

    private int _next;
    private int _depth;

    private Token Current => tokens[_next];

    /// <exception cref="UnreadableFormulaException">With the place and what was expected there.</exception>
    public FormulaNode Parse()
    {
        var root = Expression(0);
        return Current.Kind == TokenKind.End ? root : throw Unexpected();
    }

    private FormulaNode Expression(int power)
    {
        if (++_depth > MaximumDepth)
        {
            throw new UnreadableFormulaException("is nested too deeply", Current.At);
        }

        var left = Prefix();
        while (InfixPower(Current) is { } own && own > power)
        {
            var symbol = Take();
            left = new BinaryNode(Canonical(symbol.Text), left, Expression(own), symbol.At);
        }

        _depth--;
        return left;
    }

    private FormulaNode Prefix()
    {
        var token = Take();
        switch (token.Kind)
        {
            case TokenKind.Number:
                return new LiteralNode(FigureValue.Of(NumberOf(token), UnitBehind()), token.At);
            case TokenKind.Date:
                return new LiteralNode(new FigureValue.Date(DateSpec.Parse(token.Text)), token.At);
            case TokenKind.Text:
                return new LiteralNode(FigureValue.Of(token.Text), token.At);
            case TokenKind.Symbol when token.Text is "-" or "−":
                return new MinusNode(Expression(60), token.At);
            case TokenKind.Symbol when Currency(token.Text) is { } currency && Current.Kind == TokenKind.Number:
                return new LiteralNode(FigureValue.Of(NumberOf(Take()), currency), token.At);
            case TokenKind.Symbol when token.Text == "(":
                var inner = Expression(0);
                Expect(")");
                return inner;
            case TokenKind.Name:
                return Named(token);
            default:
                _next--;
                throw Unexpected();
        }
    }

    private FormulaNode Named(Token name)
    {
        if (name.Text != "not" && Current is { Kind: TokenKind.Symbol, Text: "(" })
        {
            return new CallNode(name.Text.ToLowerInvariant(), Arguments(), name.At);
        }

        return name.Text switch
        {
            "true" => new LiteralNode(new FigureValue.Flag(true), name.At),
            "false" => new LiteralNode(new FigureValue.Flag(false), name.At),
            "blank" => new LiteralNode(FigureValue.Nothing, name.At),
            "not" => new NotNode(Expression(25), name.At),
            _ => new NameNode(name.Text, name.At),
        };
    }

    private List<FormulaNode> Arguments()
    {
        Expect("(");
        var arguments = new List<FormulaNode>();
        if (Current is { Kind: TokenKind.Symbol, Text: ")" })
        {
            Take();
            return arguments;
        }

        arguments.Add(Expression(0));
        while (Current is { Kind: TokenKind.Symbol, Text: "," })
        {
            Take();
            arguments.Add(Expression(0));
        }

        Expect(")");
        return arguments;
    }

    private string UnitBehind() => Current switch
    {
        { Kind: TokenKind.Symbol, Text: "%" } => Take().Text,
        { Kind: TokenKind.Name, Text: var name } when IsUnit(name) => Take().Text,
        _ => "",
    };

    private static bool IsUnit(string name) =>
        name.Length <= 3 && name.All(char.IsAsciiLetter) && Unit.Parse(name).Dimension != Dimension.Count;

    private static decimal NumberOf(Token token) =>
        decimal.TryParse(token.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new UnreadableFormulaException($"'{token.Text}' is not a number to compute with", token.At);

    private static string? Currency(string symbol) => symbol switch
    {
        "$" => "USD",
        "€" => "EUR",
        "£" => "GBP",
        "¥" => "JPY",
        _ => null,
    };

    private static int? InfixPower(Token token) => token switch
    {
        { Kind: TokenKind.Name, Text: "or" } => 10,
        { Kind: TokenKind.Name, Text: "and" } => 20,
        { Kind: TokenKind.Symbol, Text: "=" or "==" or "!=" or "<>" or "<" or "<=" or ">" or ">=" } => 30,
        { Kind: TokenKind.Symbol, Text: "+" or "-" or "−" } => 40,
        { Kind: TokenKind.Symbol, Text: "*" or "×" or "/" or "÷" } => 50,
        _ => null,
    };

    private static string Canonical(string symbol) => symbol switch
    {
        "==" => "=",
        "<>" => "!=",
        "−" => "-",
        "×" => "*",
        "÷" => "/",
        _ => symbol,
    };

    private Token Take() => tokens[_next++];

    private void Expect(string symbol)
    {
        if (Current.Kind != TokenKind.Symbol || Current.Text != symbol)
        {
            throw new UnreadableFormulaException($"a '{symbol}' is missing", Current.At);
        }

        Take();
    }

    private UnreadableFormulaException Unexpected() => new(
        Current.Kind == TokenKind.End ? "ends too early" : $"'{Current.Text}' is not expected here", Current.At);
}

/// <summary>Never leaves <see cref="Formula.Parse"/>, which turns it into a problem.</summary>
internal sealed class UnreadableFormulaException(string reason, int at) : Exception(reason)
{
    public int At { get; } = at;
}
