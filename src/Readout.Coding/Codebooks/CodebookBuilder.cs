using System.Globalization;
using Readout.Coding.Packs;
using Readout.Coding.Record;

namespace Readout.Coding.Codebooks;

/// <summary>Collects the parts of a codebook while its files are read, and reports what is wrong in them.</summary>
internal sealed class CodebookBuilder(ICollection<DataProblem> problems)
{
    private readonly Dictionary<string, (Block Block, int Order)> _classBlocks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _frameNames = new(StringComparer.Ordinal);

    public WordTable Words { get; } = new();

    public List<string> ClassNames { get; } = [];

    public Dictionary<int, List<int>> ClassesOfWord { get; } = [];

    public List<Frame> Frames { get; } = [];

    public TypeBuilder?[] Types { get; } = new TypeBuilder?[EventTypes.Count];

    public List<ContextDefinition> Contexts { get; } = [];

    public Dictionary<int, ulong> ContextsOfWord { get; } = [];

    public List<CueEntry> Cues { get; } = [];

    public List<CameoRule> CameoRules { get; } = [];

    public SortedDictionary<string, int> Goldstein { get; } = new(StringComparer.Ordinal);

    public List<WorkedExample> Examples { get; } = [];

    public void Problem(string path, int line, string message, string? suggestion = null) =>
        problems.Add(new DataProblem(path, line, message, suggestion));

    /// <summary>Reads all blocks: classes first, since conditions ask for them, then types and modes, then the rest.</summary>
    public void Read(IReadOnlyList<Block> blocks)
    {
        foreach (Block block in blocks) DeclareClass(block);
        foreach ((Block block, int order) in _classBlocks.Values.OrderBy(entry => entry.Order)) FillClass(block, order);
        BlockInterpreter interpreter = new(this);
        foreach (Block block in blocks) interpreter.Define(block);
        foreach (Block block in blocks) interpreter.Interpret(block);
    }

    /// <summary>The number of a class; -1, with a problem reported, where it is unknown.</summary>
    public int ClassId(string name, string path, int line)
    {
        int id = ClassNames.IndexOf(name);
        if (id < 0) Problem(path, line, $"unknown class '@{name}'", Suggestion.For(name, ClassNames));
        return id;
    }

    /// <summary>The event type of a name in capitals; null, with a problem reported, where there is none such.</summary>
    public EventType? Type(string name, string path, int line)
    {
        if (Spelling.TryParseType(name, out EventType type)) return type;
        Problem(path, line, $"unknown event type '{name}'", Suggestion.For(name, EventTypes.All));
        return null;
    }

    public void Add(Frame frame)
    {
        if (!_frameNames.TryAdd(frame.Name, frame.Path))
        {
            Problem(frame.Path, frame.Line, $"frame '{frame.Name}' is defined twice, first in {_frameNames[frame.Name]}", "choose another name");
            return;
        }

        frame.Index = Frames.Count;
        Frames.Add(frame);
    }

    /// <summary>A decimal as tenths: <c>-3.5</c> is -35.</summary>
    public int Tenths(BlockLine line, string path)
    {
        if (decimal.TryParse(line.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal value)) return (int)(value * 10);
        Problem(path, line.Line, $"'{line.Value}' is no number");
        return 0;
    }

    private void DeclareClass(Block block)
    {
        if (block.Keyword != "class") return;
        string name = block.Rest.TrimStart('@');
        if (name.Length == 0 || block.Rest[0] != '@')
        {
            Problem(block.Path, block.Line, "a class needs a name that starts with @", "class @troops");
            return;
        }

        if (!_classBlocks.TryAdd(name, (block, ClassNames.Count)))
        {
            Block first = _classBlocks[name].Block;
            first.Lines.AddRange(block.Lines);
            return;
        }

        ClassNames.Add(name);
    }

    private void FillClass(Block block, int id)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        Fill(block, id, seen, 0);
    }

    private void Fill(Block block, int id, HashSet<string> seen, int depth)
    {
        if (!seen.Add(block.Rest)) return;
        foreach (BlockLine line in block.Lines)
        {
            foreach (string member in Lists.Split(line.Key.Length == 0 ? line.Value : $"{line.Key}: {line.Value}"))
            {
                if (member[0] != '@') Enter(member, id);
                else if (_classBlocks.TryGetValue(member[1..], out (Block Block, int Order) other)) Fill(other.Block, id, seen, depth + 1);
                else ClassId(member[1..], block.Path, line.Line);
            }
        }
    }

    private void Enter(string member, int id)
    {
        int word = Words.Intern(Lists.Word(member));
        if (!ClassesOfWord.TryGetValue(word, out List<int>? classes)) ClassesOfWord[word] = classes = [];
        if (!classes.Contains(id)) classes.Add(id);
    }
}

/// <summary>An event type while its file is read.</summary>
internal sealed class TypeBuilder(EventType type)
{
    public EventType Type => type;

    public QuadClass Quad { get; set; }

    public int ScoreTenths { get; set; }

    public string Cameo { get; set; } = "";

    public string Definition { get; set; } = "";

    public List<ModeDefinition> Modes { get; } = [];

    public TypeDefinition Build() => new(type, Quad, ScoreTenths, Cameo, Definition, [.. Modes]);
}

/// <summary>Lists in the format: members parted by commas.</summary>
internal static class Lists
{
    /// <summary>The members, trimmed; empty ones left out.</summary>
    public static string[] Split(string value) => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A word as the table keeps it: lower case, underscores as blanks.</summary>
    public static string Word(string value) => value.Replace('_', ' ').Trim().ToLowerInvariant();
}
