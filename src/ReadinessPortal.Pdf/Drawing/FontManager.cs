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

    /// <summary>
    /// Registers a face for characters that no other face has, which is opened when the first text needs it. Faces
    /// are asked in the order of their registration.
    /// </summary>
    /// <param name="name">A name that no other fallback has.</param>
    /// <param name="characters">What it is asked for, as ranges: <c>0E00-0E7F 25CC</c>.</param>
    /// <param name="open">Opens the file, TrueType or OpenType.</param>
    public static void RegisterFallback(string name, string characters, Func<Stream> open)
    {
        ArgumentNullException.ThrowIfNull(characters);
        ArgumentNullException.ThrowIfNull(open);
        Fallbacks.Add(name, characters, open);
    }
}
