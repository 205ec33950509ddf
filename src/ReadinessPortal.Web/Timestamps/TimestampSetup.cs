using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ReadinessPortal.Application.Seals;
using ReadinessPortal.Web.Outgoing;
using ReadinessPortal.Web.Starting;

namespace ReadinessPortal.Web.Timestamps;

internal static class TimestampSetup
{
    public static void AddTimestamps(this IServiceCollection services, PortalSettings settings)
    {
        services.AddSingleton(Terms(settings));
        services.AddSingleton(s => new TimestampAuthority(
            Client(s.GetRequiredService<OutgoingRequests>(), settings.TimestampAuthority?.Host),
            s.GetRequiredService<TimestampTerms>()));
        services.AddSingleton<StampSeals>();
        services.AddHostedService(s => s.GetRequiredService<StampSeals>());
    }

    internal static HttpClient Client(OutgoingRequests requests, string? host) =>
        requests.Client(TimestampAuthority.Patience, TimestampAuthority.LargestAnswer, host);

    private static TimestampTerms Terms(PortalSettings settings)
    {
        var trusted = new X509Certificate2Collection();
        if (settings.TimestampCertificates is { } file)
        {
            try
            {
                trusted.ImportFromPemFile(file);
            }
            catch (Exception problem) when (problem is CryptographicException or IOException
                or UnauthorizedAccessException)
            {
                throw new SettingsException(
                    [$"Signing:TimestampCertificates names '{file}', which cannot be read ({problem.Message})."]);
            }

            if (trusted.Count == 0)
            {
                throw new SettingsException(
                    [$"Signing:TimestampCertificates names '{file}', which has no certificate in PEM."]);
            }
        }

        return new(settings.TimestampAuthority, trusted);
    }
}
