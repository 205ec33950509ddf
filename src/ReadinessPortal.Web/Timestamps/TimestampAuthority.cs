using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using ReadinessPortal.Application.Seals;

namespace ReadinessPortal.Web.Timestamps;

/// <summary>Asks a timestamp authority (RFC 3161, section 3.4, over HTTP) to vouch for when something was there.
/// </summary>
internal sealed class TimestampAuthority(HttpClient client, TimestampTerms terms)
{
    /// <summary>How long one is waited for.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Largest answer that is read, in bytes: a token with its certificates takes about 6,000.</summary>
    public const int LargestAnswer = 64 << 10;

    private const int NonceBytes = 8;

    /// <summary>Whether there is one to ask.</summary>
    public bool IsAsked => terms.Authority is not null;

    /// <exception cref="TimestampException">It gave no token that is of these data and trusted.</exception>
    public async Task<TimestampToken> StampAsync(byte[] data, CancellationToken ct)
    {
        var authority = terms.Authority ?? throw new InvalidOperationException("No timestamp authority is configured.");
        var nonce = RandomNumberGenerator.GetBytes(NonceBytes);
        nonce[0] = (byte)(nonce[0] & 0x7f | 0x40); // a positive integer of this length in every encoding
        var request = Rfc3161TimestampRequest.CreateFromData(
            data, HashAlgorithmName.SHA256, nonce: nonce, requestSignerCertificates: true);
        try
        {
            using var content = new ByteArrayContent(request.Encode());
            content.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
            using var answer = await client.PostAsync(authority, content, ct);
            if (!answer.IsSuccessStatusCode)
            {
                throw new TimestampException($"it answered {(int)answer.StatusCode}");
            }

            var token = request.ProcessResponse(await answer.Content.ReadAsByteArrayAsync(ct), out _);
            return TimestampToken.Read(token.AsSignedCms().Encode(), data, terms);
        }
        catch (HttpRequestException problem)
        {
            throw new TimestampException($"it cannot be asked ({problem.Message})");
        }
        catch (CryptographicException problem)
        {
            throw new TimestampException($"it gave no timestamp ({problem.Message})");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new TimestampException($"it did not answer within {Patience.TotalSeconds:0} seconds");
        }
    }
}
