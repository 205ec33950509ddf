namespace ReadinessPortal.Pdf.Infrastructure;

public enum Unit
{
    Point,
    Metre,
    Centimetre,
    Millimetre,
    Feet,
    Inch,
    Mil,
}

/// <summary>A width and a height in points (1/72 inch).</summary>
public readonly record struct Size(float Width, float Height);

/// <summary>The usual scale of weights, 100 to 1000.</summary>
public enum FontWeight
{
    Thin = 100,
    ExtraLight = 200,
    Light = 300,
    Normal = 400,
    Medium = 500,
    SemiBold = 600,
    Bold = 700,
    ExtraBold = 800,
    Black = 900,
    ExtraBlack = 1000,
}

internal static class UnitConversion
{
    private const float PointsPerInch = 72;
    private const float InchesPerMetre = 39.37008f;

    public static float ToPoints(this float value, Unit unit) => unit switch
    {
        Unit.Point => value,
        Unit.Metre => value * PointsPerInch * InchesPerMetre,
        Unit.Centimetre => value * PointsPerInch * InchesPerMetre / 100,
        Unit.Millimetre => value * PointsPerInch * InchesPerMetre / 1000,
        Unit.Feet => value * PointsPerInch * 12,
        Unit.Inch => value * PointsPerInch,
        Unit.Mil => value * PointsPerInch / 1000,
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "This unit is unknown."),
    };
}
