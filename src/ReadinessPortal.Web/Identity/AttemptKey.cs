using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using ReadinessPortal.Domain.Identity;

namespace ReadinessPortal.Web.Identity;

/// <summary>
/// Whose attempts are counted together. What a stranger types is never stored: names and addresses fall into a million
/// places each, by a hash whose salt nobody outside knows, so that the table stays small whatever is tried, and nobody
/// can choose a name that falls together with another.
/// </summary>
internal readonly record struct AttemptKey(AttemptClass Class, string Text)
{
    private const int PlaceDigits = 5;
    private const int HashDigits = 32;

    public static AttemptKey OfName(string name) => new(AttemptClass.Name, name);

    public static AttemptKey OfDevice(Guid device, string name) => new(AttemptClass.Device, $"{device:N} {name}");

    public static AttemptKey OfAddress(IPAddress? address) => new(AttemptClass.Address, Network(address));

    public static AttemptKey OfPerson(Guid person) => new(AttemptClass.Person, $"{person:N}");

    /// <param name="device">Null for every browser that never signed in with the name.</param>
    public static AttemptKey OfFactor(Guid person, Guid? device) =>
        new(AttemptClass.Factor, $"{person:N} {device:N}");

    /// <summary>As the table has it.</summary>
    public string Under(byte[] salt)
    {
        var name = Class.ToString().ToLowerInvariant();
        var hash = HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes($"{name} {Text}"));
        var digits = Class is AttemptClass.Name or AttemptClass.Address ? PlaceDigits : HashDigits;
        return $"{name}:{Convert.ToHexStringLower(hash)[..digits]}";
    }

    /// <summary>What one subscriber can choose from counts as one address: of IPv6 the first half.</summary>
    public static string Network(IPAddress? address) =>
        address is null ? ""
        : address.IsIPv4MappedToIPv6 ? address.MapToIPv4().ToString()
        : address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexStringLower(address.GetAddressBytes()[..8])
        : address.ToString();
}
