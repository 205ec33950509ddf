namespace ReadinessPortal.Web.Launches;

/// <summary>What a form without a circuit sends.</summary>
public abstract class PlainInput
{
    /// <summary>Names the form on this page: sent twice it acts once. See <see cref="FormRequest"/>.</summary>
    public Guid? Request { get; set; }
}
