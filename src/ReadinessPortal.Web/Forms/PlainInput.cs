namespace ReadinessPortal.Web.Forms;

/// <summary>What a form without a circuit sends.</summary>
public abstract class PlainInput
{
    /// <summary>Names the form on this page: sent twice it acts once. See <see cref="FormRequest"/>.</summary>
    public Guid? Request { get; set; }

    /// <summary>A text of several lines as it was typed and counted: a browser sends each end of a line as two
    /// characters.</summary>
    protected static string? Lines(string? text) => text?.ReplaceLineEndings("\n");
}
