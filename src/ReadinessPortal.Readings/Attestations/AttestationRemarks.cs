namespace ReadinessPortal.Readings.Attestations;

/// <summary>What is doubtful about signed documents, brought together so that a file with a thousand of them does not
/// give a thousand warnings.</summary>
public sealed class AttestationRemarks
{
    private const int MostNamed = 5;

    private static readonly (string Code, string Begin, string Advice)[] _words =
    [
        (WarningCodes.SignatureWrong, "A signature is wrong",
            "Do not rely on the file until it is known who wrote it."),
        (WarningCodes.SignatureUnchecked, "A signature was not checked",
            "Until it is, the file says only what whoever wrote it wanted it to say."),
        (WarningCodes.SignatureMissing, "There is no signature",
            "Anybody can have written this. Attach the signed envelope."),
        (WarningCodes.PayloadUnread, "What is signed is kept and not read",
            "Statements of in-toto (v0.1, v1) are read."),
        (WarningCodes.ListCut, "A list is longer than what is kept of it",
            $"The first {Attested.MostKept} are kept; all are counted."),
        (WarningCodes.NothingMeasured, "A statement names no subject",
            "It attests nothing. Check what was given to the tool."),
    ];

    private readonly Dictionary<string, List<string>> _said = [];

    /// <param name="code">One of <see cref="WarningCodes"/> that concern attestations.</param>
    /// <param name="what">Where, and what: "$.signatures[0] fits none of the trusted keys".</param>
    public void Add(string code, string what)
    {
        if (!_said.TryGetValue(code, out var said))
        {
            _said[code] = said = [];
        }

        said.Add(what);
    }

    internal void AddTo(ReadingCollector into)
    {
        foreach (var (code, begin, advice) in _words)
        {
            if (_said.TryGetValue(code, out var said))
            {
                var more = said.Count > MostNamed ? $"; and {said.Count - MostNamed} more" : "";
                into.Warn(code, $"{begin}: {string.Join("; ", said.Take(MostNamed))}{more}. {advice}");
            }
        }
    }
}
