using System.Collections.Immutable;
using System.Globalization;
using ModelContextProtocol;
using Readout.Analysis.Relations;
using Readout.Archive;
using Readout.Coding.Actors;
using Readout.Coding.Packs;

namespace Readout.Desk.Mcp;

/// <summary>What the tools read from, and how they understand what they are given. Safe to call from every thread.</summary>
internal sealed class Sources
{
    /// <summary>Longer words are not taken.</summary>
    public const int MostCharacters = 300;

    /// <summary>Longer lists are not taken.</summary>
    public const int MostValues = 20;

    private readonly McpSetup _setup;
    private readonly Task<Knowledge> _knowledge;
    private readonly Lazy<SideNames> _sides;

    public Sources(McpSetup setup)
    {
        _setup = setup;
        _knowledge = Task.Run(setup.LoadKnowledge);
        _sides = new Lazy<SideNames>(() => new SideNames(Knowledge));
    }

    public RecordArchive Archive => _setup.Archive;

    public Knowledge Knowledge => _knowledge.GetAwaiter().GetResult();

    public DateOnly Today => DateOnly.FromDateTime(_setup.Time.GetUtcNow().UtcDateTime);

    /// <summary>Address of an article on the desk, perhaps of one of its events.</summary>
    public string Link(long article, int? number = null) =>
        Link(string.Create(CultureInfo.InvariantCulture, $"/article/{article}{(number is { } e ? $"#e{e}" : "")}"));

    /// <summary>Address of a page of the desk.</summary>
    public string Link(string page) => new Uri(_setup.Desk, page).AbsoluteUri;

    /// <summary>Answers, or says why not in words that a client shows.</summary>
    public static T Answer<T>(Func<T> answer)
    {
        try
        {
            return answer();
        }
        catch (ArchiveException exception)
        {
            throw new McpException($"{exception.Message} ({exception.Advice})", exception);
        }
        catch (ArgumentException exception)
        {
            throw new McpException(exception.Message, exception);
        }
    }

    /// <summary>A day as YYYY-MM-DD; null for none.</summary>
    public static DateOnly? Day(string? text, string name) =>
        string.IsNullOrWhiteSpace(text) ? null
        : DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day
        : throw new McpException($"{name} '{Short(text)}' is no day; write it as 2010-05-31");

    /// <summary>A number in a range.</summary>
    public static int Number(int number, string name, int least, int most) =>
        number >= least && number <= most ? number : throw new McpException(string.Create(CultureInfo.InvariantCulture, $"{name} {number} is not between {least} and {most}"));

    /// <summary>Some of a closed set, by their labels.</summary>
    public static ImmutableArray<T> Among<T>(string[]? labels, string name, Func<T, string> spelt)
        where T : struct, Enum
    {
        Limit(labels, name);
        return [.. (labels ?? []).Select(label => Among(label, name, spelt))];
    }

    /// <summary>One of a closed set, by its label.</summary>
    public static T Among<T>(string label, string name, Func<T, string> spelt)
        where T : struct, Enum
    {
        foreach (T value in Enum.GetValues<T>())
        {
            if (string.Equals(spelt(value), label.Trim(), StringComparison.OrdinalIgnoreCase)) return value;
        }

        throw new McpException($"{name} '{Short(label)}' is none of {string.Join(", ", Enum.GetValues<T>().Select(spelt))}");
    }

    /// <summary>The actors that words name: codes as they are, identifiers, and names as the directory resolves them.</summary>
    public ImmutableArray<string> Actors(string[]? words, string name)
    {
        Limit(words, name);
        return [.. (words ?? []).Select(one => Actor(one, name))];
    }

    /// <summary>A code of the closed table, or a name of a state or body.</summary>
    public string Code(string words, string name)
    {
        Limit(words, name);
        (string? code, string? why) = Sides.Side(words);
        return code ?? throw new McpException($"{name} '{Short(words)}': {why ?? "no state or body of that name is known"}");
    }

    /// <summary>Who is meant by codes and names.</summary>
    public SideNames Sides => _sides.Value;

    /// <summary>A code with its name, as answers give it: <c>Chile (CHL)</c>.</summary>
    public string Named(string code) => Named(Sides.NameOf(code), code);

    /// <summary>A name with its code, where it has one other than itself.</summary>
    public static string Named(string name, string? code) => code is null || name == code ? name : $"{name} ({code})";

    public ActorLookup Lookup() => new(Knowledge.Actors, Knowledge.Places);

    /// <summary>Words that are not too long; null for none.</summary>
    public static string? Words(string? words, string name)
    {
        if (string.IsNullOrWhiteSpace(words)) return null;
        Limit(words, name);
        return words.Trim();
    }

    /// <summary>Text cut to a length.</summary>
    public static string Cut(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)] + "…";

    private string Actor(string words, string name)
    {
        Limit(words, name);
        (string? actor, string? why) = Sides.Party(words);
        return actor ?? throw new McpException($"{name} '{Short(words)}': {why ?? "nobody of that name is known"}; the tool actor says what is");
    }

    private static void Limit(string[]? values, string name)
    {
        if (values?.Length > MostValues) throw new McpException($"{name} has {values.Length} values; {MostValues} is the most");
    }

    private static void Limit(string words, string name)
    {
        if (string.IsNullOrWhiteSpace(words)) throw new McpException($"{name} is empty");
        if (words.Length > MostCharacters) throw new McpException($"{name} is longer than {MostCharacters} characters");
    }

    private static string Short(string text) => Cut(text.Trim(), 60);
}
