using ReadinessPortal.Application;
using ReadinessPortal.Application.Launches;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Application.Tokens;
using ReadinessPortal.Domain.Figures;
using ReadinessPortal.Domain.Tokens;
using ReadinessPortal.Web.Starting;

namespace ReadinessPortal.Web.Verbs;

/// <summary>Makes, lists and revokes the tokens by which pipelines come to a launch.</summary>
internal sealed class TokenVerb : Verb
{
    /// <inheritdoc/>
    public override string Name => "token";

    /// <inheritdoc/>
    public override string Usage =>
        "create --launch KEY --name N --scope SCOPE [--category C]... [--days N] | list --launch KEY | "
        + "revoke --launch KEY --name N";

    /// <inheritdoc/>
    public override string Purpose =>
        "create prints a token for a pipeline, once and alone on standard output; SCOPE is one of "
        + $"{TokenScopes.Words}; list and revoke look after what there is";

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(Arguments arguments, CancellationToken ct)
    {
        var (launch, name, word) =
            (arguments.Value("--launch"), arguments.Value("--name"), arguments.Value("--scope"));
        var categories = arguments.Values("--category");
        var days = arguments.Number("--days", 1, ApiToken.MostDays);
        var act = arguments.Next("create, list or revoke");
        arguments.Done();
        if (act is not ("create" or "list" or "revoke"))
        {
            throw arguments.Wrong($"'{act}' is nothing to do with a token: write create, list or revoke.");
        }

        var key = launch ?? throw arguments.Wrong("--launch is missing.");
        if (act != "create" && (word is not null || days is not null || categories.Count > 0))
        {
            throw arguments.Wrong("--scope, --category and --days go with create.");
        }

        var called = act == "list" ? "" : name ?? throw arguments.Wrong("--name is missing.");
        var scope = act != "create" ? default : TokenScopes.Read(word)
            ?? throw arguments.Wrong(word is null
                ? $"--scope is missing: give one of {TokenScopes.Words}."
                : $"--scope is '{word}': give one of {TokenScopes.Words}.");
        await using var portal = await PreparedAsync(ct);
        await (act switch
        {
            "list" => ListAsync(portal, key, ct),
            "revoke" => RevokeAsync(portal, key, called, ct),
            _ => CreateAsync(portal, key, new(called, scope, [.. categories], days ?? ApiToken.UsualDays), ct),
        });
        return Fine;
    }

    private static async Task CreateAsync(PortalApp portal, string key, NewToken wanted, CancellationToken ct)
    {
        var secret = TokenSecret.New();
        Must(await portal.Services.GetRequiredService<CreateToken>()
            .RunAsync(key, wanted, TokenSecret.Hash(secret), Viewer.System, ct));
        Progress($"token {wanted.Name} of {key}, {wanted.Scope.Word()}, for {wanted.Days} days; it is shown this once");
        Console.WriteLine(secret);
    }

    private static async Task ListAsync(PortalApp portal, string key, CancellationToken ct)
    {
        var all = await portal.Services.GetRequiredService<ListTokens>().RunAsync(key, Viewer.System, ct)
            ?? throw new UsageException(new NoSuchLaunch(key).Text);
        foreach (var token in all)
        {
            var categories = token.Categories.IsEmpty ? "" : $" ({string.Join(", ", token.Categories)})";
            Console.WriteLine($"{token.Name}\t{token.Scope.Word()}{categories}\texpires {Day(token.ExpiresAt)}\t"
                + (token.LastUsedAt is { } used ? $"last used {Day(used)}" : "never used"));
        }
    }

    private static async Task RevokeAsync(PortalApp portal, string key, string name, CancellationToken ct)
    {
        Must(await portal.Services.GetRequiredService<RevokeToken>().RunAsync(key, name, Viewer.System, ct));
        Console.WriteLine($"token {name} of {key} is revoked.");
    }

    private static string Day(DateTimeOffset at) => Format.Day(DateOnly.FromDateTime(at.UtcDateTime));

    private static void Must(Outcome outcome)
    {
        if (outcome is Outcome.Refused { Refusal: var refusal })
        {
            throw new UsageException(refusal.Text);
        }
    }
}
