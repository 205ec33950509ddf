using ReadinessPortal.Pdf.Typesetting;

namespace ReadinessPortal.Pdf.Drawing;

/// <summary>
/// The faces that documents may use. Fonts of the machine are never used: they would change the bytes.
/// </summary>
public static class FontManager
{
    /// <summary>
    /// Registers a TrueType or OpenType face under the family name, weight and slant that it carries.
    /// </summary>
    /// <exception cref="InvalidDataException">The stream holds no readable face.</exception>
    public static void RegisterFont(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        FontLibrary.Add(copy.ToArray());
    }
}
