using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using ReadinessPortal.Web.Starting;

namespace ReadinessPortal.Web.Identity;

/// <summary>
/// Looks whether a password is somebody's. The work is the same whoever is asked for, nobody too: how long an answer
/// takes tells neither which names exist nor which are locked.
/// </summary>
internal sealed class Passwords(IPasswordHasher<PortalUser> hasher, PortalSettings settings)
{
    private static readonly PortalUser _nobody = new() { Name = "" };

    private readonly string _hashOfNobody = HashOfNobody(settings.HashIterations);

    /// <param name="user">Null where the name is nobody's, or where the password is not to be looked at.</param>
    public PasswordVerificationResult Verify(PortalUser? user, string password) =>
        user is { PasswordHash: { } hash }
            ? hasher.VerifyHashedPassword(user, hash, password)
            : Never(hasher.VerifyHashedPassword(_nobody, _hashOfNobody, password));

    private static PasswordVerificationResult Never(PasswordVerificationResult _) => PasswordVerificationResult.Failed;

    // As ASP.NET Core Identity writes one (version 3, HMAC-SHA512), of a key that no password was made into.
    private static string HashOfNobody(int iterations)
    {
        const int head = 13, salt = 16, key = 32, sha512 = 2;
        var hash = RandomNumberGenerator.GetBytes(head + salt + key);
        hash[0] = 1;
        BinaryPrimitives.WriteInt32BigEndian(hash.AsSpan(1), sha512);
        BinaryPrimitives.WriteInt32BigEndian(hash.AsSpan(5), iterations);
        BinaryPrimitives.WriteInt32BigEndian(hash.AsSpan(9), salt);
        return Convert.ToBase64String(hash);
    }
}
