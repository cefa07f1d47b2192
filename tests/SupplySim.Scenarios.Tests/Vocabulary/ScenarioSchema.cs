using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SupplySim.Scenarios.Vocabulary;

namespace SupplySim.Scenarios.Tests.Vocabulary;

/// <summary>The JSON Schema of scenario files, for editors: written from the table of keys, with what each
/// key means. Draft 7, which editors of YAML know.</summary>
/// <remarks>It tells misspelt and misplaced keys and words. Units, references and all that hangs on other parts of a file are for
/// <c>check</c>.</remarks>
internal sealed class ScenarioSchema
{
    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
    private readonly SortedDictionary<string, JsonObject> _definitions = new(StringComparer.Ordinal);

    public static string Write()
    {
        var schema = new ScenarioSchema();
        schema.Define(ScenarioShape.Scenario);
        var whole = schema._definitions[NameOf(ScenarioShape.Scenario)];
        ((JsonObject)whole["properties"]!).Add("include",
            Described(OneOrMore(), "A file or a list of them, relative to this one; what they hold comes first."));
        schema.Define("value", Single());
        return new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "A SupplySim scenario",
            ["$ref"] = Ref(ScenarioShape.Scenario),
            ["definitions"] = new JsonObject(schema._definitions.Select(each => KeyValuePair.Create(each.Key, (JsonNode?)each.Value))),
        }.ToJsonString(Written) + "\n";
    }

    private JsonNode Of(Form form) => form switch
    {
        Form.Words { Allowed: [] } => new JsonObject { ["$ref"] = "#/definitions/value" },
        Form.Words words => WordsOf(words.Allowed),
        Form.Block block => Define(block.Shape),
        Form.OneOf one => OneOf(one.Cases),
        Form.Section section => new JsonObject
        {
            ["type"] = OrNothing("object"),
            ["properties"] = new JsonObject { ["table"] = Described(OneOrMore(), "A CSV file or a list of them; each row is a block.") },
            ["additionalProperties"] = Of(section.Each),
        },
        Form.ByName named => new JsonObject { ["type"] = "object", ["additionalProperties"] = Of(named.Each) },
        Form.List list => new JsonObject { ["type"] = "array", ["items"] = Of(list.Each) },
        Form.Either either => new JsonObject { ["anyOf"] = new JsonArray([.. either.Forms.Select(Of)]) },
        _ => new JsonObject(),
    };

    // Written once and referred to, as blocks lie in blocks.
    private JsonObject Define(IShape shape)
    {
        if (_definitions.TryAdd(NameOf(shape), []))
        {
            var (definition, keys) = (_definitions[NameOf(shape)], new JsonObject());
            if (Meanings.Of(shape) is { Length: > 0 } meaning) definition["description"] = meaning;
            definition["type"] = OrNothing("object");
            foreach (var key in shape.All)
                keys[key.Name] = Described(Of(key.Kind.Form), $"{Meanings.Of(key)} Behind it: {key.Kind.What}.".TrimStart());
            definition["properties"] = keys;
            definition["additionalProperties"] = false;
            if (shape.All.Any(key => key.IsRequired))
                definition["required"] = new JsonArray([.. shape.All.Where(key => key.IsRequired).Select(key => (JsonNode)key.Name)]);
        }
        return new JsonObject { ["$ref"] = Ref(shape) };
    }

    private void Define(string name, JsonObject schema) => _definitions.Add(name, schema);

    // Where a word tells which, all words stand in one list, too: editors offer that.
    private JsonObject OneOf(IReadOnlyList<Form.Case> cases)
    {
        var one = new JsonObject { ["type"] = OrNothing("object"), ["allOf"] = new JsonArray([.. cases.Select(CaseOf)]) };
        if (cases[0].Word is null) one["anyOf"] = new JsonArray([.. cases.Select(Condition)]);
        else
        {
            one["required"] = new JsonArray(cases[0].Key);
            one["properties"] = new JsonObject
            {
                [cases[0].Key] = new JsonObject { ["enum"] = new JsonArray([.. cases.Select(each => (JsonNode)each.Word!)]) },
            };
        }
        return one;
    }

    private JsonNode CaseOf(Form.Case one) => new JsonObject { ["if"] = Condition(one), ["then"] = Define(one.Shape) };

    private static JsonNode Condition(Form.Case one) => one.Word is null
        ? new JsonObject { ["required"] = new JsonArray(one.Key) }
        : new JsonObject { ["properties"] = new JsonObject { [one.Key] = new JsonObject { ["enum"] = new JsonArray(one.Word) } },
            ["required"] = new JsonArray(one.Key) };

    // A parameter may stand for any word; what is a number or a truth to JSON is a word to us.
    private static JsonObject WordsOf(IReadOnlyList<string> words) => new()
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["enum"] = new JsonArray(
                [.. words.SelectMany(word => AsJson(word) is { } other ? new JsonNode[] { word, other } : [word])]) },
            new JsonObject { ["type"] = "string", ["pattern"] = "^\\$\\{.*\\}$" }),
    };

    private static JsonNode? AsJson(string word) => word switch
    {
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ => int.TryParse(word, out var number) ? JsonValue.Create(number) : null,
    };

    private static JsonObject Single() => new() { ["type"] = new JsonArray("string", "number", "boolean") };

    private static JsonObject OneOrMore() => new()
    {
        ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "string" },
            new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } }),
    };

    // A key with nothing behind it is a block without keys.
    private static JsonArray OrNothing(string type) => [type, "null"];

    // Beside a reference draft 7 sees nothing.
    private static JsonObject Described(JsonNode schema, string meaning) => schema["$ref"] is null
        ? new JsonObject([KeyValuePair.Create("description", (JsonNode?)meaning),
            .. schema.AsObject().Select(each => KeyValuePair.Create(each.Key, each.Value?.DeepClone()))])
        : new JsonObject { ["description"] = meaning, ["allOf"] = new JsonArray(schema) };

    private static string Ref(IShape shape) => $"#/definitions/{NameOf(shape)}";

    private static string NameOf(IShape shape) => shape.What.Replace(' ', '-');
}
