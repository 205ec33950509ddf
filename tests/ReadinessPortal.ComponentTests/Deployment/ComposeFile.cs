using YamlDotNet.RepresentationModel;

namespace ReadinessPortal.ComponentTests.Deployment;

/// <summary>docker-compose.yml, as YAML understands it.</summary>
internal sealed class ComposeFile
{
    private readonly YamlMappingNode _root;

    public ComposeFile()
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Repository.Read("docker-compose.yml")));
        _root = (YamlMappingNode)yaml.Documents.Single().RootNode;
    }

    public IReadOnlyCollection<string> Services => Keys(Map(_root, "services"));

    public IReadOnlyCollection<string> Named(string section) => Keys(Map(_root, section));

    public YamlMappingNode Service(string name) => Map(Map(_root, "services"), name);

    public IReadOnlyDictionary<string, string> Environment(string service) =>
        Map(Service(service), "environment").Children.ToDictionary(p => Text(p.Key), p => Text(p.Value));

    public IReadOnlyList<string> List(string service, string key) =>
        Service(service).Children.TryGetValue(key, out var node)
            ? [.. ((YamlSequenceNode)node).Select(Text)]
            : [];

    public string Value(string service, string key) => Text(Service(service).Children[key]);

    public static YamlMappingNode Map(YamlMappingNode parent, string key) => (YamlMappingNode)parent.Children[key];

    public static string Text(YamlNode node) => ((YamlScalarNode)node).Value ?? "";

    private static List<string> Keys(YamlMappingNode map) => [.. map.Children.Keys.Select(Text)];
}
