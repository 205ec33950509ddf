using ReadinessPortal.Pdf.Elements;
using ReadinessPortal.Pdf.Infrastructure;
using ReadinessPortal.Pdf.Vector;

namespace ReadinessPortal.Pdf.Fluent;

/// <summary>Answers an SVG drawing for an area of this size, in points.</summary>
public delegate string? GenerateDynamicSvgDelegate(Size size);

public sealed class ImageDescriptor
{
    private readonly Picture _picture;

    internal ImageDescriptor(Picture picture) => _picture = picture;

    public ImageDescriptor FitWidth() => Fitted(PictureFit.Width);

    public ImageDescriptor FitHeight() => Fitted(PictureFit.Height);

    public ImageDescriptor FitArea() => Fitted(PictureFit.Area);

    private ImageDescriptor Fitted(PictureFit fit)
    {
        _picture.Fit = fit;
        return this;
    }
}

public sealed class SvgImageDescriptor
{
    private readonly Picture _picture;

    internal SvgImageDescriptor(Picture picture) => _picture = picture;

    public SvgImageDescriptor FitWidth() => Fitted(PictureFit.Width);

    public SvgImageDescriptor FitHeight() => Fitted(PictureFit.Height);

    public SvgImageDescriptor FitArea() => Fitted(PictureFit.Area);

    private SvgImageDescriptor Fitted(PictureFit fit)
    {
        _picture.Fit = fit;
        return this;
    }
}

public static class ImageExtensions
{
    /// <summary>Shows a PNG or JPEG image.</summary>
    /// <exception cref="InvalidDataException">The bytes are no readable image.</exception>
    public static ImageDescriptor Image(this IContainer parent, byte[] imageData) =>
        new(parent.Put(new Picture(new Bitmap(imageData)) { Fit = parent.NaturalFit() }));
}

public static class SvgExtensions
{
    /// <summary>Shows an SVG drawing in its own proportions.</summary>
    /// <exception cref="InvalidDataException">The drawing uses more than the subset that is read.</exception>
    public static SvgImageDescriptor Svg(this IContainer container, string svg) =>
        new(container.Put(new Picture(SvgDrawing.Read(svg)) { Fit = container.NaturalFit() }));

    /// <summary>Fills all the room there is with a drawing made for it.</summary>
    public static void Svg(this IContainer element, GenerateDynamicSvgDelegate dynamicSvgSource) =>
        element.Put(new DynamicPicture(size => dynamicSvgSource(size) is { } svg ? SvgDrawing.Read(svg) : null));

    internal static PictureFit NaturalFit(this IContainer parent) => parent switch
    {
        Constrained { MaxWidth: not null, MaxHeight: not null } => PictureFit.Area,
        Constrained { MaxHeight: not null } => PictureFit.Height,
        _ => PictureFit.Width,
    };
}
