using System.Text;

namespace ReadinessPortal.Web.Audit;

/// <summary>Names that the record keeps, in words.</summary>
internal static class AuditWords
{
    /// <summary><c>FactsEdited</c> as <c>facts edited</c>, <c>sign_offs</c> as <c>sign offs</c>, <c>plannedFor</c> as
    /// <c>planned for</c>.</summary>
    public static string Of(string name)
    {
        var words = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && words.Length > 0)
            {
                words.Append(' ');
            }

            words.Append(letter == '_' ? ' ' : char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }
}
