namespace ReadinessPortal.Domain.Figures;

/// <summary>What a formula works on. A blank is not zero, and a problem is a value like any other.</summary>
public abstract record FigureValue
{
    private FigureValue()
    {
    }

    public static FigureValue Nothing { get; } = new Blank();

    /// <summary>Canonical text; null for a blank, a problem and several values.</summary>
    public abstract string? Canonical { get; }

    /// <summary>Formatted for a reader; empty for a blank.</summary>
    public abstract string Shown { get; }

    public static FigureValue Of(decimal number, string unit = "") => new Number(Quantity.Of(number, unit));

    /// <summary>The number, or blank without one.</summary>
    public static FigureValue Of(Quantity? quantity) => quantity is { } known ? new Number(known) : Nothing;

    /// <summary>The word, or blank without one.</summary>
    public static FigureValue Of(string? text) => string.IsNullOrWhiteSpace(text) ? Nothing : new Text(text.Trim());

    public sealed record Blank : FigureValue
    {
        public override string? Canonical => null;

        public override string Shown => "";
    }

    public sealed record Number(Quantity Quantity) : FigureValue
    {
        /// <summary>Out of a formula: a percentage is then shown with one decimal, not as it was written.</summary>
        public bool IsComputed { get; init; }

        public override string Canonical => Quantity.ToString();

        public override string Shown => IsComputed && Quantity.Unit.Dimension == Dimension.Ratio
            ? Format.Percent(Quantity.InBase)
            : Format.Quantity(Quantity);
    }

    public sealed record Date(DateSpec Spec) : FigureValue
    {
        public override string Canonical => Spec.ToString();

        public override string Shown => Format.Date(Spec);
    }

    public sealed record Text(string Words) : FigureValue
    {
        public override string Canonical => Words;

        public override string Shown => Words;
    }

    public sealed record Flag(bool IsTrue) : FigureValue
    {
        public override string Canonical => IsTrue ? "true" : "false";

        public override string Shown => IsTrue ? "yes" : "no";
    }

    /// <summary>All cells of a column; only functions such as sum take them.</summary>
    public sealed record Many(EquatableArray<FigureValue> Values) : FigureValue
    {
        public override string? Canonical => null;

        public override string Shown => Values.Length == 1 ? "1 value" : $"{Format.Number(Values.Length)} values";
    }

    /// <param name="Reason">Why there is no value, in words.</param>
    /// <param name="At">Place in the formula, from 0; null when it lies elsewhere.</param>
    /// <param name="Inherited">It came with another figure, and says so.</param>
    public sealed record Problem(string Reason, int? At = null, bool Inherited = false) : FigureValue
    {
        public override string? Canonical => null;

        public override string Shown => Format.NotKnown;

        /// <summary>The reason with its place: <c>divides by zero (character 8 of the formula)</c>.</summary>
        public string Sentence => At is { } at
            ? $"{Reason} (character {Format.Number(at + 1)} of the formula)"
            : Reason;
    }
}

/// <summary>A value with how it came about.</summary>
public sealed record Evaluated(FigureValue Value, Explanation Why);
