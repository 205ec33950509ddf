using ReadinessPortal.Application.Mails;

namespace ReadinessPortal.Web.Mails;

internal static class MailSetup
{
    /// <param name="settings">Null sends nothing: what would be sent is kept.</param>
    public static void AddPortalMail(this IServiceCollection services, MailSettings? settings)
    {
        services.AddSingleton(new MailTerms(IsSent: settings is not null));
        services.AddSingleton<MailAddresses>();
        services.AddSingleton<LetterWriter>();
        services.AddSingleton<AccountLetters>();
        if (settings is not null)
        {
            services.AddSingleton(settings);
            services.AddSingleton<MailSender>();
            services.AddHostedService(s => s.GetRequiredService<MailSender>());
        }
    }
}
