using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Primitives;
using Readout.Desk.Hosting;

namespace Readout.Desk.Api;

/// <summary>What a parameter may be.</summary>
internal enum ApiParameterKind
{
    Text,
    Day,
    Number,
    Choice,
}

/// <summary>
/// A parameter that an endpoint of the API takes: how the document describes it, and what a request is held to before the endpoint
/// sees it. Immutable.
/// </summary>
internal sealed record ApiParameter
{
    /// <summary>Longer values of text are refused.</summary>
    public const int MostCharacters = 500;

    /// <summary>A parameter of several values takes no more of them.</summary>
    public const int MostValues = 40;

    public required string Name { get; init; }

    public required ApiParameterKind Kind { get; init; }

    /// <summary>What it is for: a sentence.</summary>
    public required string Description { get; init; }

    /// <summary>A value that it may have; null for none.</summary>
    public string? Example { get; init; }

    /// <summary>Whether it is a part of the path.</summary>
    public bool IsInPath { get; init; }

    /// <summary>Whether it may be given several times.</summary>
    public bool IsMany { get; init; }

    /// <summary>Values among which it is chosen; the first is the one that counts without it, unless it may be given several times.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>Least number.</summary>
    public long Least { get; init; }

    /// <summary>Greatest number.</summary>
    public long Most { get; init; } = long.MaxValue;

    /// <summary>The number that counts without it, or null.</summary>
    public long? Usual { get; init; }

    /// <summary>A part of the path, in words.</summary>
    public static ApiParameter Path(string name, string description, string example) =>
        new() { Name = name, Kind = ApiParameterKind.Text, Description = description, Example = example, IsInPath = true };

    /// <summary>A part of the path that is a number.</summary>
    public static ApiParameter PathNumber(string name, string description, long example) =>
        new() { Name = name, Kind = ApiParameterKind.Number, Description = description, Example = example.ToString(CultureInfo.InvariantCulture), IsInPath = true, Least = 1 };

    /// <summary>Words.</summary>
    public static ApiParameter Text(string name, string description, string? example = null) =>
        new() { Name = name, Kind = ApiParameterKind.Text, Description = description, Example = example };

    /// <summary>Words that may be given several times: one of them fits.</summary>
    public static ApiParameter Texts(string name, string description, string? example = null) => Text(name, description, example) with { IsMany = true };

    /// <summary>A day, as 2010-05-31.</summary>
    public static ApiParameter Day(string name, string description, string example = "1987-05-31") =>
        new() { Name = name, Kind = ApiParameterKind.Day, Description = description, Example = example };

    /// <summary>A whole number.</summary>
    public static ApiParameter Number(string name, string description, long? usual, long least, long most) =>
        new() { Name = name, Kind = ApiParameterKind.Number, Description = description, Usual = usual, Least = least, Most = most };

    /// <summary>One of a few words; the first counts without it.</summary>
    public static ApiParameter Choice(string name, string description, params ImmutableArray<string> choices) =>
        new() { Name = name, Kind = ApiParameterKind.Choice, Description = description, Choices = choices };

    /// <summary>Some of a few words; all count without it.</summary>
    public static ApiParameter Choose(string name, string description, params ImmutableArray<string> choices) =>
        new() { Name = name, Kind = ApiParameterKind.Choice, Description = description, Choices = choices, IsMany = true };

    /// <summary>How many a page has: <c>limit</c>.</summary>
    public static ApiParameter Limit(long usual = 50, long most = 200) => Number("limit", "How many at most.", usual, 1, most);

    /// <summary>Where the page begins: <c>cursor</c> (<see cref="PageCursors"/>).</summary>
    public static ApiParameter Cursor { get; } = Text("cursor", "Where to go on: the `next` of the page before, with the same conditions.");

    /// <summary>Holds the values of a query to what the parameter takes; empty ones count as not given.</summary>
    /// <exception cref="DeskFaultException">They are not what it takes.</exception>
    public void Check(StringValues values)
    {
        if (values.Count > 1 && !IsMany) throw DeskFaultException.Bad($"{Name} is given {values.Count} times; give it once.");
        if (values.Count > MostValues) throw DeskFaultException.Bad($"{Name} is given {values.Count} times; {MostValues} is the most.");
        foreach (string? value in values)
        {
            if (!string.IsNullOrWhiteSpace(value)) Check(value.Trim());
        }
    }

    private void Check(string value)
    {
        string shown = value.Length <= 40 ? value : value[..40] + "…";
        string? fault = Kind switch
        {
            ApiParameterKind.Day when !DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => "is no day; write it as 2010-05-31",
            ApiParameterKind.Number when !IsNumber(value) => $"is no whole number{Range}",
            ApiParameterKind.Choice when !Choices.Contains(value, StringComparer.Ordinal) => $"is none of {string.Join(", ", Choices)}",
            _ when value.Length > MostCharacters => $"is longer than {MostCharacters} characters",
            _ when value.Contains('\0', StringComparison.Ordinal) => "has a null character in it",
            _ => null,
        };
        if (fault is not null) throw DeskFaultException.Bad($"{Name}='{shown}' {fault}.");
    }

    private string Range => Most == long.MaxValue ? string.Create(CultureInfo.InvariantCulture, $" from {Least} on") : string.Create(CultureInfo.InvariantCulture, $" from {Least} to {Most}");

    private bool IsNumber(string value) => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) && number >= Least && number <= Most;
}
