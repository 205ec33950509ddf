namespace QuestPDF
{
    public static class Settings
    {
        public static LicenseType? License { get; set; }
    }
}

namespace QuestPDF.Infrastructure
{
    public enum LicenseType
    {
        Evaluation,
        Community,
        Professional,
        Enterprise,
    }

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

    public readonly struct Size(float width, float height)
    {
        public readonly float Width = width;
        public readonly float Height = height;
    }

    public readonly struct Color(uint hex)
    {
        public uint Hex { get; } = hex;

        public static Color FromHex(string hex) => throw null!;

        public static Color FromRGB(byte red, byte green, byte blue) => throw null!;

        public static implicit operator Color(string hex) => throw null!;

        public static implicit operator Color(uint hex) => throw null!;

        public static implicit operator string(Color color) => throw null!;
    }

    public interface IContainer;

    public interface IComponent
    {
        void Compose(IContainer container);
    }

    public interface IDocumentContainer;

    public interface IDocument
    {
        DocumentMetadata GetMetadata() => throw null!;

        DocumentSettings GetSettings() => throw null!;

        void Compose(IDocumentContainer container);
    }

    public class DocumentMetadata
    {
        public string? Title { get; set; }

        public string? Author { get; set; }

        public string? Subject { get; set; }

        public string? Keywords { get; set; }

        public string? Creator { get; set; }

        public string? Producer { get; set; }

        public string? Language { get; set; }

        public DateTimeOffset CreationDate { get; set; }

        public DateTimeOffset ModifiedDate { get; set; }

        public static DocumentMetadata Default => throw null!;
    }

    public class DocumentSettings
    {
        public static DocumentSettings Default => throw null!;
    }

    public record TextStyle
    {
        public static TextStyle Default { get; } = null!;
    }
}

namespace QuestPDF.Drawing
{
    public static class FontManager
    {
        public static void RegisterFont(Stream stream) => throw null!;
    }
}

namespace QuestPDF.Helpers
{
    public class PageSize(float width, float height, Unit unit = Unit.Point)
    {
        public readonly float Width = width;
        public readonly float Height = height;
        public readonly Unit Unit = unit;
    }

    public static class PageSizes
    {
        public static PageSize A4 => throw null!;

        public static PageSize Letter => throw null!;
    }

    public static class PageSizeExtensions
    {
        public static PageSize Landscape(this PageSize size) => throw null!;
    }

    public static class Colors
    {
        public static readonly Color Black;
        public static readonly Color White;
        public static readonly Color Transparent;
    }
}
