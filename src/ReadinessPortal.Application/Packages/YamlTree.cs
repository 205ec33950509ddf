namespace ReadinessPortal.Application.Packages;

internal abstract record YamlNode(int Line);

internal sealed record YamlScalar(int Line, string Text, bool IsPlain) : YamlNode(Line);

internal sealed record YamlList(int Line, IReadOnlyList<YamlNode> Items) : YamlNode(Line);

internal sealed record YamlMap(int Line, IReadOnlyList<YamlEntry> Entries) : YamlNode(Line)
{
    public YamlEntry? Find(string key) => Entries.FirstOrDefault(e => e.Key == key);
}

internal sealed record YamlEntry(string Key, int Line, YamlNode Value);
