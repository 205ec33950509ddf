namespace ReadinessPortal.Pdf.Typesetting;

/// <summary>Characters from the first to the last, both included.</summary>
internal readonly record struct CharacterRange(uint First, uint Last)
{
    public bool Holds(uint character) => character >= First && character <= Last;
}
