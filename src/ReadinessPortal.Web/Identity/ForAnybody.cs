namespace ReadinessPortal.Web.Identity;

/// <summary>Marks what is the same whoever asks, such as a style sheet: it is answered without asking who that is, and
/// so without the database.</summary>
internal sealed class ForAnybody;

internal static class ForAnybodyExtensions
{
    public static T ForAnybody<T>(this T endpoints)
        where T : IEndpointConventionBuilder => endpoints.WithMetadata(new ForAnybody());
}
