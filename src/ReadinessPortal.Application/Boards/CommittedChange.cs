using ReadinessPortal.Application.Audit;

namespace ReadinessPortal.Application.Boards;

/// <summary>A change that was sent to be committed: between two heads of the audit, rows of these types.</summary>
internal sealed record CommittedChange(byte[] Before, AuditHead After, IReadOnlySet<Type> Touched);
