using System.Text.Json.Nodes;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Audit;

/// <summary>What a use case says of its change. The door adds who, when, and every value before and after.</summary>
/// <param name="Action">Stable name: <c>FactsEdited</c>.</param>
/// <param name="Summary">One sentence without a full stop: <c>Load Testing: progress 80 % to 100 %</c>.</param>
/// <param name="Details">What is worth keeping and stands in no table.</param>
public sealed record AuditEntry(string Action, SubjectRef Subject, string Summary, JsonObject? Details = null);
