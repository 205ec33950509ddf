using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Evidence;
using ReadinessPortal.Domain.Facts;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Registers;

namespace ReadinessPortal.Application.Packages;

/// <summary>Walks a YAML tree along the contract of the facts and collects everything that does not fit.</summary>
internal sealed class PackageReader
{
    private readonly string _file;
    private readonly List<PackageProblem> _problems = [];
    private readonly Dictionary<string, (int Line, string Shown)> _places = new(StringComparer.Ordinal);

    private PackageReader(string file) => _file = file;

    public LaunchFacts Facts { get; private set; } = null!;

    /// <exception cref="PackageException">Everything that is wrong with the text.</exception>
    public static PackageReader Read(string file, string text)
    {
        var reader = new PackageReader(file);
        var facts = reader.FactsOf(YamlTreeReader.Read(file, text));
        reader.ThrowIfWrong();
        reader.Facts = KeptCells.Of(facts!);
        new PackageChecks(reader.Facts, reader.Report).Run();
        reader.ThrowIfWrong();
        return reader;
    }

    /// <summary>Something that turned out to be wrong with a value, where that stands in the text.</summary>
    /// <param name="path">As in <c>evidence[3].fileName</c>; where it is left out, what it would stand in.</param>
    public PackageProblem Problem(string path, string text)
    {
        var place = path;
        while (!_places.ContainsKey(place) && place.LastIndexOfAny(['.', '[']) is var cut and > 0)
        {
            place = place[..cut];
        }

        var (line, shown) = _places.GetValueOrDefault(place);
        return new(_file, line, shown is null ? path : shown + path[place.Length..], text);
    }

    private LaunchFacts? FactsOf(YamlNode node)
    {
        if (node is not YamlMap root || root.Entries is not [{ Key: LaunchPackage.FormatKey } format, ..])
        {
            _problems.Add(new(_file, node.Line, LaunchPackage.FormatKey,
                $"the first key has to be 'format: {LaunchPackage.Format}'"));
            return null;
        }

        if (format.Value is not YamlScalar { Text: LaunchPackage.Format or LaunchPackage.FirstFormat })
        {
            _problems.Add(new(_file, format.Line, LaunchPackage.FormatKey,
                $"this portal reads '{LaunchPackage.Format}'; export the package again, or update the portal"));
            return null;
        }

        var map = new YamlMap(root.Line, [.. root.Entries.Skip(1)]);
        var json = Object(map, FactContract.Of(typeof(LaunchFacts)), "", "");
        if (format.Value is YamlScalar { Text: LaunchPackage.FirstFormat } && _problems.Count == 0)
        {
            BudgetsByKey.AddRoles(json);
        }

        return _problems.Count > 0 ? null : Positions.Set(json.Deserialize<LaunchFacts>(FactsJson.Options)!);
    }

    private JsonNode? Value(YamlNode node, Type type, string path, string shown)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        var contract = FactContract.Of(plain);
        _places[path] = (node.Line, shown);
        switch (contract.Kind, node)
        {
            case (JsonTypeInfoKind.Object, YamlMap map):
                return Object(map, contract, path, shown);
            case (JsonTypeInfoKind.Dictionary, YamlMap map):
                return new JsonObject(map.Entries.Select(e => KeyValuePair.Create(
                    e.Key, Value(e.Value, FactContract.ItemOf(contract), $"{path}.{e.Key}", $"{shown}.{e.Key}"))));
            case (JsonTypeInfoKind.Enumerable, YamlList list):
                return List(list, FactContract.ItemOf(contract), path, shown);
            case (JsonTypeInfoKind.None, YamlScalar scalar):
                var (value, problem) = ScalarReader.Read(scalar, plain, IsOfEvidence(path));
                return problem is null ? value : Wrong(node.Line, shown, problem);
            default:
                return Wrong(node.Line, shown, contract.Kind switch
                {
                    JsonTypeInfoKind.Enumerable => "has to be a list; begin each entry with '- '",
                    JsonTypeInfoKind.None => "has to be a single value",
                    _ => "has to be a map of keys and values",
                });
        }
    }

    private static bool IsOfEvidence(string path) =>
        path.StartsWith(EvidenceItem.Descriptor.Lists, StringComparison.Ordinal);

    private JsonObject Object(YamlMap map, JsonTypeInfo type, string path, string shown)
    {
        var keys = FactContract.Keys(type);
        var json = new JsonObject();
        foreach (var entry in map.Entries)
        {
            var at = path.Length == 0 ? entry.Key : $"{path}.{entry.Key}";
            var label = shown.Length == 0 ? entry.Key : $"{shown}.{entry.Key}";
            if (keys.FirstOrDefault(k => k.Name == entry.Key) is { } key)
            {
                json[key.Name] = Value(entry.Value, key.PropertyType, at, label);
                RefuseBlank(key, entry, label);
            }
            else
            {
                Wrong(entry.Line, label,
                    $"is not a key of the format{NearMiss.Hint(entry.Key, keys.Select(k => k.Name))}");
            }
        }

        foreach (var missing in keys.Where(k => k.IsRequired && map.Find(k.Name) is null))
        {
            Wrong(map.Line, shown, $"the key '{missing.Name}' is missing; add it");
        }

        return json;
    }

    private JsonArray List(YamlList list, Type item, string path, string shown)
    {
        var isFact = item.IsAssignableTo(typeof(Fact));
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var json = new JsonArray();
        foreach (var (index, node) in list.Items.Index())
        {
            var key = ((node as YamlMap)?.Find("key")?.Value as YamlScalar)?.Text;
            var label = $"{shown}[{key ?? $"{index + 1}"}]";
            json.Add(Value(node, item, $"{path}[{index}]", label));
            if (isFact && key is not null)
            {
                if (!FactKey.IsValid(key))
                {
                    Wrong(node.Line, label, $"the key {FactKey.Rule}");
                }

                if (!seen.TryAdd(key, node.Line))
                {
                    Wrong(node.Line, label, $"this key is taken by its sibling on line {seen[key]}; choose another");
                }
            }
        }

        return json;
    }

    private void RefuseBlank(JsonPropertyInfo key, YamlEntry entry, string label)
    {
        if (key.IsRequired && entry.Value is YamlScalar { IsPlain: false } scalar
            && string.IsNullOrWhiteSpace(scalar.Text))
        {
            Wrong(entry.Line, label, "may not be blank");
        }
    }

    private JsonNode? Wrong(int line, string key, string text)
    {
        _problems.Add(new(_file, line, key, text));
        return null;
    }

    private void Report(string path, string text) => _problems.Add(Problem(path, text));

    private void ThrowIfWrong()
    {
        if (_problems.Count > 0)
        {
            throw new PackageException([.. _problems.OrderBy(p => p.Line)]);
        }
    }
}
