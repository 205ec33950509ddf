using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ReadinessPortal.Application.Seals;

namespace ReadinessPortal.IntegrationTests.Fixtures;

/// <summary>A timestamp authority over HTTP whose answers openssl makes, with a certificate that leads to one of its
/// own.</summary>
public sealed class TestTimestampAuthority : IAsyncDisposable
{
    private const string Configuration = """
        [tsa]
        default_tsa = here
        [here]
        serial = serial
        default_policy = 1.3.6.1.4.1.99999.1
        digests = sha256
        signer_digest = sha256
        ess_cert_id_alg = sha256
        accuracy = secs:1
        tsa_name = yes
        """;

    // Critical, as RFC 3161 asks for.
    private static readonly X509EnhancedKeyUsageExtension _stampsTimes =
        new([new Oid("1.3.6.1.5.5.7.3.8")], critical: true);

    private readonly WebApplication _web;
    private readonly string _folder = Directory.CreateTempSubdirectory("timestamps-").FullName;
    private readonly SemaphoreSlim _turn = new(1);
    private int _asked;

    private TestTimestampAuthority(WebApplication web) => _web = web;

    public Uri Address => new(_web.Urls.First() + "/tsa");

    /// <summary>PEM file with the certificate that its own leads to.</summary>
    public string CertificatesFile => Path.Combine(_folder, "root.pem");

    public TimestampTerms Terms
    {
        get
        {
            var trusted = new X509Certificate2Collection();
            trusted.ImportFromPemFile(CertificatesFile);
            return new(Address, trusted);
        }
    }

    /// <summary>What it answers in place of a timestamp; null where it gives one.</summary>
    public Func<HttpContext, byte[], Task<byte[]>>? Instead { get; set; }

    /// <summary>How often.</summary>
    public int Asked => Volatile.Read(ref _asked);

    public static async Task<TestTimestampAuthority> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var authority = new TestTimestampAuthority(builder.Build());
        authority.WriteKeys();
        authority._web.MapPost("/tsa", (Delegate)authority.AnswerAsync);
        await authority._web.StartAsync();
        return authority;
    }

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        _turn.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A timestamp response of RFC 3161 to this request.</summary>
    public async Task<byte[]> StampAsync(byte[] request)
    {
        await _turn.WaitAsync();
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(_folder, "request.tsq"), request);
            using var openssl = Process.Start(new ProcessStartInfo("openssl",
            [
                "ts", "-reply", "-config", "tsa.cnf", "-queryfile", "request.tsq", "-signer", "tsa.pem", "-inkey",
                "tsa.key", "-chain", "root.pem", "-out", "answer.tsr",
            ])
            { WorkingDirectory = _folder, RedirectStandardError = true })!;
            var said = await openssl.StandardError.ReadToEndAsync();
            await openssl.WaitForExitAsync();
            return openssl.ExitCode == 0 ? await File.ReadAllBytesAsync(Path.Combine(_folder, "answer.tsr"))
                : throw new InvalidOperationException(said);
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<IResult> AnswerAsync(HttpContext http)
    {
        Interlocked.Increment(ref _asked);
        using var request = new MemoryStream();
        await http.Request.Body.CopyToAsync(request);
        var answer = await (Instead?.Invoke(http, request.ToArray()) ?? StampAsync(request.ToArray()));
        return Results.Bytes(answer, "application/timestamp-reply");
    }

    private void WriteKeys()
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var asRoot = new CertificateRequest("CN=Test root", rootKey, HashAlgorithmName.SHA256);
        asRoot.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var (from, until) = (DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        using var root = asRoot.CreateSelfSigned(from, until);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var asAuthority = new CertificateRequest("CN=Test timestamps", key, HashAlgorithmName.SHA256);
        asAuthority.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        asAuthority.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        asAuthority.CertificateExtensions.Add(_stampsTimes);
        using var authority = asAuthority.Create(root, from, until, [1, 2, 3]);
        Write("root.pem", root.ExportCertificatePem());
        Write("tsa.pem", authority.ExportCertificatePem());
        Write("tsa.key", key.ExportPkcs8PrivateKeyPem());
        Write("serial", "01");
        Write("tsa.cnf", Configuration);
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text + "\n");
}
