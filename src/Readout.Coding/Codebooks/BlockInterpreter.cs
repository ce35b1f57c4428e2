using System.Globalization;
using Readout.Coding.Record;

namespace Readout.Coding.Codebooks;

/// <summary>Turns blocks into types, modes, contexts, cues, rules, frames and examples.</summary>
internal sealed class BlockInterpreter(CodebookBuilder builder)
{
    private static readonly string[] CueKeys = ["verb", "noun", "adj", "adv", "mark", "aux"];
    private readonly FrameReader _frames = new(builder);
    private TypeBuilder? _current;
    private string _path = "";

    /// <summary>First pass: what others refer to by name.</summary>
    public void Define(Block block)
    {
        Enter(block);
        switch (block.Keyword)
        {
            case "type": DefineType(block); break;
            case "mode": DefineMode(block); break;
            case "context": DefineContext(block); break;
        }
    }

    /// <summary>Second pass: what refers to the first.</summary>
    public void Interpret(Block block)
    {
        Enter(block);
        switch (block.Keyword)
        {
            case "mode": FillMode(block); break;
            case "frame":
                if (_current is null) builder.Problem(block.Path, block.Line, "a frame before any type", "start the file with: type NAME");
                else _frames.Read(block, _current.Type);
                break;
            case "example": _frames.Examples.Read(block.Path, block.Lines, null); break;
            case "cue": ReadCue(block); break;
            case "map": ReadMap(block); break;
            case "goldstein": ReadGoldstein(block); break;
            case "forms": ReadForms(block); break;
        }
    }

    /// <summary>Irregular forms: the lemma, a colon, its forms.</summary>
    private void ReadForms(Block block)
    {
        foreach (BlockLine line in block.Lines)
        {
            if (line.Key.Length == 0) builder.Problem(block.Path, line.Line, $"'{line.Value}' has no lemma", "shoot: shot");
            foreach (string form in Lists.Split(line.Value)) builder.Words.AddForm(Lists.Word(form), Lists.Word(line.Key));
        }
    }

    private void Enter(Block block)
    {
        if (block.Path != _path) _current = null;
        _path = block.Path;
        if (block.Keyword == "type" && Spelling.TryParseType(block.Rest, out EventType type)) _current = builder.Types[(int)type];
    }

    private void DefineType(Block block)
    {
        EventType? type = builder.Type(block.Rest, block.Path, block.Line);
        if (type is null) return;
        TypeBuilder target = builder.Types[(int)type] ??= new TypeBuilder(type.Value) { Quad = type.Value.Quad() };
        _current = target;
        foreach (BlockLine line in block.Lines)
        {
            switch (line.Key)
            {
                case "quad":
                    if (!EventTypes.TryParseQuad(line.Value, out QuadClass quad) || quad != type.Value.Quad())
                    {
                        builder.Problem(block.Path, line.Line, $"quad class of {block.Rest} is {type.Value.Quad().Spelt()}");
                    }

                    break;
                case "score": target.ScoreTenths = builder.Tenths(line, block.Path); break;
                case "cameo": target.Cameo = line.Value; break;
                case "definition": target.Definition = line.Value; break;
                default: Unknown(block, line, "quad", "score", "cameo", "definition"); break;
            }
        }
    }

    private void DefineMode(Block block)
    {
        if (_current is null)
        {
            builder.Problem(block.Path, block.Line, "a mode before any type", "start the file with: type NAME");
            return;
        }

        int score = _current.ScoreTenths;
        string? cameo = null;
        string definition = "";
        foreach (BlockLine line in block.Lines)
        {
            switch (line.Key)
            {
                case "score": score = builder.Tenths(line, block.Path); break;
                case "cameo": cameo = line.Value; break;
                case "definition": definition = line.Value; break;
                case "when": break;
                default: Unknown(block, line, "score", "cameo", "definition", "when"); break;
            }
        }

        _current.Modes.Add(new ModeDefinition(block.Rest, score, cameo, definition));
    }

    private void FillMode(Block block)
    {
        int index = _current?.Modes.FindIndex(mode => mode.Name == block.Rest) ?? -1;
        if (index < 0) return;
        List<Condition> conditions = [.. _current!.Modes[index].When];
        foreach (BlockLine line in block.Lines)
        {
            if (line.Key == "when" && _frames.Conditions.Read(line.Value, block.Path, line.Line) is { } condition) conditions.Add(condition);
        }

        _current.Modes[index] = _current.Modes[index] with { When = [.. conditions] };
    }

    private void DefineContext(Block block)
    {
        int index = builder.Contexts.FindIndex(context => context.Name == block.Rest);
        if (index < 0)
        {
            index = builder.Contexts.Count;
            if (index >= 64) builder.Problem(block.Path, block.Line, "more than 64 contexts");
            builder.Contexts.Add(new ContextDefinition(block.Rest, ""));
        }

        foreach (BlockLine line in block.Lines)
        {
            switch (line.Key)
            {
                case "definition": builder.Contexts[index] = new ContextDefinition(block.Rest, line.Value); break;
                case "words" or "":
                    foreach (string member in Lists.Split(line.Value))
                    {
                        int word = builder.Words.Intern(Lists.Word(member));
                        builder.ContextsOfWord[word] = builder.ContextsOfWord.GetValueOrDefault(word) | (1UL << index);
                    }

                    break;
                default: Unknown(block, line, "definition", "words"); break;
            }
        }
    }

    private void ReadCue(Block block)
    {
        if (!Enum.TryParse(block.Rest, true, out CueKind kind))
        {
            builder.Problem(block.Path, block.Line, $"unknown cue '{block.Rest}'", Suggestion.For(block.Rest, Enum.GetNames<CueKind>().Select(name => name.ToLowerInvariant())));
            return;
        }

        foreach (BlockLine line in block.Lines)
        {
            int cueClass = Array.IndexOf(CueKeys, line.Key);
            if (cueClass < 0)
            {
                Unknown(block, line, CueKeys);
                continue;
            }

            foreach (string member in Lists.Split(line.Value))
            {
                builder.Cues.Add(new CueEntry(kind, (CueClass)cueClass, builder.Words.Intern(Lists.Word(member))));
            }
        }
    }

    private void ReadMap(Block block)
    {
        string[] sides = block.Rest.Split("->", StringSplitOptions.TrimEntries);
        string[] parts = sides[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (sides.Length != 2 || parts.Length == 0)
        {
            builder.Problem(block.Path, block.Line, "a map needs a coding and a code", "map REQUEST meet -> 106");
            return;
        }

        EventType? type = builder.Type(parts[0], block.Path, block.Line);
        string? mode = null;
        string? context = null;
        EventType? action = null;
        foreach (string part in parts.Skip(1))
        {
            if (part.StartsWith("context=", StringComparison.Ordinal)) context = part[8..];
            else if (part.StartsWith("action=", StringComparison.Ordinal)) action = builder.Type(part[7..], block.Path, block.Line);
            else mode = part;
        }

        if (type is not null) builder.CameoRules.Add(new CameoRule(type.Value, mode, action, context, sides[1]));
    }

    private void ReadGoldstein(Block block)
    {
        foreach (BlockLine line in block.Lines)
        {
            string[] parts = line.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length == 2 && decimal.TryParse(parts[1], NumberStyles.Number, CultureInfo.InvariantCulture, out decimal value))
            {
                builder.Goldstein[parts[0]] = (int)(value * 10);
            }
            else
            {
                builder.Problem(block.Path, line.Line, $"'{line.Value}' is not a code and a score", "041 1.0");
            }
        }
    }

    private void Unknown(Block block, BlockLine line, params string[] known) =>
        builder.Problem(block.Path, line.Line, $"unknown key '{line.Key}' in {block.Keyword}", Suggestion.For(line.Key, known));
}
