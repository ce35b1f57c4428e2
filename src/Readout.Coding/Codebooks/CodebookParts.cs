namespace Readout.Coding.Codebooks;

/// <summary>What a codebook is made of, and its binary form.</summary>
internal sealed class CodebookParts
{
    public required WordTable Words { get; init; }

    public required List<string> ClassNames { get; init; }

    public required Dictionary<int, int[]> ClassesOfWord { get; init; }

    public required List<Frame> Frames { get; init; }

    public required TypeDefinition?[] Types { get; init; }

    public required List<ContextDefinition> Contexts { get; init; }

    public required Dictionary<int, ulong> ContextsOfWord { get; init; }

    public required List<CueEntry> Cues { get; init; }

    public required List<CameoRule> CameoRules { get; init; }

    public required SortedDictionary<string, int> Goldstein { get; init; }

    public required List<WorkedExample> Examples { get; init; }

    public static CodebookParts From(CodebookBuilder builder) => new()
    {
        Words = builder.Words,
        ClassNames = builder.ClassNames,
        ClassesOfWord = builder.ClassesOfWord.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray()),
        Frames = builder.Frames,
        Types = Array.ConvertAll(builder.Types, type => type?.Build()),
        Contexts = builder.Contexts,
        ContextsOfWord = builder.ContextsOfWord,
        Cues = builder.Cues,
        CameoRules = builder.CameoRules,
        Goldstein = builder.Goldstein,
        Examples = builder.Examples,
    };

    public void Write(BinaryWriter writer)
    {
        PartsWriter parts = new(writer);
        Words.Write(writer);
        parts.List(ClassNames, writer.Write);
        parts.List(ClassesOfWord.OrderBy(pair => pair.Key).ToList(), pair => { writer.Write(pair.Key); parts.Numbers(pair.Value); });
        parts.List(Frames, parts.Frame);
        parts.List(Types, parts.Type);
        parts.List(Contexts, context => { writer.Write(context.Name); writer.Write(context.Definition); });
        parts.List(ContextsOfWord.OrderBy(pair => pair.Key).ToList(), pair => { writer.Write(pair.Key); writer.Write(pair.Value); });
        parts.List(Cues, cue => { writer.Write((byte)cue.Kind); writer.Write((byte)cue.Class); writer.Write(cue.Word); });
        parts.List(CameoRules, parts.Rule);
        parts.List(Goldstein.ToList(), pair => { writer.Write(pair.Key); writer.Write(pair.Value); });
        parts.List(Examples, parts.Example);
    }

    public static CodebookParts Read(BinaryReader reader)
    {
        PartsReader parts = new(reader);
        WordTable words = WordTable.Read(reader);
        return new CodebookParts
        {
            Words = words,
            ClassNames = parts.List(reader.ReadString),
            ClassesOfWord = parts.List(() => (Word: reader.ReadInt32(), Classes: parts.Numbers())).ToDictionary(pair => pair.Word, pair => pair.Classes),
            Frames = parts.Frames(),
            Types = [.. parts.List(parts.Type)],
            Contexts = parts.List(() => new ContextDefinition(reader.ReadString(), reader.ReadString())),
            ContextsOfWord = parts.List(() => (Word: reader.ReadInt32(), Mask: reader.ReadUInt64())).ToDictionary(pair => pair.Word, pair => pair.Mask),
            Cues = parts.List(() => new CueEntry((CueKind)reader.ReadByte(), (CueClass)reader.ReadByte(), reader.ReadInt32())),
            CameoRules = parts.List(parts.Rule),
            Goldstein = parts.Scores(),
            Examples = parts.List(parts.Example),
        };
    }
}
