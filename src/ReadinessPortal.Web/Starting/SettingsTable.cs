using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ReadinessPortal.Web.Starting;

/// <summary>When a setting has to be given.</summary>
public enum SettingNeed { Never, InProduction, Always }

/// <summary>One setting of the portal, as configuration knows it.</summary>
/// <param name="Key">With colons; as an environment variable each colon is two underscores.</param>
/// <param name="Default">As shown in the README; null when there is none.</param>
/// <param name="Secret">Never logged, never printed.</param>
public sealed record Setting(string Key, string Meaning, string? Default, SettingNeed Need, bool Secret = false)
{
    public string Variable => Key.Replace(":", "__", StringComparison.Ordinal);
}

/// <summary>
/// Every setting there is: the portal's start, its README and its compose file are held to this table.
/// </summary>
public static partial class SettingsTable
{
    public static ImmutableArray<Setting> All { get; } =
    [
        new("ConnectionStrings:Portal", "PostgreSQL, as the role that the portal works with", null,
            SettingNeed.Always, Secret: true),
        new("ConnectionStrings:PortalOwner", "PostgreSQL, as the role that owns the schema; used to migrate", null,
            SettingNeed.Always, Secret: true),
        new("Database:Instances", "Portals that share the database server: each takes its part of the connections", "1",
            SettingNeed.Never),
        new("Evidence:SpoolFolder", "Folder on a real disk where uploads are received before they are stored",
            "the system's folder for temporary files", SettingNeed.InProduction),
        new("Evidence:MaximumBytes", "Largest evidence file that is accepted, in bytes", "262144000",
            SettingNeed.Never),
        new("Evidence:MaxLaunchBytes", "Evidence files that one launch may hold, in bytes together", "10737418240",
            SettingNeed.Never),
        new("Evidence:UploadsAtOnce", "Uploads that are received at once; three of eight are one person's at most", "8",
            SettingNeed.Never),
        new("Evidence:MinBytesPerSecond", "An upload that brings fewer bytes a second, over fifteen seconds, is ended",
            "4096", SettingNeed.Never),
        new("Evidence:LongestMinutes", "Minutes that one upload may take", "30", SettingNeed.Never),
        new("Portal:PublicUrl", "Address that people open, for example https://readiness.example.org",
            "the address it listens on", SettingNeed.InProduction),
        new("Portal:TrustedProxy", "Address or network (10.0.0.0/8) of the proxy whose X-Forwarded-For is believed",
            "none is believed", SettingNeed.Never),
        new("Portal:PublicVerification",
            "Whoever has a report or a package may check it on /verify without an account", "false",
            SettingNeed.Never),
        new("Mail:Smtp:Host", "Mail server; without one nothing is sent, and what would be is kept", "none",
            SettingNeed.Never),
        new("Mail:Smtp:Port", "Its port", "587; 465 for tls, 25 for none", SettingNeed.Never),
        new("Mail:Smtp:Security", "How it is spoken to: starttls, tls, or none", "starttls", SettingNeed.Never),
        new("Mail:Smtp:User", "Name to sign in with there", "none: it is not signed in", SettingNeed.Never),
        new("Mail:Smtp:Password", "Password of that name", null, SettingNeed.Never, Secret: true),
        new("Mail:From", "Address that mails come from, such as readiness@example.org", null, SettingNeed.Never),
        new("Metrics:Token", "Bearer token of 32 characters or more by which Prometheus reads /metrics",
            "none: there is no such address", SettingNeed.Never, Secret: true),
        new("Demo:Enabled", "Loads the demo launch and its personas; in Development and on a loopback address only",
            "true in Development", SettingNeed.Never),
        new("DataProtection:CertificatePath", "PKCS #12 file that encrypts the keys which protect cookies and forms",
            null, SettingNeed.InProduction),
        new("DataProtection:CertificatePassword", "Password of that file", null, SettingNeed.InProduction,
            Secret: true),
        new("DataProtection:FormerCertificatePath",
            "PKCS #12 file that these keys were encrypted with before, while some of them still are", null,
            SettingNeed.Never),
        new("DataProtection:FormerCertificatePassword", "Password of that file", null, SettingNeed.Never,
            Secret: true),
        new("Outgoing:AllowPrivateNetworks",
            "Identity providers and timestamp authorities may be on this machine or in a private network",
            "true in Development", SettingNeed.Never),
        new("Signing:KeyFile",
            "PEM file with the private key, ECDSA on P-256, that seals signatures (openssl genpkey -algorithm EC "
            + "-pkeyopt ec_paramgen_curve:P-256)",
            null, SettingNeed.InProduction),
        new("Signing:KeyPassword", "Password of that file, where it is encrypted", null, SettingNeed.Never,
            Secret: true),
        new("Signing:TimestampAuthority",
            "Address of an authority (RFC 3161) that is asked to vouch for when each seal was made",
            "nobody is asked", SettingNeed.Never),
        new("Signing:TimestampCertificates",
            "PEM file with the certificates that its own leads to, and those of authorities asked before", "none",
            SettingNeed.Never),
        new("Identity:SignInsPerMinute",
            "Attempts to sign in that one address may make in a minute, and forms to sign apart from them", "20",
            SettingNeed.Never),
        new("Identity:HashIterations", "Rounds of PBKDF2 for passwords; fewer than the default only outside Production",
            "100000", SettingNeed.Never),
        new("Identity:Providers:0:Key",
            "Short name of an identity provider, in addresses and for good: a-z, 0-9, -; 1:Key is of the next one",
            null, SettingNeed.Never),
        new("Identity:Providers:0:Title", "Its name as people know it", null, SettingNeed.Never),
        new("Identity:Providers:0:Authority", "Its address, under which /.well-known/openid-configuration lies", null,
            SettingNeed.Never),
        new("Identity:Providers:0:ClientId", "Name by which it knows this portal", null, SettingNeed.Never),
        new("Identity:Providers:0:ClientSecret", "Secret that goes with it", null, SettingNeed.Never, Secret: true),
        new("Identity:Providers:0:Scopes", "What it is asked for", "openid profile email", SettingNeed.Never),
        new("Identity:Providers:0:NameClaim", "Claim with the name that signatures show", "name", SettingNeed.Never),
        new("Identity:Providers:0:UserNameClaim", "Claim with the user name of an account made at the first entry",
            "preferred_username", SettingNeed.Never),
        new("Identity:Providers:0:EnterClaim", "Claim that says who may enter", "whoever it lets in may",
            SettingNeed.Never),
        new("Identity:Providers:0:EnterValues:0", "A value that opens the portal; 1 is the next one", null,
            SettingNeed.Never),
        new("Identity:Providers:0:AdministratorClaim", "Claim that says who administers the portal", "nobody by it",
            SettingNeed.Never),
        new("Identity:Providers:0:AdministratorValues:0", "A value that makes an administrator; 1 is the next one",
            null, SettingNeed.Never),
        new("Identity:Providers:0:Parts:0:Claim", "Claim that gives a part in launches; Parts:1 is the next one",
            "parts are given by launch managers", SettingNeed.Never),
        new("Identity:Providers:0:Parts:0:Value", "Value of it that gives the part", null, SettingNeed.Never),
        new("Identity:Providers:0:Parts:0:Launch", "Key of the launch, or * for every launch", null,
            SettingNeed.Never),
        new("Identity:Providers:0:Parts:0:Part", "viewer, contributor, auditor, lead, executive or manager", null,
            SettingNeed.Never),
        new("Identity:SingleSignOnOnly", "Nobody comes in but by an identity provider", "false", SettingNeed.Never),
    ];

    /// <summary>The key of the table that says what one of a list is: the table has the first of each.</summary>
    public static string First(string key) => Index().Replace(key, ":0");

    /// <summary>First parts of our keys; everything below them has to be in the table.</summary>
    public static ImmutableArray<string> Sections { get; } =
        [.. All.Select(s => s.Key[..s.Key.IndexOf(':', StringComparison.Ordinal)]).Distinct()];

    [GeneratedRegex(@":\d{1,2}(?=:|\z)")]
    private static partial Regex Index();
}
