using Readout.Text;

namespace Readout.Coding.Dates;

/// <summary>
/// Whether the clause around an expression tells of the past or of what is to come: from the verb that governs it where
/// there is a tree, else from the nearest word that gives it away.
/// </summary>
internal sealed class TenseFinder(Document document, List<TimeUnit> units, Vocabulary vocabulary)
{
    private const int Window = 14;

    private readonly int _future = vocabulary.ClassOf("future-cue");
    private readonly int _past = vocabulary.ClassOf("past-cue");

    /// <summary>Below 0 for the past, above 0 for the future, 0 where nothing says; -2 and 2 where the verb stands beside.</summary>
    public int Lean(TextSpan span, int from, int to)
    {
        if (document.IsParsed)
        {
            int token = document.TokenAtOrAfter(span.Start);
            if (token < document.TokenCount) return ClauseTense.Of(document.Token(token), span);
        }

        int left = Nearest(from - 1, -1);
        return left != 0 ? left : Nearest(to, 1);
    }

    private int Nearest(int from, int step)
    {
        for (int i = from, left = Window; i >= 0 && i < units.Count && left > 0; i += step, left--)
        {
            TimeUnit unit = units[i];
            if (unit.Kind == UnitKind.Break) return 0;
            if (unit.Kind == UnitKind.Mark && document.Text[unit.Start] is '.' or '?' or '!' or ';') return 0;
            if (unit.Kind != UnitKind.Word) continue;
            int cue = Cue(unit, i);
            if (cue != 0) return left > Window - 3 && step < 0 ? 2 * cue : cue;
        }

        return 0;
    }

    private int Cue(in TimeUnit unit, int at)
    {
        if (unit.Lexeme != 0)
        {
            if (vocabulary.Value(_future, unit.Lexeme) != Vocabulary.Absent) return 1;
            if (vocabulary.Value(_past, unit.Lexeme) != Vocabulary.Absent) return -1;
            return 0;
        }

        ReadOnlySpan<char> form = document.Text.AsSpan(unit.Start, unit.End - unit.Start);
        if (form.Length > 3 && form.EndsWith("ed", StringComparison.Ordinal) && char.IsLower(form[0]) && !FollowsBe(at)) return -1;
        return 0;
    }

    private bool FollowsBe(int at) => at > 0 && units[at - 1].Kind == UnitKind.Word
        && document.Text.AsSpan(units[at - 1].Start, units[at - 1].End - units[at - 1].Start) is "be" or "to";
}
