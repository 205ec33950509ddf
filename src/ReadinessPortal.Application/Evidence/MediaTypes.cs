using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;

namespace ReadinessPortal.Application.Evidence;

/// <summary>Says what a file is by its content. A name or a header is only believed among kinds of text.</summary>
public static class MediaTypes
{
    /// <summary>So many bytes of the beginning are enough.</summary>
    public const int HeadBytes = 4096;

    public const string Unknown = "application/octet-stream";

    private static readonly ImmutableArray<(string Type, byte[] Magic)> _magics =
    [
        ("application/pdf", "%PDF-"u8.ToArray()),
        ("image/png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        ("image/jpeg", [0xFF, 0xD8, 0xFF]),
        ("image/gif", "GIF8"u8.ToArray()),
        ("application/zip", [0x50, 0x4B, 0x03, 0x04]),
        ("application/zip", [0x50, 0x4B, 0x05, 0x06]),
        ("application/gzip", [0x1F, 0x8B]),
    ];

    /// <param name="bytes">From their start; so many are read of them.</param>
    public static async Task<string> DetectAsync(Stream bytes, string fileName, CancellationToken ct)
    {
        var head = new byte[HeadBytes];
        var read = await bytes.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct);
        return Detect(head.AsSpan(0, read), fileName);
    }

    public static string Detect(ReadOnlySpan<byte> head, string fileName)
    {
        foreach (var (type, magic) in _magics)
        {
            if (head.StartsWith(magic))
            {
                return type;
            }
        }

        if (head.StartsWith("RIFF"u8) && head.Length >= 12 && head[8..12].SequenceEqual("WEBP"u8))
        {
            return "image/webp";
        }

        return IsText(head) ? TextType(head, Path.GetExtension(fileName)) : Unknown;
    }

    private static bool IsText(ReadOnlySpan<byte> head)
    {
        if (head.IndexOfAnyInRange((byte)0, (byte)8) >= 0 || head.IndexOfAnyInRange((byte)14, (byte)26) >= 0)
        {
            return false;
        }

        // The head may end within a character.
        for (var cut = 0; cut <= 3 && cut <= head.Length; cut++)
        {
            if (Utf8.IsValid(head[..^cut]))
            {
                return cut == 0 || head.Length == HeadBytes;
            }
        }

        return false;
    }

    private static string TextType(ReadOnlySpan<byte> head, string extension)
    {
        var text = head.StartsWith(Encoding.UTF8.Preamble) ? head[3..] : head;
        text = text.TrimStart(" \t\r\n"u8);
        return text.StartsWith("{"u8) || text.StartsWith("["u8) ? "application/json"
            : text.StartsWith("<?xml"u8) ? "application/xml"
            : text.StartsWith("<svg"u8) ? "image/svg+xml"
            : text.StartsWith("<!DOCTYPE html"u8) || text.StartsWith("<html"u8) ? "text/html"
            : extension.ToLowerInvariant() switch
            {
                ".csv" => "text/csv",
                ".md" => "text/markdown",
                ".yaml" or ".yml" => "application/yaml",
                ".xml" => "application/xml",
                _ => "text/plain",
            };
    }
}
