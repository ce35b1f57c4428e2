using System.Collections.Immutable;
using System.Globalization;
using Readout.Coding.Record;

namespace Readout.Coding.Codebooks;

/// <summary>Reads worked examples: the text, then a line for each event or <c>-> none</c>.</summary>
internal sealed class ExampleReader(CodebookBuilder builder)
{
    private static readonly string[] Keys = ["actors", "recipients", "action", "status", "trigger", "contexts", "cameo", "frame"];

    /// <summary>Reads the example lines of a block.</summary>
    public void Read(string path, IReadOnlyList<BlockLine> lines, string? frame)
    {
        int i = 0;
        while (i < lines.Count)
        {
            BlockLine head = lines[i++];
            if (!head.Key.StartsWith("example", StringComparison.Ordinal))
            {
                builder.Problem(path, head.Line, $"'{head.Key}' without an example before it", "example: SENTENCE");
                continue;
            }

            List<BlockLine> under = [];
            while (i < lines.Count && !lines[i].Key.StartsWith("example", StringComparison.Ordinal)) under.Add(lines[i++]);
            Example(path, head, under, frame);
        }
    }

    private void Example(string path, BlockLine head, List<BlockLine> under, string? frame)
    {
        List<ExpectedEvent> expected = [];
        string? fails = null;
        bool answered = false;
        foreach (BlockLine line in under)
        {
            if (line.Key == "fails") fails = line.Value;
            if (line.Key != "->") continue;
            answered = true;
            if (line.Value == "none") continue;
            ExpectedEvent? one = Expected(path, line);
            if (one is not null) expected.Add(one);
        }

        if (!answered) builder.Problem(path, head.Line, "an example without its coding", "-> none, or -> TYPE mode actors=… recipients=…");
        builder.Examples.Add(new WorkedExample
        {
            Path = path,
            Line = head.Line,
            Frame = frame,
            Text = head.Value,
            Published = Date(path, head),
            Expected = [.. expected],
            Fails = fails,
        });
    }

    private DateOnly? Date(string path, BlockLine head)
    {
        string text = head.Key["example".Length..].Trim();
        if (text.Length == 0) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)) return date;
        builder.Problem(path, head.Line, $"'{text}' is no date", "example 2003-04-09: …");
        return null;
    }

    private ExpectedEvent? Expected(string path, BlockLine line)
    {
        string[] parts = line.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        EventType? type = parts.Length == 0 ? null : builder.Type(parts[0], path, line.Line);
        if (type is null) return null;
        ExpectedEvent result = new() { Type = type.Value };
        foreach (string part in parts.AsSpan(1))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            result = equals < 0 ? WithMode(path, line, result, part) : With(path, line, result, part[..equals], part[(equals + 1)..]);
        }

        return result;
    }

    private ExpectedEvent WithMode(string path, BlockLine line, ExpectedEvent result, string mode)
    {
        TypeBuilder? type = builder.Types[(int)result.Type];
        if (mode != "-" && type is not null && !type.Modes.Exists(known => known.Name == mode))
        {
            builder.Problem(path, line.Line, $"{result.Type.Spelt()} has no mode '{mode}'", Suggestion.For(mode, type.Modes.Select(known => known.Name)));
        }

        return result with { Mode = mode };
    }

    private ExpectedEvent With(string path, BlockLine line, ExpectedEvent result, string key, string value)
    {
        switch (key)
        {
            case "actors": return result with { Actors = Codes(value) };
            case "recipients": return result with { Recipients = Codes(value) };
            case "action":
                if (value != "-") builder.Type(value, path, line.Line);
                return result with { Action = value };
            case "trigger": return result with { Trigger = value.Replace('_', ' ') };
            case "contexts": return result with { Contexts = [.. Lists.Split(value)] };
            case "cameo": return result with { Cameo = value };
            case "frame": return result with { Frame = value };
            case "status":
                if (EventTypes.TryParseStatus(value, out EventStatus status)) return result with { Status = status };
                builder.Problem(path, line.Line, $"unknown status '{value}'", "actual, historical, future, hypothetical or negated");
                return result;
            default:
                builder.Problem(path, line.Line, $"unknown key '{key}' in an expected coding", Suggestion.For(key, Keys));
                return result;
        }
    }

    private static ImmutableArray<string> Codes(string value)
    {
        if (value == "-") return [];
        string[] codes = Lists.Split(value);
        Array.Sort(codes, StringComparer.Ordinal);
        return [.. codes];
    }
}
