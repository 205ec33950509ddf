using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.IntegrationTests.Starting;

/// <summary>The keys that protect cookies are encrypted with a certificate, and another one may follow it.</summary>
public sealed class ProtectingTheKeys : IDisposable
{
    private const string Password = "of-the-certificate";

    private readonly string _folder = Directory.CreateTempSubdirectory("certificates-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_session_lasts_over_a_change_of_certificate_and_not_without_the_former_one()
    {
        var (first, second) = (Certificate("first"), Certificate("second"));
        await using var portal = await DemoPortal.StartAsync(Of(first));
        var cookies = new CookieContainer();
        using var before = await portal.SignedInAsync("cfo", cookies);
        var keys = $"{await portal.ScalarAsync("select string_agg(xml, '') from identity.data_protection_keys")}";
        keys.Should().Contain("EncryptedData").And.NotContain("<value>");

        var renewed = Of(second);
        renewed["DataProtection:FormerCertificatePath"] = first;
        renewed["DataProtection:FormerCertificatePassword"] = Password;
        (await OpensAsync(portal, Of(first), cookies)).Should().BeTrue();
        (await OpensAsync(portal, renewed, cookies)).Should().BeTrue();
        (await OpensAsync(portal, Of(second), cookies)).Should().BeFalse();
    }

    private static async Task<bool> OpensAsync(
        DemoPortal portal, Dictionary<string, string?> settings, CookieContainer cookies)
    {
        await using var another = await portal.AnotherInstanceAsync(
            settings.Where(s => s.Value is not null).ToDictionary());
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(another.Addresses.First()),
        };
        client.DefaultRequestHeaders.Add("Cookie", cookies.GetCookieHeader(portal.Address));
        using var answer = await client.GetAsync(new Uri("/work", UriKind.Relative));
        return answer.StatusCode == HttpStatusCode.OK;
    }

    private static Dictionary<string, string?> Of(string certificate) => new()
    {
        ["DataProtection:CertificatePath"] = certificate, ["DataProtection:CertificatePassword"] = Password,
    };

    private string Certificate(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(
            $"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(
            DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        var path = Path.Combine(_folder, $"{name}.p12");
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx, Password));
        return path;
    }
}
