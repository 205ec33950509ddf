using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ReadinessPortal.Readings.Attestations;

namespace ReadinessPortal.UnitTests.Readings.Attestations;

/// <summary>Somebody who issues certificates of ten minutes to whoever signs, as Sigstore does.</summary>
internal sealed class AnAuthority : IDisposable
{
    public static readonly DateTimeOffset Issued = new(2025, 11, 2, 10, 0, 0, TimeSpan.Zero);

    private const string CodeSigning = "1.3.6.1.5.5.7.3.3";
    private const string TlsServer = "1.3.6.1.5.5.7.3.1";

    private readonly ECDsa _rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP384);
    private readonly ECDsa _middleKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly Dictionary<bool, byte[]> _leaves = [];
    private readonly X509Certificate2 _root;
    private readonly X509Certificate2 _middle;

    public AnAuthority()
    {
        var root = Authority("CN=root", _rootKey, HashAlgorithmName.SHA384);
        _root = root.CreateSelfSigned(Issued.AddYears(-1), Issued.AddYears(9));
        using var middle = Authority("CN=middle", _middleKey, HashAlgorithmName.SHA256)
            .Create(_root, Issued.AddYears(-1), Issued.AddYears(5), [1]);
        _middle = middle.CopyWithPrivateKey(_middleKey);
    }

    public ECDsa SignerKey { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string RootPem => _root.ExportCertificatePem();

    /// <summary>The root, and what stands between it and leaves.</summary>
    public TrustedSigners Trusted => TrustedSigners.None.WithRoots($"{RootPem}\n{_middle.ExportCertificatePem()}");

    /// <summary>JSON of a bundle's material: the leaf alone, in the transparency log two minutes after it was issued.
    /// </summary>
    public string Leaf(int minutes = 2, bool forCode = true) => $$$"""
        {"certificate": {"rawBytes": "{{{Base64(forCode)}}}"}, {{{Logged(minutes)}}} }
        """;

    /// <summary>As version 0.1 has it: the leaf and what stands above it.</summary>
    public string Chain() => $$$"""
        {"x509CertificateChain": {"certificates": [{"rawBytes": "{{{Base64()}}}"},
          {"rawBytes": "{{{Convert.ToBase64String(_middle.RawData)}}}"}]}, {{{Logged(2)}}} }
        """;

    /// <summary>The leaf by itself; ECDSA would make another one each time.</summary>
    public byte[] Der(bool forCode = true) =>
        _leaves.TryGetValue(forCode, out var leaf) ? leaf : _leaves[forCode] = Issue(forCode);

    public string Unlogged() => $$$"""{"certificate": {"rawBytes": "{{{Base64()}}}"}}""";

    public string Stamped(string stamp) => $$$"""
        {"certificate": {"rawBytes": "{{{Base64()}}}"},
         "timestampVerificationData": {"rfc3161Timestamps": [{"signedTimestamp": "{{{stamp}}}"}]}}
        """;

    public void Dispose()
    {
        _root.Dispose();
        _middle.Dispose();
        _rootKey.Dispose();
        _middleKey.Dispose();
        SignerKey.Dispose();
    }

    private static string Logged(int minutes) =>
        $$$"""
        "tlogEntries": [{"integratedTime": "{{{Issued.AddMinutes(minutes).ToUnixTimeSeconds()}}}"}]
        """;

    private string Base64(bool forCode = true) => Convert.ToBase64String(Der(forCode));

    // Without a subject, and with whom it names as an address.
    private byte[] Issue(bool forCode)
    {
        var request = new CertificateRequest(new X500DistinguishedName(""), SignerKey, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddUri(new Uri("https://example.org/workflow"));
        request.CertificateExtensions.Add(names.Build(critical: true));
        request.CertificateExtensions.Add(
            new X509EnhancedKeyUsageExtension([new Oid(forCode ? CodeSigning : TlsServer)], critical: false));
        using var leaf = request.Create(_middle, Issued, Issued.AddMinutes(10), [2]);
        return leaf.RawData;
    }

    private static CertificateRequest Authority(string name, ECDsa key, HashAlgorithmName hash)
    {
        var request = new CertificateRequest(name, key, hash);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        return request;
    }
}
