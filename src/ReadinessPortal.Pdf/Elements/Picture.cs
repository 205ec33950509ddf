using ReadinessPortal.Pdf.Infrastructure;
using ReadinessPortal.Pdf.Layout;
using SkiaSharp;

namespace ReadinessPortal.Pdf.Elements;

/// <summary>Something with a size of its own that can be drawn at any scale.</summary>
internal interface IDrawing
{
    float Width { get; }

    float Height { get; }

    /// <summary>Draws in own units; the sheet's canvas is scaled already.</summary>
    void Draw(Sheet sheet, TextStyle style);
}

internal enum PictureFit
{
    Width,
    Height,
    Area,
}

/// <summary>A drawing in its own proportions; moves to the next page as a whole.</summary>
internal sealed class Picture(IDrawing drawing) : Element
{
    public PictureFit Fit { get; set; }

    public override Piece? Layout(Space space, Continuation? from)
    {
        if (from == Continuation.Spent)
        {
            return Piece.Blank();
        }

        var byWidth = space.Width / drawing.Width;
        var byHeight = space.Height / drawing.Height;
        var scale = Fit switch
        {
            PictureFit.Height => byHeight,
            PictureFit.Area => Math.Min(byWidth, byHeight),
            _ => byWidth,
        };
        if (space.Forced)
        {
            scale = Math.Min(scale, Math.Min(byWidth, byHeight));
        }

        return scale > 0 && space.Holds(drawing.Height * scale)
            ? new Drawn(drawing, space.Style, drawing.Width * scale, drawing.Height * scale)
            : null;
    }
}

/// <summary>A drawing that is made for the room there is.</summary>
internal sealed class DynamicPicture(Func<Size, IDrawing?> source) : Element
{
    public override Piece? Layout(Space space, Continuation? from) =>
        from == Continuation.Spent ? Piece.Blank()
        : space.Width <= 0 || space.Height <= 0 ? null
        : source(new Size(space.Width, space.Height)) is { } drawing
            ? new Drawn(drawing, space.Style, space.Width, space.Height)
            : Piece.Blank(space.Width, space.Height);
}

internal sealed class Drawn(IDrawing drawing, TextStyle style, float width, float height) : Piece(width, height, null)
{
    public override void Draw(Sheet sheet, Area area)
    {
        sheet.Canvas.Save();
        sheet.Canvas.Translate(area.X, area.Y);
        sheet.Canvas.Scale(Width / drawing.Width, Height / drawing.Height);
        sheet.Canvas.ClipRect(SKRect.Create(0, 0, drawing.Width, drawing.Height));
        drawing.Draw(sheet, style);
        sheet.Canvas.Restore();
    }
}

/// <summary>A decoded PNG or JPEG.</summary>
internal sealed class Bitmap : IDrawing
{
    private readonly SKImage _image;

    public Bitmap(byte[] file)
    {
        ThrowIfDamaged(file);
        _image = SKImage.FromEncodedData(file) ?? throw new InvalidDataException("No readable image.");
    }

    public float Width => _image.Width;

    public float Height => _image.Height;

    public void Draw(Sheet sheet, TextStyle style) => sheet.Canvas.DrawImage(_image, 0, 0);

    // What ends too early would be drawn as far as it goes.
    private static void ThrowIfDamaged(byte[] file)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data) ?? throw new InvalidDataException("No readable image.");
        if (codec.GetPixels(codec.Info, out _) is var result and not SKCodecResult.Success)
        {
            throw new InvalidDataException($"The image is damaged ({result}).");
        }
    }
}
