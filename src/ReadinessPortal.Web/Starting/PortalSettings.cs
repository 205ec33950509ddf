using System.Net;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Web.Mails;
using ReadinessPortal.Web.SingleSignOn;

namespace ReadinessPortal.Web.Starting;

/// <summary>The portal's settings, read once and known to be good.</summary>
public sealed record PortalSettings
{
    public const int StandardHashIterations = 100_000;

    /// <summary>Characters of a token that nobody guesses.</summary>
    private const int LeastToken = 32;

    public required string Portal { get; init; }

    public required string PortalOwner { get; init; }

    public required int Instances { get; init; }

    public required string SpoolFolder { get; init; }

    public required EvidenceLimits Evidence { get; init; }

    public Uri? PublicUrl { get; init; }

    public IPNetwork? TrustedProxy { get; init; }

    /// <summary>Whoever has a report or a package may check it without an account.</summary>
    public bool IsVerificationPublic { get; init; }

    /// <summary>Null where no mail is sent.</summary>
    public MailSettings? Mail { get; init; }

    /// <summary>Whoever has it may read what is measured; null where nobody may.</summary>
    public string? MetricsToken { get; init; }

    public required bool Demo { get; init; }

    public string? CertificatePath { get; init; }

    public string? CertificatePassword { get; init; }

    /// <summary>Reads keys that were encrypted with a certificate that is not used any more.</summary>
    public string? FormerCertificatePath { get; init; }

    public string? FormerCertificatePassword { get; init; }

    /// <summary>Whether servers of this machine and of private networks are asked.</summary>
    public bool AllowPrivateNetworks { get; init; }

    /// <summary>PEM file with the private key that seals signatures; null where one is made for Development.</summary>
    public string? SealingKeyFile { get; init; }

    public string? SealingKeyPassword { get; init; }

    /// <summary>Vouches for the times of seals; null where none does.</summary>
    public Uri? TimestampAuthority { get; init; }

    /// <summary>PEM file with the certificates that its own leads to.</summary>
    public string? TimestampCertificates { get; init; }

    public required int SignInsPerMinute { get; init; }

    public required int HashIterations { get; init; }

    /// <summary>Identity providers that people come in by.</summary>
    public SingleSignOnSettings SingleSignOn { get; init; } = SingleSignOnSettings.None;

    /// <summary>The address of something on this portal, for people elsewhere.</summary>
    /// <param name="path">Begins with a slash.</param>
    /// <param name="otherwise">Where this portal is reached if <see cref="PublicUrl"/> does not say.</param>
    public string Absolute(string path, string? otherwise = null) =>
        new Uri(PublicUrl ?? new Uri(otherwise ?? $"http://localhost:{Verbs.RunVerb.StandardPort}"), path).ToString();

    /// <exception cref="SettingsException">Something is missing, misspelt or not allowed here.</exception>
    public static PortalSettings Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var reader = new SettingsReader(configuration);
        reader.RefuseUnknown();
        reader.RefuseMissing(environment);

        var settings = new PortalSettings
        {
            Portal = reader.Text("ConnectionStrings:Portal") ?? "",
            PortalOwner = reader.Text("ConnectionStrings:PortalOwner") ?? "",
            Instances = (int)reader.Number("Database:Instances", 1, 1, 100),
            SpoolFolder = reader.Text("Evidence:SpoolFolder") ?? Path.GetTempPath(),
            Evidence = new(reader.Number(
                "Evidence:MaximumBytes", EvidenceLimits.StandardFileBytes, 1, EvidenceLimits.MostFileBytes))
            {
                MaxLaunchBytes = reader.Number(
                    "Evidence:MaxLaunchBytes", EvidenceLimits.StandardLaunchBytes, 1, EvidenceLimits.MostLaunchBytes),
                UploadsAtOnce = (int)reader.Number(
                    "Evidence:UploadsAtOnce", EvidenceLimits.StandardUploads, 1, EvidenceLimits.MostUploads),
                MinBytesPerSecond = (int)reader.Number(
                    "Evidence:MinBytesPerSecond", EvidenceLimits.StandardBytesPerSecond, 1, 1 << 20),
                Longest = TimeSpan.FromMinutes(
                    reader.Number("Evidence:LongestMinutes", EvidenceLimits.StandardMinutes, 1, 24 * 60)),
            },
            PublicUrl = reader.Url("Portal:PublicUrl"),
            TrustedProxy = reader.Network("Portal:TrustedProxy"),
            IsVerificationPublic = reader.Flag("Portal:PublicVerification", false),
            Mail = MailReading.Of(reader.Text, reader.Problem),
            MetricsToken = reader.Secret("Metrics:Token", LeastToken),
            Demo = reader.Flag("Demo:Enabled", environment.IsDevelopment()),
            CertificatePath = reader.ExistingFile("DataProtection:CertificatePath"),
            CertificatePassword = reader.Text("DataProtection:CertificatePassword"),
            FormerCertificatePath = reader.ExistingFile("DataProtection:FormerCertificatePath"),
            FormerCertificatePassword = reader.Text("DataProtection:FormerCertificatePassword"),
            AllowPrivateNetworks = reader.Flag("Outgoing:AllowPrivateNetworks", environment.IsDevelopment()),
            SealingKeyFile = reader.ExistingFile("Signing:KeyFile"),
            SealingKeyPassword = reader.Text("Signing:KeyPassword"),
            TimestampAuthority = reader.Address("Signing:TimestampAuthority"),
            TimestampCertificates = reader.ExistingFile("Signing:TimestampCertificates"),
            SignInsPerMinute = (int)reader.Number("Identity:SignInsPerMinute", 20, 1, 1_000_000),
            HashIterations = (int)reader.Number(
                "Identity:HashIterations", StandardHashIterations,
                environment.IsProduction() ? StandardHashIterations : 1, 10_000_000),
            SingleSignOn = ProviderReading.Of(
                configuration, reader.Flag("Identity:SingleSignOnOnly", false), reader.Problem,
                environment.IsProduction()),
        };

        if (settings.Demo && !environment.IsDevelopment())
        {
            reader.Problem("Demo:Enabled is true, and the demo is for Development only: remove it.");
        }

        if (environment.IsProduction() && settings.PublicUrl is { Scheme: not "https" })
        {
            reader.Problem("Portal:PublicUrl has to begin with https:// in Production.");
        }

        if (settings is { TimestampAuthority: not null, TimestampCertificates: null })
        {
            reader.Problem("Signing:TimestampAuthority is set, and Signing:TimestampCertificates is not: name the PEM "
                + "file with the certificates that the authority's own leads to.");
        }

        if (!Directory.Exists(settings.SpoolFolder))
        {
            reader.Problem($"Evidence:SpoolFolder names '{settings.SpoolFolder}', which is not a folder: create it.");
        }

        reader.ThrowIfAny();
        return settings;
    }

    /// <summary>The demo has well-known passwords: nobody but this machine may reach it.</summary>
    /// <exception cref="SettingsException">One of the addresses is not a loopback address.</exception>
    public void RefuseDemoBeyondLoopback(IEnumerable<string> addresses)
    {
        var open = Demo ? addresses.FirstOrDefault(a => !IsLoopback(a)) : null;
        if (open is not null)
        {
            throw new SettingsException([$"The demo may only listen on a loopback address, not on {open}: "
                + "listen on http://localhost, or set Demo:Enabled to false."]);
        }
    }

    private static bool IsLoopback(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback;
}
