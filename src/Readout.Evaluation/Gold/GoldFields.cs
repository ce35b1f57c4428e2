using System.Text.Json;

namespace Readout.Evaluation.Gold;

/// <summary>The fields of one JSON object in a file, read with errors that name file and line.</summary>
internal readonly struct GoldFields
{
    private readonly string _path;
    private readonly JsonElement _object;

    public GoldFields(string path, int line, JsonElement value)
    {
        _path = path;
        Line = line;
        _object = value;
        if (value.ValueKind != JsonValueKind.Object) throw Wrong("a JSON object is due here");
    }

    public int Line { get; }

    /// <summary>The object as it was written.</summary>
    public string Json => _object.GetRawText();

    public GoldFormatException Wrong(string problem) => new(_path, Line, problem);

    public bool Has(string name) => _object.TryGetProperty(name, out _);

    /// <summary>Whether the field is there and not null.</summary>
    public bool Holds(string name) => Field(name).ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    /// <summary>A string, or null where the field is absent or null.</summary>
    public string? Text(string name)
    {
        JsonElement value = Field(name);
        return value.ValueKind switch
        {
            JsonValueKind.Undefined or JsonValueKind.Null => null,
            JsonValueKind.String => value.GetString(),
            _ => throw Wrong($"'{name}' must be a string"),
        };
    }

    /// <summary>A string or a number as text; null where the field is absent or null.</summary>
    public string? Label(string name)
    {
        JsonElement value = Field(name);
        return value.ValueKind == JsonValueKind.Number ? value.GetRawText() : Text(name);
    }

    public string RequiredText(string name) => Text(name) ?? throw Wrong($"'{name}' is missing");

    public string RequiredId()
    {
        string id = Label("id") ?? throw Wrong("'id' is missing");
        return id.Length > 0 ? id : throw Wrong("'id' is empty");
    }

    public int? Integer(string name)
    {
        JsonElement value = Field(name);
        if (value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number)
            ? number
            : throw Wrong($"'{name}' must be a whole number");
    }

    public int RequiredInteger(string name) => Integer(name) ?? throw Wrong($"'{name}' is missing");

    public double? Number(string name)
    {
        JsonElement value = Field(name);
        if (value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) return null;
        return value.ValueKind == JsonValueKind.Number ? value.GetDouble() : throw Wrong($"'{name}' must be a number");
    }

    public bool Flag(string name) => Field(name).ValueKind == JsonValueKind.True;

    /// <summary>A day, with or without a time after it; null where the field is absent, null or empty.</summary>
    public DateOnly? Day(string name)
    {
        string? text = Text(name);
        if (string.IsNullOrEmpty(text)) return null;
        string date = text.Split('T')[0];
        return DateOnly.TryParseExact(date, "yyyy-MM-dd", out DateOnly day) ? day : throw Wrong($"'{name}' must be a day such as 2025-02-15");
    }

    public GoldFields? Object(string name)
    {
        JsonElement value = Field(name);
        if (value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) return null;
        return value.ValueKind == JsonValueKind.Object ? new GoldFields(_path, Line, value) : throw Wrong($"'{name}' must be an object");
    }

    /// <summary>The elements of an array; none where the field is absent or null.</summary>
    public IEnumerable<JsonElement> Elements(string name)
    {
        JsonElement value = Field(name);
        if (value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) return [];
        return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : throw Wrong($"'{name}' must be a list");
    }

    public IReadOnlyList<GoldFields> Objects(string name)
    {
        List<GoldFields> objects = [];
        foreach (JsonElement element in Elements(name)) objects.Add(new GoldFields(_path, Line, element));
        return objects;
    }

    public IReadOnlyList<string> Texts(string name)
    {
        List<string> texts = [];
        foreach (JsonElement element in Elements(name))
        {
            if (element.ValueKind != JsonValueKind.String) throw Wrong($"'{name}' must be a list of strings");
            texts.Add(element.GetString()!);
        }

        return texts;
    }

    public JsonElement Field(string name) => _object.TryGetProperty(name, out JsonElement value) ? value : default;
}
