using System.Collections.Immutable;
using System.Globalization;
using System.Net;

namespace ReadinessPortal.Web.Starting;

/// <summary>Reads settings one by one and gathers what is wrong with them, so that all of it is said at once.</summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    private readonly List<string> _problems = [];

    public void Problem(string text) => _problems.Add(text);

    public void ThrowIfAny()
    {
        if (_problems.Count > 0)
        {
            throw new SettingsException([.. _problems]);
        }
    }

    public void RefuseUnknown()
    {
        var known = SettingsTable.All.Select(s => s.Key).ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
        var unknown = SettingsTable.Sections
            .SelectMany(s => configuration.GetSection(s).AsEnumerable())
            .Where(pair => pair.Value is not null && !known.Contains(SettingsTable.First(pair.Key))
                && !IsSecretFile(pair.Key));
        _problems.AddRange(unknown.Select(pair =>
            $"{pair.Key} is not a setting: use one of {string.Join(", ", known.Order(StringComparer.Ordinal))}."));
    }

    private static bool IsSecretFile(string key) =>
        key.EndsWith(SecretFiles.Suffix, StringComparison.OrdinalIgnoreCase)
        && SettingsTable.First(key[..^SecretFiles.Suffix.Length]) is var secret
        && SettingsTable.All.Any(s => s.Secret && s.Key.Equals(secret, StringComparison.OrdinalIgnoreCase));

    public void RefuseMissing(IHostEnvironment environment)
    {
        var missing = SettingsTable.All.Where(s => Text(s.Key) is null
            && (s.Need == SettingNeed.Always
                || (s.Need == SettingNeed.InProduction && environment.IsProduction())));
        _problems.AddRange(missing.Select(s =>
            $"{s.Key} is not set ({s.Meaning}): set the environment variable {s.Variable}."));
    }

    public string? Secret(string key, int least)
    {
        var text = Text(key);
        if (text?.Length < least)
        {
            Problem($"{key} is too short: give {least} characters or more, such as from openssl rand -hex 24.");
        }

        return text;
    }

    public string? Text(string key) => configuration[key] is { Length: > 0 } text ? text : null;

    public long Number(string key, long standard, long least, long most)
    {
        if (Text(key) is not { } text)
        {
            return standard;
        }

        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number < least || number > most)
        {
            Problem($"{key} is '{text}': give a whole number from {least} to {most}.");
        }

        return number;
    }

    public bool Flag(string key, bool standard)
    {
        if (Text(key) is not { } text)
        {
            return standard;
        }

        if (!bool.TryParse(text, out var flag))
        {
            Problem($"{key} is '{text}': give true or false.");
        }

        return flag;
    }

    public Uri? Url(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var url)
            && url is { Scheme: "http" or "https", PathAndQuery: "/" })
        {
            return url;
        }

        Problem($"{key} is '{text}': give an address without a path, such as https://readiness.example.org.");
        return null;
    }

    public Uri? Address(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url is { Scheme: "http" or "https", UserInfo: "" })
        {
            return url;
        }

        Problem($"{key} is '{text}': give an address that begins with https:// or http://.");
        return null;
    }

    public IPNetwork? Network(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (IPNetwork.TryParse(text, out var network))
        {
            return network;
        }

        if (IPAddress.TryParse(text, out var address))
        {
            return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        }

        Problem($"{key} is '{text}': give an address or a network such as 10.0.0.0/8.");
        return null;
    }

    public string? ExistingFile(string key)
    {
        var path = Text(key);
        if (path is not null && !File.Exists(path))
        {
            Problem($"{key} names '{path}', which is not a file.");
        }

        return path;
    }
}
