using System.Text;

namespace ReadinessPortal.Application.Packages.Zips;

/// <summary>
/// Names of entries. Programs write UTF-8 whether or not they say so; a name that is none was written on Windows by one
/// that knows only the code page of old.
/// </summary>
internal static class ZipNames
{
    private static readonly UTF8Encoding _strictUtf8 = new(false, throwOnInvalidBytes: true);
    private static readonly Encoding _old = CodePagesEncodingProvider.Instance.GetEncoding(437)!;

    public static string Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return _strictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return _old.GetString(bytes);
        }
    }
}
