namespace ReadinessPortal.Web.Facts;

/// <summary>What the menu of a fact does with it.</summary>
public enum FactAct
{
    Edit,
    MoveUp,
    MoveDown,
    Archive,
}

/// <summary>The one fact of a table that is being worked on in a row of its own, and how.</summary>
/// <param name="Fact">Its path.</param>
public sealed record OpenFact(string Fact, FactAct Act);
