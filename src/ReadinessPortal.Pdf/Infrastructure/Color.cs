using System.Globalization;

namespace ReadinessPortal.Pdf.Infrastructure;

/// <summary>
/// A colour with transparency; converts from <c>#RGB</c>, <c>#ARGB</c>, <c>#RRGGBB</c> and <c>#AARRGGBB</c>.
/// </summary>
public readonly record struct Color(uint Hex)
{
    public byte Alpha => (byte)(Hex >> 24);

    public byte Red => (byte)(Hex >> 16);

    public byte Green => (byte)(Hex >> 8);

    public byte Blue => (byte)Hex;

    /// <exception cref="FormatException">The text is not a color.</exception>
    public static Color FromHex(string hex)
    {
        ArgumentNullException.ThrowIfNull(hex);
        var digits = hex.AsSpan().TrimStart('#');
        if (!uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
        {
            throw new FormatException($"'{hex}' is not a color.");
        }

        return digits.Length switch
        {
            3 => new Color(0xFF000000 | Doubled(value)),
            4 => new Color(Doubled(value)),
            6 => new Color(0xFF000000 | value),
            8 => new Color(value),
            _ => throw new FormatException($"'{hex}' is not a color."),
        };
    }

    public static Color FromRGB(byte red, byte green, byte blue) => FromARGB(255, red, green, blue);

    public static Color FromARGB(byte alpha, byte red, byte green, byte blue) =>
        new((uint)((alpha << 24) | (red << 16) | (green << 8) | blue));

    public Color WithAlpha(byte alpha) => new((Hex & 0x00FFFFFF) | ((uint)alpha << 24));

    public static implicit operator Color(string hex) => FromHex(hex);

    public static implicit operator Color(uint hex) => new(hex <= 0x00FFFFFF ? hex | 0xFF000000 : hex);

    public static implicit operator string(Color color) => color.ToString();

    public static implicit operator uint(Color color) => color.Hex;

    public override string ToString() => Alpha == 0xFF ? $"#{Hex & 0x00FFFFFF:X6}" : $"#{Hex:X8}";

    private static uint Doubled(uint nibbles)
    {
        var doubled = 0u;
        for (var digit = 0; digit < 4; digit++)
        {
            doubled |= ((nibbles >> (4 * digit)) & 0xF) * 0x11 << (8 * digit);
        }

        return doubled;
    }
}
