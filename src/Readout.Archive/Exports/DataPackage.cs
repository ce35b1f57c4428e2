using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Readout.Archive.Exports.Writers;

namespace Readout.Archive.Exports;

/// <summary>
/// The description of exported tables after Frictionless Data Package 2.0: <c>datapackage.json</c> in the folder of the
/// files. A second export into the folder adds its resource; one of the same file takes the place of the first.
/// </summary>
internal static class DataPackage
{
    public const string FileName = "datapackage.json";
    private const string PackageName = "readout-export";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Describes a finished file in the package of its folder.</summary>
    /// <param name="path">The file.</param>
    /// <param name="layout">Its columns.</param>
    /// <param name="format">Its format.</param>
    /// <param name="rows">Its number of rows.</param>
    /// <param name="selection">What was asked for: option to value.</param>
    /// <returns>Path of the description; a name of its own where a foreign <c>datapackage.json</c> lies in the folder.</returns>
    public static string Describe(string path, ExportLayout layout, TableFormat format, long rows, IEnumerable<KeyValuePair<string, string>> selection)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        string description = Path.Combine(folder, FileName);
        JsonObject? package = Existing(description, out bool isForeign);
        if (isForeign) description = $"{path}.{FileName}";
        package ??= NewPackage();
        JsonArray resources = (JsonArray)package["resources"]!;
        JsonObject resource = Resource(path, layout, format, rows, selection);
        int same = IndexOf(resources, Path.GetFileName(path));
        if (same < 0) resources.Add((JsonNode)resource);
        else resources[same] = resource;
        WholeFile.Write(description, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(package.ToJsonString(Indented) + "\n")));
        return description;
    }

    private static JsonObject NewPackage() => new()
    {
        ["$schema"] = "https://datapackage.org/profiles/2.0/datapackage.json",
        ["name"] = PackageName,
        ["title"] = "Events exported from an archive of Readout",
        ["resources"] = new JsonArray(),
    };

    private static JsonObject? Existing(string path, out bool isForeign)
    {
        isForeign = false;
        if (!File.Exists(path)) return null;
        try
        {
            if (JsonNode.Parse(File.ReadAllBytes(path)) is JsonObject package && package["name"] is JsonValue name
                && name.TryGetValue(out string? text) && text == PackageName && package["resources"] is JsonArray)
            {
                return package;
            }
        }
        catch (JsonException)
        {
            // Not JSON, so not ours.
        }

        isForeign = true;
        return null;
    }

    private static int IndexOf(JsonArray resources, string path)
    {
        for (int i = 0; i < resources.Count; i++)
        {
            if (resources[i] is JsonObject resource && resource["path"] is JsonValue value && value.TryGetValue(out string? text) && text == path) return i;
        }

        return -1;
    }

    private static JsonObject Resource(string path, ExportLayout layout, TableFormat format, long rows, IEnumerable<KeyValuePair<string, string>> selection)
    {
        JsonObject resource = new()
        {
            ["name"] = Slug(Path.GetFileName(path)),
            ["type"] = "table",
            ["path"] = Path.GetFileName(path),
            ["title"] = layout.Title,
            ["format"] = format switch { TableFormat.Csv => layout.Dialect.Delimiter == ',' ? "csv" : "tsv", TableFormat.JsonLines => "jsonl", _ => "parquet" },
            ["mediatype"] = format switch { TableFormat.Csv => layout.Dialect.Delimiter == ',' ? "text/csv" : "text/tab-separated-values", TableFormat.JsonLines => "application/jsonl", _ => "application/vnd.apache.parquet" },
        };
        if (format != TableFormat.Parquet) resource["encoding"] = "utf-8";
        resource["bytes"] = new FileInfo(path).Length;
        resource["hash"] = $"sha256:{HashOf(path)}";
        resource["rows"] = rows;
        resource["layout"] = layout.Name;
        resource["selection"] = new JsonObject(selection.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value)));
        if (format == TableFormat.Csv) resource["dialect"] = Dialect(layout.Dialect);
        resource["schema"] = Schema(layout);
        return resource;
    }

    private static JsonObject Dialect(TextDialect dialect)
    {
        JsonObject described = new()
        {
            ["delimiter"] = dialect.Delimiter.ToString(CultureInfo.InvariantCulture),
            ["lineTerminator"] = "\n",
            ["header"] = dialect.HasHeader,
        };
        if (dialect.Quotes) described["doubleQuote"] = true;
        return described;
    }

    private static JsonObject Schema(ExportLayout layout)
    {
        JsonArray fields = [];
        foreach (ExportColumn column in layout.Columns) fields.Add((JsonNode)Field(column));
        JsonObject schema = new() { ["fields"] = fields, ["missingValues"] = new JsonArray("") };
        if (layout.Key is { } key) schema["primaryKey"] = new JsonArray(key);
        return schema;
    }

    private static JsonObject Field(ExportColumn column)
    {
        JsonObject field = new()
        {
            ["name"] = column.Name,
            ["type"] = column.Kind switch
            {
                ColumnKind.Integer => "integer",
                ColumnKind.Number => "number",
                ColumnKind.Date => "date",
                ColumnKind.List => "list",
                _ => "string",
            },
            ["description"] = column.Description,
        };
        if (column.Kind != ColumnKind.List) return field;
        field["delimiter"] = ";";
        field["itemType"] = "string";
        return field;
    }

    private static string HashOf(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    // Frictionless: lower-case letters, digits, ".", "_" and "-".
    private static string Slug(string name) =>
        string.Concat(name.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-' ? letter : '-'));
}
