using System.Globalization;
using System.Text;

namespace ReadinessPortal.Reporting.Files;

/// <summary>The objects that are new or changed, and the bytes that say so.</summary>
internal sealed class PdfUpdate(int size)
{
    private readonly SortedDictionary<int, string> _objects = [];
    private int _next = size;

    public int Next() => _next++;

    public void Set(int number, string body) => _objects[number] = body;

    public byte[] AppendTo(byte[] pdf, PdfSource source, int info, string identity)
    {
        using var file = new MemoryStream(pdf.Length + 4096);
        file.Write(pdf);
        Write(file, "\n");
        var table = new StringBuilder("xref\n");
        foreach (var (number, body) in _objects)
        {
            table.Append(CultureInfo.InvariantCulture, $"{number} 1\n{file.Length:D10} 00000 n \n");
            Write(file, $"{number} 0 obj\n{body}\nendobj\n");
        }

        var start = file.Length;
        Write(file, table.ToString());
        Write(file, $"trailer\n<</Size {_next}\n/Root {source.Root} 0 R\n/Info {info} 0 R\n");
        Write(file, $"/Prev {source.TableStart}\n/ID {identity}>>\nstartxref\n{start}\n%%EOF\n");
        return file.ToArray();
    }

    private static void Write(MemoryStream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));
}
