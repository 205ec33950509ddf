using System.Text.Json;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Application.Facts;

/// <summary>Whoever changes facts, and what the portal writes of them beside what they say.</summary>
/// <param name="Board">As it stands before the changes.</param>
internal sealed record FactAuthor(Guid UserId, string Name, LaunchBoard Board, DateTimeOffset At)
{
    /// <summary>Fields of an assessment, each with whose word it is beside it.</summary>
    private static readonly string[] _assessment = ["result", "progress", "rationale"];

    /// <summary>For changes that are tried and not made.</summary>
    public static FactAuthor Nobody(LaunchFacts facts) =>
        new(Guid.Empty, "", new() { Facts = facts, ChangeNumber = 0 }, DateTimeOffset.UnixEpoch);

    /// <summary>Fields that nobody types, to be written with the change; empty for nothing.</summary>
    public IEnumerable<KeyValuePair<string, string>> Signing(FactChange change) => (change.Fact.Lists, change) switch
    {
        ("categories/scores", FactChange.Add) =>
        [
            new("by", Name),
            new("at", Now),
            new("assessor", Word(Assessors.Of(UserId, Board, change.Fact.Subject(Board.Launch.Key)))),
        ],
        ("criteria", FactChange.Set { Field: var field }) when _assessment.Contains(field) =>
            [By(field, Assessors.Of(UserId, Board, change.Fact.Subject(Board.Launch.Key)))],
        ("criteria", FactChange.Add add) =>
            _assessment.Where(add.Values.ContainsKey).Select(f => By(f, Assessors.Of(UserId, Board, Answering(add)))),
        ("evidence", FactChange.Set { Field: "acceptedBecause", To: var reason }) =>
            string.IsNullOrEmpty(reason) ? [new("acceptedBy", ""), new("acceptedAt", "")]
                : [new("acceptedBy", Name), new("acceptedAt", Now)],
        _ => [],
    };

    private string Now => JsonSerializer.SerializeToElement(At, FactsJson.Options).GetString()!;

    private static KeyValuePair<string, string> By(string field, Assessor assessor) =>
        new($"{field}By", Word(assessor));

    // The criterion is not there yet to be asked who answers for it.
    private IEnumerable<string> Answering(FactChange.Add criterion) =>
        new[]
        {
            criterion.Values.GetValueOrDefault("owner"),
            Board.Facts.Categories
                .FirstOrDefault(c => c.Key == criterion.Values.GetValueOrDefault("category"))?.Lead,
        }.OfType<string>();

    private static string Word(Assessor assessor) =>
        JsonNamingPolicy.CamelCase.ConvertName(assessor.ToString());
}
