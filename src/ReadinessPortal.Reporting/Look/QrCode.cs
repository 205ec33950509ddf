using System.Globalization;
using System.Text;
using QRCoder;

namespace ReadinessPortal.Reporting.Look;

/// <summary>An address that a camera reads (ISO/IEC 18004), as one drawing.</summary>
internal static class QrCode
{
    /// <summary>In the closed SVG subset that every engine reads, with the quiet zone of four modules.</summary>
    public static string Svg(string address)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var modules = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < modules.Count; y++)
        {
            for (var x = 0; x < modules.Count; x++)
            {
                var from = x;
                while (x < modules.Count && modules[y][x])
                {
                    x++;
                }

                if (x > from)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{from} {y} L{x} {y} L{x} {y + 1} L{from} {y + 1} Z ");
                }
            }
        }

        var size = modules.Count;
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" width="{size}" height="{size}">
            <path d="{path}" fill="#000000"/>
            </svg>
            """;
    }
}
