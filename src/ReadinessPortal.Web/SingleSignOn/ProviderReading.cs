using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReadinessPortal.Domain.Identity;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.Web.SingleSignOn;

/// <summary>Reads out of the settings by which identity providers people come in.</summary>
internal static partial class ProviderReading
{
    private const string Providers = "Identity:Providers";
    private const string Only = "Identity:SingleSignOnOnly";
    private const int MostOfTitle = 60;
    private const string EveryLaunch = "*";
    private const string PartExample =
        "a part is given by Claim, Value, Launch (its key, or * for every launch) and Part together";

    private static string PartNames =>
        string.Join(", ", Enum.GetNames<LaunchPart>()).ToLowerInvariant();

    /// <param name="problem">Told what is wrong with them, a sentence each.</param>
    /// <param name="isProduction">There, nothing is spoken in the clear.</param>
    public static SingleSignOnSettings Of(
        IConfiguration settings, bool isOnly, Action<string> problem, bool isProduction)
    {
        var given = Given(settings.GetSection(Providers)).ToList();
        ImmutableArray<IdentityProvider> providers =
            [.. given.Select(p => One(p, problem, isProduction)).OfType<IdentityProvider>()];
        foreach (var twice in providers.CountBy(p => p.Key).Where(n => n.Value > 1))
        {
            problem($"{Providers} has the key '{twice.Key}' twice: give each provider a key of its own.");
        }

        if (isOnly && given.Count == 0)
        {
            problem($"{Only} is true and no provider is set, so nobody could sign in: set {Providers}:0, or "
                + "remove it.");
        }

        return new(providers, isOnly);
    }

    // What is passed through without a value is not given.
    private static IEnumerable<IConfigurationSection> Given(IConfigurationSection list) =>
        list.GetChildren().Where(s => s.AsEnumerable().Any(pair => pair.Value is { Length: > 0 }));

    private static IdentityProvider? One(IConfigurationSection section, Action<string> problem, bool isProduction)
    {
        var isWrong = false;
        var key = Needed("Key", "a short name, such as example-id");
        if (key is not null && !KeyPattern().IsMatch(key))
        {
            Wrong($"{Name("Key")} is '{key}': give 1 to {ProviderRules.MostOfKey} of a-z, 0-9 and -.");
        }

        var title = Needed("Title", "the name that people know it by");
        if (title is { Length: > MostOfTitle } || title?.Any(char.IsControl) == true)
        {
            Wrong($"{Name("Title")} is too long or has a line break: give at most {MostOfTitle} characters.");
        }

        var authority = AuthorityOf(Needed("Authority", "its address, such as https://id.example.org"));
        var client = Needed("ClientId", "the name by which it knows this portal");
        var enter = ValuesOf("Enter");
        var administrator = ValuesOf("Administrator");
        ImmutableArray<PartByClaim> parts =
            [.. Given(section.GetSection("Parts")).Select(PartOf).OfType<PartByClaim>()];
        ImmutableArray<string> scopes = [.. (Text("Scopes") ?? "openid profile email")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        if (!scopes.Contains("openid"))
        {
            Wrong($"{Name("Scopes")} is '{section["Scopes"]}': openid has to be one of them.");
        }

        return isWrong ? null : new()
        {
            Key = key!,
            Title = title!,
            Authority = authority!,
            ClientId = client!,
            ClientSecret = Text("ClientSecret"),
            Scopes = scopes,
            NameClaim = Text("NameClaim") ?? "name",
            UserNameClaim = Text("UserNameClaim") ?? "preferred_username",
            Enter = enter,
            Administrator = administrator,
            Parts = parts,
        };

        string Name(string setting) => $"{section.Path}:{setting}";

        string? Text(string setting) => section[setting] is { Length: > 0 } text ? text : null;

        string? Needed(string setting, string what)
        {
            if (Text(setting) is { } text)
            {
                return text;
            }

            Wrong($"{Name(setting)} is not set: give {what}.");
            return null;
        }

        void Wrong(string what)
        {
            isWrong = true;
            problem(what);
        }

        Uri? AuthorityOf(string? text)
        {
            if (text is null)
            {
                return null;
            }

            if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Query: "", Fragment: "" }
                && (uri.Scheme == "https" || (uri.Scheme == "http" && uri.IsLoopback && !isProduction)))
            {
                return uri;
            }

            Wrong($"{Name("Authority")} is '{text}': give an address that begins with https:// and has no query"
                + (isProduction ? "." : "; http:// only on this machine."));
            return null;
        }

        PartByClaim? PartOf(IConfigurationSection given)
        {
            string? Of(string setting)
            {
                if (given[setting] is { Length: > 0 } text)
                {
                    return text;
                }

                Wrong($"{given.Path}:{setting} is not set: {PartExample}.");
                return null;
            }

            var (claim, value, launch, word) = (Of("Claim"), Of("Value"), Of("Launch"), Of("Part"));
            var isPart = Enum.TryParse<LaunchPart>(word, ignoreCase: true, out var part) && Enum.IsDefined(part)
                && word!.All(char.IsLetter);
            if (word is not null && !isPart)
            {
                Wrong($"{given.Path}:Part is '{word}': give one of {PartNames}.");
            }

            if (launch is not (null or EveryLaunch) && !LaunchKeyPattern().IsMatch(launch))
            {
                Wrong($"{given.Path}:Launch is '{launch}': give the key of a launch, such as GA-2025-001, or * for "
                    + "every launch.");
                return null;
            }

            return claim is null || value is null || launch is null || !isPart ? null
                : new(claim, value, new(launch == EveryLaunch ? null : launch, part));
        }

        ClaimValues ValuesOf(string what)
        {
            var claim = Text($"{what}Claim");
            ImmutableArray<string> values = [.. section.GetSection($"{what}Values").GetChildren()
                .Select(v => v.Value).OfType<string>().Where(v => v.Length > 0)];
            if (claim is null != values.IsEmpty)
            {
                Wrong($"{Name(claim is null ? $"{what}Claim" : $"{what}Values:0")} is not set: a claim and its values "
                    + "go together.");
            }

            return new(claim, values);
        }
    }

    [GeneratedRegex(@"\A[A-Z0-9][A-Z0-9-]*\z")]
    private static partial Regex LaunchKeyPattern();

    [GeneratedRegex(@"\A[a-z0-9-]{1,40}\z")]
    private static partial Regex KeyPattern();
}
