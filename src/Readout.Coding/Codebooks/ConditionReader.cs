using Readout.Coding.Record;

namespace Readout.Coding.Codebooks;

/// <summary>Reads conditions: <c>obj @agreement | obj deal &amp; with party</c>.</summary>
internal sealed class ConditionReader(CodebookBuilder builder)
{
    /// <summary>The condition of a line; null, with the problem reported, where it cannot be read.</summary>
    public Condition? Read(string text, string path, int line)
    {
        List<ConditionTerm[]> alternatives = [];
        foreach (string alternative in text.Split('|', StringSplitOptions.TrimEntries))
        {
            List<ConditionTerm> terms = [];
            foreach (string part in alternative.Split('&', StringSplitOptions.TrimEntries))
            {
                ConditionTerm? term = Term(part, path, line);
                if (term is null) return null;
                terms.Add(term);
            }

            alternatives.Add([.. terms]);
        }

        return new Condition([.. alternatives]);
    }

    private ConditionTerm? Term(string text, string path, int line)
    {
        string[] parts = text.Split((char[])[' ', ','], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2)
        {
            builder.Problem(path, line, $"'{text}' needs a slot and a value", "obj @agreement");
            return null;
        }

        List<ConditionValue> values = [];
        foreach (string part in parts.AsSpan(1))
        {
            ConditionValue? value = Value(part, path, line);
            if (value is null) return null;
            values.Add(value.Value);
        }

        if (values.Count > 1 && values.Exists(value => value.Kind == ValueKind.Any))
        {
            builder.Problem(path, line, $"'{text}': with * the other values never decide", $"{parts[0]} *");
        }

        return new ConditionTerm(Slot.Parse(parts[0], builder.Words), [.. values]);
    }

    private ConditionValue? Value(string text, string path, int line)
    {
        switch (text)
        {
            case "*": return new ConditionValue(ValueKind.Any, 0);
            case "none": return new ConditionValue(ValueKind.None, 0);
            case "party": return new ConditionValue(ValueKind.Party, 0);
            case "state": return new ConditionValue(ValueKind.State, 0);
            case "polity": return new ConditionValue(ValueKind.Power, 0);
        }

        if (text[0] == '=' && text.Length > 1) return new ConditionValue(ValueKind.Word, builder.Words.Intern(Lists.Word(text[1..])));
        if (text[0] == '@')
        {
            int id = builder.ClassId(text[1..], path, line);
            return id < 0 ? null : new ConditionValue(ValueKind.Class, id);
        }

        if (char.IsUpper(text[0]))
        {
            EventType? type = builder.Type(text, path, line);
            return type is null ? null : new ConditionValue(ValueKind.Type, (int)type);
        }

        return new ConditionValue(ValueKind.Word, builder.Words.Intern(Lists.Word(text)));
    }
}
