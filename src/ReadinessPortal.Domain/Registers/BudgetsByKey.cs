using System.Text.Json.Nodes;

namespace ReadinessPortal.Domain.Registers;

/// <summary>
/// How a budget was known before its columns said so: by the keys of its register and columns. Revisions and packages
/// of that time are read with the roles they meant.
/// </summary>
public static class BudgetsByKey
{
    private static readonly (string Key, string Kind, string Role)[] _columns =
        [("budget", "money", "budget"), ("actual", "money", "spent"), ("utilisation", "percent", "shareSpent")];

    /// <param name="facts">Of a launch, as JSON.</param>
    public static void AddRoles(JsonObject facts)
    {
        var budget = facts["registers"]?.AsArray().FirstOrDefault(r => (string?)r!["key"] == "budget");
        foreach (var column in budget?["columns"]?.AsArray() ?? [])
        {
            if (Array.Find(_columns, c => c.Key == (string?)column!["key"] && c.Kind == (string?)column["kind"]).Role
                is { } role)
            {
                column!["budgetRole"] = role;
            }
        }
    }
}
