using System.Collections.Immutable;
using Readout.Coding.Events;
using Readout.Coding.Packs;
using Readout.Coding.Record;

namespace Readout.Coding.Codebooks;

/// <summary>
/// The definitions, frames and worked examples by which events are coded. Immutable; safe to use from every thread.
/// The format is described in <c>docs/codebook-format.md</c>.
/// </summary>
public sealed class Codebook
{
    private readonly TypeDefinition?[] _types;
    private readonly FrameReference[][] _byWord;
    private readonly int[][] _classesOfWord;
    private readonly ulong[] _contextsOfWord;
    private readonly ushort[][] _cues;

    internal Codebook(CodebookParts parts)
    {
        Parts = parts;
        Grammar = new GrammarWords(parts.Words);
        _types = parts.Types;
        _byWord = FrameReference.Index(parts.Frames, parts.Words.Count);
        parts.Words.SettlePredicates(word => _byWord[word].Length > 0);
        _classesOfWord = new int[parts.Words.Count][];
        _contextsOfWord = new ulong[parts.Words.Count];
        _cues = new ushort[6][];
        foreach ((int word, int[] classes) in parts.ClassesOfWord) _classesOfWord[word] = classes;
        foreach ((int word, ulong contexts) in parts.ContextsOfWord) _contextsOfWord[word] = contexts;
        for (int i = 0; i < _cues.Length; i++) _cues[i] = new ushort[parts.Words.Count];
        foreach (Frame frame in parts.Frames) frame.Settle();
        foreach (CueEntry cue in parts.Cues) _cues[(int)cue.Class][cue.Word] |= (ushort)(1 << (int)cue.Kind);
        Contexts = [.. parts.Contexts];
        Examples = [.. parts.Examples];
        Frames = [.. parts.Frames];
    }

    /// <summary>All frames, in file order.</summary>
    public ImmutableArray<Frame> Frames { get; }

    /// <summary>All worked examples, in file order.</summary>
    public ImmutableArray<WorkedExample> Examples { get; }

    /// <summary>The contexts in the manual's order.</summary>
    public ImmutableArray<ContextDefinition> Contexts { get; }

    internal CodebookParts Parts { get; }

    internal WordTable Words => Parts.Words;

    internal GrammarWords Grammar { get; }

    /// <summary>
    /// Reads codebook files (<c>codebook/*.txt</c>). Whatever is wrong in them is added to
    /// <paramref name="problems"/> with file, line and suggestion; the rest is still read.
    /// </summary>
    /// <param name="files">The files; they are taken in ordinal order of their paths.</param>
    /// <param name="problems">Receives the problems.</param>
    public static Codebook Parse(IReadOnlyList<DataFile> files, ICollection<DataProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(problems);
        List<Block> blocks = [];
        foreach (DataFile file in files.OrderBy(file => file.Path, StringComparer.Ordinal)) blocks.AddRange(BlockReader.Read(file, problems));
        CodebookBuilder builder = new(problems);
        builder.Read(blocks);
        return new Codebook(CodebookParts.From(builder));
    }

    /// <summary>The definition of a type; null where no file defines it.</summary>
    public TypeDefinition? Type(EventType type) => _types[(int)type];

    /// <summary>The PLOVER score of a type and mode, in tenths.</summary>
    public int ScoreTenths(EventType type, string? mode) =>
        Type(type) is { } definition ? definition.Mode(mode)?.ScoreTenths ?? definition.ScoreTenths : 0;

    /// <summary>The Goldstein score of a CAMEO code in tenths; null where the table lacks the code.</summary>
    public int? GoldsteinTenths(string? cameo) =>
        cameo is not null && Parts.Goldstein.TryGetValue(cameo, out int tenths) ? tenths : null;

    /// <summary>The CAMEO code of a coding: the first rule that matches it, else the mode's, else the type's.</summary>
    public string? Cameo(EventType type, string? mode, EventType? action, ImmutableArray<string> contexts)
    {
        foreach (CameoRule rule in Parts.CameoRules)
        {
            if (rule.Type == type && (rule.Mode is null || rule.Mode == mode) && (rule.Action is null || rule.Action == action)
                && (rule.Context is null || contexts.Contains(rule.Context))) return rule.Code;
        }

        TypeDefinition? definition = Type(type);
        return definition?.Mode(mode)?.Cameo ?? definition?.Cameo;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    internal static Codebook Read(BinaryReader reader) => new(CodebookParts.Read(reader));

    /// <summary>Writes the binary form that loads fast.</summary>
    internal void Write(BinaryWriter writer) => Parts.Write(writer);

    internal FrameReference[] FramesAt(int word) => _byWord[word];

    internal bool InClass(int word, int classId) => word >= 0 && _classesOfWord[word] is { } classes && Array.IndexOf(classes, classId) >= 0;

    /// <summary>Names of the classes that a word is in.</summary>
    internal IEnumerable<string> ClassesOf(int word) => word < 0 || _classesOfWord[word] is not { } classes ? [] : classes.Select(one => Parts.ClassNames[one]);

    internal ulong ContextsOf(int word) => word < 0 ? 0 : _contextsOfWord[word];

    internal bool IsCue(int word, CueClass kind, CueKind cue) => word >= 0 && (_cues[(int)kind][word] & (1 << (int)cue)) != 0;

    internal int ClassNamed(string name) => Parts.ClassNames.IndexOf(name);
}

/// <summary>A frame as found by one of its predicates.</summary>
internal readonly record struct FrameReference(Frame Frame, FramePredicate Predicate)
{
    /// <summary>For each word, the frames that have it as a predicate, in the codebook's order.</summary>
    public static FrameReference[][] Index(IReadOnlyList<Frame> frames, int wordCount)
    {
        List<FrameReference>?[] lists = new List<FrameReference>?[wordCount];
        foreach (Frame frame in frames)
        {
            foreach (FramePredicate predicate in frame.Predicates) (lists[predicate.Word] ??= []).Add(new FrameReference(frame, predicate));
        }

        return Array.ConvertAll(lists, list => list?.ToArray() ?? []);
    }
}
