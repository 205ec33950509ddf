namespace ReadinessPortal.Web.Api;

/// <summary>Addresses of the API that pages link to.</summary>
public static class ApiLinks
{
    public static string Report(string launchKey, int? revision) =>
        $"/api/v1/launches/{Uri.EscapeDataString(launchKey)}/report.pdf"
        + (revision is { } number ? $"?revision={number}" : "");

    public static string Package(string launchKey) => $"/api/v1/launches/{Uri.EscapeDataString(launchKey)}/package.zip";
}
