using System.Security.Cryptography;
using ReadinessPortal.Application.Seals;

namespace ReadinessPortal.Web.Starting;

/// <summary>Reads the key that seals signatures from the file that the settings name.</summary>
internal static class SealingKeyFile
{
    /// <returns>Null where none is named: a key is then made for Development.</returns>
    /// <exception cref="SettingsException">The file holds no such key, or the password does not open it.</exception>
    public static SealingKey? Read(PortalSettings settings)
    {
        if (settings.SealingKeyFile is not { } path)
        {
            return null;
        }

        var key = ECDsa.Create();
        try
        {
            var pem = File.ReadAllText(path);
            if (settings.SealingKeyPassword is { } password)
            {
                key.ImportFromEncryptedPem(pem, password);
            }
            else
            {
                key.ImportFromPem(pem);
            }

            _ = key.ExportParameters(true); // a public key reads as well, and seals nothing
            return new(key, isDevelopment: false);
        }
        catch (Exception problem) when (problem is CryptographicException or ArgumentException or IOException
            or UnauthorizedAccessException)
        {
            key.Dispose();
            throw new SettingsException([$"Signing:KeyFile names '{path}', which cannot be used ({problem.Message}). "
                + "It takes a private key on P-256 in PEM, as `openssl genpkey -algorithm EC -pkeyopt "
                + "ec_paramgen_curve:P-256` makes one, and Signing:KeyPassword where it is encrypted."]);
        }
    }
}
