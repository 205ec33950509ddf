using ReadinessPortal.Pdf.Infrastructure;

namespace ReadinessPortal.Pdf.Helpers;

/// <summary>The few named colours that a printed report needs.</summary>
public static class Colors
{
    public static readonly Color Black = new(0xFF000000);
    public static readonly Color White = new(0xFFFFFFFF);
    public static readonly Color Transparent = new(0x00000000);

    public static class Grey
    {
        public static readonly Color Lighten5 = new(0xFFFAFAFA);
        public static readonly Color Lighten4 = new(0xFFF5F5F5);
        public static readonly Color Lighten3 = new(0xFFEEEEEE);
        public static readonly Color Lighten2 = new(0xFFE0E0E0);
        public static readonly Color Lighten1 = new(0xFFBDBDBD);
        public static readonly Color Medium = new(0xFF9E9E9E);
        public static readonly Color Darken1 = new(0xFF757575);
        public static readonly Color Darken2 = new(0xFF616161);
        public static readonly Color Darken3 = new(0xFF424242);
        public static readonly Color Darken4 = new(0xFF212121);
    }
}
