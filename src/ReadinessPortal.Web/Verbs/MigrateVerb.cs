namespace ReadinessPortal.Web.Verbs;

/// <summary>Brings the database up to date without serving.</summary>
internal sealed class MigrateVerb : Verb
{
    public override string Name => "migrate";

    public override string Usage => "";

    public override string Purpose => "bring the database up to date, and load the demo where it is wanted";

    protected override async Task<int> RunAsync(Arguments arguments, CancellationToken ct)
    {
        arguments.Done();
        Progress("migrating");
        await using var portal = await PreparedAsync(ct);
        Console.WriteLine("The database is up to date.");
        return Fine;
    }
}
