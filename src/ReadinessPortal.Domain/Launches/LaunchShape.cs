using ReadinessPortal.Domain.Criteria;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Gates;
using ReadinessPortal.Domain.Registers;
using ReadinessPortal.Domain.Scoring;
using ReadinessPortal.Domain.SignOffs;

namespace ReadinessPortal.Domain.Launches;

/// <summary>
/// What another launch can begin with: what has to be shown, and none of what was shown, by whom, or how it went.
/// </summary>
public static class LaunchShape
{
    /// <summary>
    /// Roles, categories with weights and leads, criteria with metrics, targets and commands, gates with what they
    /// stand on, registers' columns, figures. No evidence, claims, scores, results, people, drills, rows or texts.
    /// </summary>
    public static LaunchFacts Of(LaunchFacts facts, Launch launch) => new()
    {
        Launch = launch,
        Roles = [.. facts.Roles.Select(Of)],
        Categories = [.. facts.Categories.Select(Of)],
        Criteria = [.. facts.Criteria.Select(Of)],
        Gates = [.. facts.Gates.Select(Of)],
        Registers = [.. facts.Registers.Select(Of)],
        Figures = [.. facts.Figures.Select(Of)],
    };

    private static Role Of(Role role) => new()
    {
        Key = role.Key, Title = role.Title, Kind = role.Kind, Accountable = role.Accountable, Meaning = role.Meaning,
    };

    private static Category Of(Category category) => new()
    {
        Key = category.Key, Title = category.Title, Weight = category.Weight, Lead = category.Lead,
    };

    private static Criterion Of(Criterion criterion) => new()
    {
        Key = criterion.Key,
        Title = criterion.Title,
        Category = criterion.Category,
        Owner = criterion.Owner,
        Measurements = [.. criterion.Measurements.Select(Of)],
        Validations = [.. criterion.Validations.Select(Of)],
    };

    private static Measurement Of(Measurement measurement) => new()
    {
        Key = measurement.Key,
        Metric = measurement.Metric,
        Reading = measurement.Reading,
        Slot = measurement.Slot,
        Statistic = measurement.Statistic,
        Window = measurement.Window,
        Scope = measurement.Scope,
        Comparator = measurement.Comparator,
        Target = measurement.Target,
        UpperTarget = measurement.UpperTarget,
        WarnsFrom = measurement.WarnsFrom,
        Implied = measurement.Implied,
    };

    private static Validation Of(Validation validation) => new()
    {
        Key = validation.Key,
        Title = validation.Title,
        Command = validation.Command,
        Language = validation.Language,
        Expectation = validation.Expectation,
        Expects = validation.Expects,
    };

    private static Gate Of(Gate gate) =>
        new() { Key = gate.Key, Title = gate.Title, Kind = gate.Kind, Criteria = gate.Criteria };

    private static Register Of(Register register) => new()
    {
        Key = register.Key,
        Title = register.Title,
        Chapter = register.Chapter,
        Columns = [.. register.Columns.Select(Of)],
    };

    private static RegisterColumn Of(RegisterColumn column) => new()
    {
        Key = column.Key,
        Title = column.Title,
        Kind = column.Kind,
        Unit = column.Unit,
        Formula = column.Formula,
        Total = column.Total,
        TotalFormula = column.TotalFormula,
        Comparator = column.Comparator,
        Target = column.Target,
    };

    private static FigureDefinition Of(FigureDefinition figure) =>
        new() { Key = figure.Key, Title = figure.Title, Formula = figure.Formula, Unit = figure.Unit };
}
