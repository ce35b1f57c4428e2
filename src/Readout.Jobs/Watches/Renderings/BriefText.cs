using System.Collections.Immutable;
using System.Text;
using Readout.Analysis.Watches;

namespace Readout.Jobs.Watches.Renderings;

/// <summary>A brief as plain text: lines of at most 76 characters, addresses on lines of their own.</summary>
public static class BriefText
{
    private const int Width = 76;

    /// <summary>The text, with LF at the end of each line.</summary>
    /// <param name="brief">The brief.</param>
    /// <param name="links">Where its lines lead.</param>
    /// <param name="foot">Lines at the end.</param>
    public static string Write(Brief brief, BriefLinks links, params string[] foot)
    {
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(links);
        StringBuilder text = new();
        Line(text, brief.Name);
        Line(text, new string('=', Math.Min(Width, brief.Name.Length)));
        Line(text, brief.Asked);
        Line(text, BriefWording.Period(brief));
        if (!brief.HasNews) Line(text, "\n" + brief.NothingNew);
        if (!brief.Happened.IsEmpty) Head(text, "What happened");
        foreach (BriefGroup group in brief.Happened)
        {
            Line(text, "\n" + group.Name);
            Lines(text, group.Lines, links);
        }

        Section(text, "Earlier, and known only now", brief.Earlier, links);
        Index(text, brief.Index, links);
        Ahead(text, brief, links);
        Disputes(text, brief.Disputes, links);
        Statements(text, brief.Statements, links);
        Head(text, "About this brief");
        if (brief.HasNews) Wrapped(text, string.Join(' ', BriefWording.Remarks(brief)), "");
        foreach (string line in foot) Line(text, line);
        return text.ToString();
    }

    private static void Section(StringBuilder text, string name, ImmutableArray<BriefLine> lines, BriefLinks links)
    {
        if (lines.IsEmpty) return;
        Head(text, name);
        Lines(text, lines, links);
    }

    private static void Lines(StringBuilder text, ImmutableArray<BriefLine> lines, BriefLinks links)
    {
        foreach (BriefLine line in lines)
        {
            Wrapped(text, $"{BriefWording.Deed(line)} ({BriefWording.Facts(line)})", "* ", "  ");
            Source(text, line.Source, links, "  ");
        }
    }

    private static void Index(StringBuilder text, ImmutableArray<BriefIndex> index, BriefLinks links)
    {
        if (index.IsEmpty) return;
        Head(text, "The thaw-freeze index");
        foreach (BriefIndex one in index)
        {
            Wrapped(text, $"{one.Name}: {BriefWording.Index(one.Now)}; {BriefWording.Moves(one)}".TrimEnd(' ', ';'), "* ", "  ");
            foreach (BriefLine line in one.Why)
            {
                Wrapped(text, $"{BriefWording.Deed(line)} ({BriefWording.Facts(line)})", "  - ", "    ");
                Source(text, line.Source, links, "    ");
            }
        }
    }

    private static void Ahead(StringBuilder text, Brief brief, BriefLinks links)
    {
        if (brief.Meetings.IsEmpty && brief.Announced.IsEmpty) return;
        Head(text, "Ahead");
        foreach (BriefMeeting meeting in brief.Meetings)
        {
            Wrapped(text, BriefWording.Meeting(meeting), "* ", "  ");
            if (meeting.Source is { } source) Source(text, source, links, "  ");
        }

        Lines(text, brief.Announced, links);
    }

    private static void Disputes(StringBuilder text, ImmutableArray<BriefDispute> disputes, BriefLinks links)
    {
        if (disputes.IsEmpty) return;
        Head(text, "Where the sources disagree");
        foreach (BriefDispute dispute in disputes)
        {
            Wrapped(text, $"{dispute.Name}: {dispute.Aspect}", "* ", "  ");
            foreach (BriefClaim claim in dispute.Claims)
            {
                Wrapped(text, claim.Value, "  - ", "    ");
                foreach (BriefSource source in claim.Sources) Source(text, source, links, "    ");
            }
        }
    }

    private static void Statements(StringBuilder text, ImmutableArray<BriefStatement> statements, BriefLinks links)
    {
        if (statements.IsEmpty) return;
        Head(text, "Statements of note");
        foreach (BriefStatement statement in statements)
        {
            Wrapped(text, BriefWording.Speaker(statement), "* ", "  ");
            Source(text, statement.Source, links, "  ");
        }
    }

    private static void Source(StringBuilder text, BriefSource source, BriefLinks links, string indent)
    {
        Wrapped(text, $"\"{Plain(source.Sentence)}\"", indent);
        Wrapped(text, $"{BriefWording.Told(source)}{(source.Title is { } title ? $": {Plain(title)}" : "")}", indent);
        if (BriefLinks.Source(source) is { } address) Line(text, indent + address.AbsoluteUri);
        if (links.Evidence(source) is { } evidence) Line(text, indent + evidence.AbsoluteUri);
    }

    private static void Head(StringBuilder text, string name)
    {
        Line(text, "\n" + name);
        Line(text, new string('-', name.Length));
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');

    // White space of a text is laid out anew; a control character would be a hole in a terminal.
    private static string Plain(string words) => string.Create(words.Length, words, (span, source) =>
    {
        for (int i = 0; i < span.Length; i++) span[i] = char.IsControl(source[i]) ? ' ' : source[i];
    });

    private static void Wrapped(StringBuilder text, string words, string indent, string? hanging = null)
    {
        string line = indent;
        bool isEmpty = true;
        foreach (string word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!isEmpty && line.Length + 1 + word.Length > Width)
            {
                Line(text, line);
                line = hanging ?? indent;
                isEmpty = true;
            }

            line += isEmpty ? word : " " + word;
            isEmpty = false;
        }

        Line(text, line.TrimEnd());
    }
}
