using ReadinessPortal.Application.Audit;

namespace ReadinessPortal.Web.Audit;

/// <summary>Which entries an address asks for, as it says it.</summary>
public sealed record AuditAsked(string? Person, string? Act, string? Subject, string? From, string? Until)
{
    public bool IsNothing => string.IsNullOrEmpty($"{Person}{Act}{Subject}{From}{Until}");

    /// <summary>Null where one of them is nothing that there could be.</summary>
    public AuditFilter? Filter => AuditFilter.Read(Person, Act, Subject, From, Until);
}
