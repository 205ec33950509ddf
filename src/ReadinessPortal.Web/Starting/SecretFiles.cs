using Microsoft.Extensions.Configuration.Memory;

namespace ReadinessPortal.Web.Starting;

/// <summary>A secret may be a file, as container hosts hand secrets over: <c>Signing__KeyPassword__File</c> names
/// it.</summary>
internal static class SecretFiles
{
    public const string Suffix = ":File";

    /// <summary>Largest that is read, in bytes.</summary>
    private const int MostBytes = 64 << 10;

    /// <summary>Puts what stands in the files into the configuration, without the line end that editors leave.
    /// </summary>
    /// <exception cref="SettingsException">A file cannot be read, or the secret is given twice.</exception>
    public static void ReadInto(IConfigurationManager configuration)
    {
        var read = new Dictionary<string, string?>();
        foreach (var (key, path) in configuration.AsEnumerable().Where(p => p.Value is { Length: > 0 }
            && p.Key.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase)))
        {
            var secret = key[..^Suffix.Length];
            if (SettingsTable.All.FirstOrDefault(s => s.Secret && string.Equals(
                s.Key, SettingsTable.First(secret), StringComparison.OrdinalIgnoreCase)) is null)
            {
                continue; // not of a secret: it is refused with whatever else is no setting
            }

            if (configuration[secret] is { Length: > 0 })
            {
                throw new SettingsException([$"{secret} is given twice, itself and as a file: leave one out."]);
            }

            read[secret] = Text(key, path!);
        }

        ((IConfigurationBuilder)configuration).Add(new MemoryConfigurationSource { InitialData = read });
    }

    private static string Text(string key, string path)
    {
        try
        {
            return new FileInfo(path).Length <= MostBytes ? File.ReadAllText(path).TrimEnd('\r', '\n')
                : throw new SettingsException([$"{key} names '{path}', which is too large for a secret."]);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException([$"{key} names '{path}', which cannot be read ({problem.Message})."]);
        }
    }
}
