using Readout.Analysis.Phrasing;
using Readout.Coding.Codebooks;
using Readout.Coding.Packs;
using Readout.Coding.Record;

namespace Readout.Cli.Printing;

/// <summary>The codebook as one Markdown page: types, modes, contexts, and each frame with its words and an example.</summary>
internal sealed class CodebookReference(Knowledge knowledge)
{
    private readonly Dictionary<string, string[]> _lines =
        knowledge.ReadFiles().Where(file => file.Path.StartsWith("codebook/", StringComparison.Ordinal)).ToDictionary(file => file.Path, file => file.Text.Split('\n'));

    public void Print(TextWriter output)
    {
        Codebook codebook = knowledge.Codebook;
        TypeDefinition[] types = [.. Enum.GetValues<EventType>().Select(codebook.Type).OfType<TypeDefinition>()];
        output.Write("# The codebook\n\nGenerated from `data/codebook` by `readout codebook reference > docs/codebook.md`; do not edit it here. How the files are\n"
            + "written is told in [codebook-format.md](codebook-format.md); `readout codebook show TYPE` prints every frame in full.\n\n"
            + $"{codebook.Frames.Length} frames, {codebook.Examples.Length} worked examples, of which {codebook.Examples.Count(e => e.Expected.IsEmpty)} must give no event.\n\n"
            + "| type | quad class | PLOVER score | CAMEO | frames |\n|---|---|---|---|---|\n");
        foreach (TypeDefinition type in types)
            output.Write($"| [{type.Type.Spelt()}](#{type.Type.Spelt().ToLowerInvariant()}) | {type.Quad.Spelt()} | {Score(type.ScoreTenths)} | {type.Cameo} | {codebook.Frames.Count(f => f.Type == type.Type)} |\n");
        foreach (TypeDefinition type in types) Print(type, output);
        output.Write("\n## Contexts\n\n| context | means |\n|---|---|\n");
        foreach (ContextDefinition context in codebook.Contexts) output.Write($"| {context.Name} | {Cell(context.Definition)} |\n");
    }

    private void Print(TypeDefinition type, TextWriter output)
    {
        output.Write($"\n## {type.Type.Spelt()}\n\n{type.Definition}\n");
        if (type.Modes.Length > 0) output.Write("\n| mode | PLOVER score | CAMEO | means |\n|---|---|---|---|\n");
        foreach (ModeDefinition mode in type.Modes) output.Write($"| {mode.Name} | {Score(mode.ScoreTenths)} | {mode.Cameo} | {Cell(mode.Definition)} |\n");
        output.Write("\n| frame | words | example |\n|---|---|---|\n");
        foreach (Frame frame in knowledge.Codebook.Frames.Where(frame => frame.Type == type.Type))
        {
            string[] block = [.. Block(frame)];
            string words = string.Join("; ", block.Where(line => line.StartsWith("verb:", StringComparison.Ordinal) || line.StartsWith("noun:", StringComparison.Ordinal) || line.StartsWith("adj:", StringComparison.Ordinal)));
            string example = block.FirstOrDefault(line => line.StartsWith("example:", StringComparison.Ordinal))?["example:".Length..].Trim()
                ?? knowledge.Codebook.Examples.FirstOrDefault(e => e.Frame == frame.Name || e.Expected.Any(coded => coded.Frame == frame.Name))?.Text ?? "";
            output.Write($"| {frame.Name} | {Cell(words)} | {Cell(example)} |\n");
        }
    }

    private IEnumerable<string> Block(Frame frame) =>
        _lines[frame.Path].Skip(frame.Line).TakeWhile(line => line.Length == 0 || line[0] is ' ' or '\t' or '#' or '\r').Select(line => line.Trim());

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private static string Score(int tenths) => Wording.Signed(tenths / 10.0, '-');
}
