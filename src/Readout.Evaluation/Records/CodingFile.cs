using System.Text;
using Readout.Coding.Record;
using Readout.Evaluation.Gold;

namespace Readout.Evaluation.Records;

/// <summary>Reads and writes codings, each line a record of the program, a refusal or a text coded by people in the gold's form.</summary>
internal static class CodingFile
{
    /// <summary>The codings of a file in order.</summary>
    /// <exception cref="GoldFormatException">A line is neither form, or two have one id.</exception>
    public static IEnumerable<CodedText> Read(string path)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (GoldFields line in GoldFile.Lines(path))
        {
            CodedText coding = Read(path, line);
            if (!seen.Add(coding.Id)) throw line.Wrong($"a second coding of '{coding.Id}'");
            yield return coding;
        }
    }

    /// <summary>The coding of one line; a refused input is a text without events.</summary>
    public static CodedText Read(string path, GoldFields line)
    {
        if (line.Has("refused")) return new CodedText { Id = line.RequiredId(), Text = "" };
        if (!line.Has("article")) return GoldCoding.Read(line);
        try
        {
            return CodedText.Of(RecordJson.Parse(line.Json));
        }
        catch (FormatException error)
        {
            throw new GoldFormatException(path, line.Line, error.Message);
        }
    }

    /// <summary>Writes one line: the record, or a refusal where none was made.</summary>
    public static void Write(TextWriter output, string id, ArticleRecord? record)
    {
        byte[] line = record is null ? RecordJson.RefusalToUtf8(id, "no record was made") : RecordJson.ToUtf8(record);
        output.Write(Encoding.UTF8.GetString(line));
        output.Write('\n');
    }
}
