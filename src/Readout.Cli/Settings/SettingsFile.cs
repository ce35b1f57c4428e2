using Tomlyn;
using Tomlyn.Model;
using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace Readout.Cli.Settings;

/// <summary>
/// Reads <c>readout.toml</c>: the file that <c>READOUT_CONFIG</c> names, else <c>$XDG_CONFIG_HOME/readout/readout.toml</c>
/// (<c>~/.config/readout/readout.toml</c>).
/// </summary>
internal static class SettingsFile
{
    /// <summary>Sets the variables of the environment that the file gives and that are not set.</summary>
    /// <exception cref="UsageException">The file is named and not there, or is no TOML, or has a key that is none or of the wrong kind.</exception>
    public static void Apply()
    {
        string? named = Environment.GetEnvironmentVariable("READOUT_CONFIG");
        string path = string.IsNullOrEmpty(named) ? Usual() : Path.GetFullPath(named);
        if (!File.Exists(path))
        {
            if (!string.IsNullOrEmpty(named)) throw new UsageException($"there is no file {path}, which READOUT_CONFIG names");
            return;
        }

        foreach ((Setting setting, string value) in Read(File.ReadAllText(path), path))
        {
            if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(setting.Variable))) Environment.SetEnvironmentVariable(setting.Variable, value);
        }
    }

    /// <summary>The settings of a file, as their variables have them.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="path">Its path, for messages and for paths that are not rooted.</param>
    /// <exception cref="UsageException">It is no TOML, or has a key that is none or of the wrong kind.</exception>
    public static IReadOnlyList<(Setting Setting, string Value)> Read(string text, string path)
    {
        List<(Setting, string)> settings = [];
        foreach ((string key, object? value) in Flat(Parse(text, path), ""))
        {
            Setting setting = Setting.All.FirstOrDefault(one => one.Key == key) ?? throw new UsageException($"{path}: there is no setting '{key}'; there are {string.Join(", ", Setting.All.Select(one => one.Key))}");
            settings.Add((setting, Value(setting, value, path)));
        }

        return settings;
    }

    private static TomlTable Parse(string text, string path)
    {
        // The parser of the syntax finds what the reader of values lets pass: a key that is given twice.
        DocumentSyntax syntax = SyntaxParser.Parse(text, path, validate: true);
        if (syntax.HasErrors) throw new UsageException(syntax.Diagnostics[0].ToString());
        try
        {
            return TomlSerializer.Deserialize<TomlTable>(text) ?? [];
        }
        catch (TomlException exception)
        {
            throw new UsageException($"{path}: {exception.Message.ReplaceLineEndings(" ").TrimEnd()}");
        }
    }

    private static IEnumerable<(string Key, object? Value)> Flat(TomlTable table, string before) =>
        table.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => pair.Value is TomlTable inner ? Flat(inner, $"{before}{pair.Key}.") : [(before + pair.Key, pair.Value)]);

    private static string Value(Setting setting, object? value, string path) => (setting.Kind, value) switch
    {
        (SettingKind.Text, string text) => text,
        (SettingKind.Path, string text) => Path.GetFullPath(text, Path.GetDirectoryName(path)!),
        (SettingKind.List, string text) => text,
        (SettingKind.List, TomlArray list) when list.All(item => item is string) => string.Join(' ', list.Cast<string>()),
        (SettingKind.List, _) => throw new UsageException($"{path}: '{setting.Key}' is a list of words: [\"…\"]"),
        _ => throw new UsageException($"{path}: '{setting.Key}' is written in quotation marks"),
    };

    // The XDG Base Directory Specification.
    private static string Usual()
    {
        string? folder = Environment.GetEnvironmentVariable("XDG_CONFIG_HOME");
        if (string.IsNullOrEmpty(folder)) folder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".config");
        return Path.Combine(folder, "readout", "readout.toml");
    }
}
