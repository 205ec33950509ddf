namespace ReadinessPortal.Web.Registers;

/// <summary>What one person did to registers on their open page, for as long as its circuit lives.</summary>
public sealed class SessionActs(ILogger<SessionActs> log)
{
    private readonly Dictionary<(string Launch, string Register), RegisterActs> _acts = [];

    public RegisterActs Of(string launch, string register)
    {
        if (!_acts.TryGetValue((launch, register), out var acts))
        {
            _acts[(launch, register)] = acts = new(log);
        }

        return acts;
    }
}
