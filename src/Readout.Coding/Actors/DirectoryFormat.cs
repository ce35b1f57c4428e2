using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Readout.Coding.Actors;

/// <summary>The binary form of a directory: strings once in a table, then fixed rows.</summary>
internal static class DirectoryFormat
{
    public static void Write(BinaryWriter writer, DirectoryParts parts)
    {
        StringPool pool = new();
        using MemoryStream body = new();
        using (BinaryWriter rows = new(body, System.Text.Encoding.UTF8, leaveOpen: true)) WriteRows(rows, parts, pool);
        pool.Write(writer);
        writer.Write((int)body.Length);
        writer.Write(body.GetBuffer(), 0, (int)body.Length);
    }

    public static DirectoryParts Read(BinaryReader reader)
    {
        string[] strings = StringPool.Read(reader);
        int length = reader.ReadInt32();
        using BinaryReader rows = new(new MemoryStream(reader.ReadBytes(length), false));
        string Text() => strings[rows.ReadInt32()];
        return new DirectoryParts
        {
            Entries = Rows(rows, () => ReadEntry(rows, Text)),
            Agents = Rows(rows, () => new AgentWord(Text(), Text(), Text())),
            Titles = Rows(rows, () => new TitleReading(Text(), Text(), Text(), Rows(rows, Text))),
            Kinds = Rows(rows, () => new BodyKind(Text(), Text(), rows.ReadBoolean(), Text(), Text())),
            Modifiers = Rows(rows, () => new TitleModifier(Text(), rows.ReadBoolean(), Text())),
            Codes = Rows(rows, () => (Text(), (Text(), Text()))).ToImmutableSortedDictionary(row => row.Item1, row => row.Item2, StringComparer.Ordinal),
            GivenNames = Rows(rows, () => (Text(), rows.ReadInt32())).ToFrozenDictionary(row => row.Item1, row => row.Item2, StringComparer.Ordinal),
            Cues = Rows(rows, () => (Text(), Rows(rows, Text).ToFrozenSet(StringComparer.Ordinal)))
                .ToFrozenDictionary(row => row.Item1, row => row.Item2, StringComparer.Ordinal),
            Members = Rows(rows, () => new Membership(Text(), Text(), Day(rows), Day(rows))),
            Ambiguous = Rows(rows, () => new AmbiguousName(Text(), Rows(rows, () => new AmbiguousReading(Text(), Rows(rows, Text))))),
            Phrases = PhraseTable.Read(rows),
            Spellings = Rows(rows, () => new Spelling(Text(), (SenseKind)rows.ReadByte(), rows.ReadInt32())),
        };
    }

    private static void WriteRows(BinaryWriter rows, DirectoryParts parts, StringPool pool)
    {
        void Text(string value) => rows.Write(pool.Index(value));
        Rows(rows, parts.Entries, entry => WriteEntry(rows, entry, Text));
        Rows(rows, parts.Agents, agent => { Text(agent.Name); Text(agent.Sector); Text(agent.Class); });
        Rows(rows, parts.Titles, title => { Text(title.Name); Text(title.Sector); Text(title.Role); Rows(rows, title.Only, Text); });
        Rows(rows, parts.Kinds, kind => { Text(kind.Name); Text(kind.Sector); rows.Write(kind.One); Text(kind.Head); Text(kind.Voice); });
        Rows(rows, parts.Modifiers, word => { Text(word.Word); rows.Write(word.KeepsRole); Text(word.Sector); });
        Rows(rows, [.. parts.Codes], row => { Text(row.Key); Text(row.Value.Country); Text(row.Value.Name); });
        Rows(rows, [.. parts.GivenNames.OrderBy(row => row.Key, StringComparer.Ordinal)], row => { Text(row.Key); rows.Write(row.Value); });
        Rows(rows, [.. parts.Cues.OrderBy(row => row.Key, StringComparer.Ordinal)], row =>
        {
            Text(row.Key);
            Rows(rows, [.. row.Value.Order(StringComparer.Ordinal)], Text);
        });
        Rows(rows, parts.Members, row => { Text(row.Organisation); Text(row.State); rows.Write(row.From.DayNumber); rows.Write(row.To.DayNumber); });
        Rows(rows, parts.Ambiguous, name =>
        {
            Text(name.Name);
            Rows(rows, name.Readings, reading =>
            {
                Text(reading.Target);
                Rows(rows, reading.Words, Text);
            });
        });
        parts.Phrases.Write(rows);
        Rows(rows, parts.Spellings, row => { Text(row.Word); rows.Write((byte)row.Kind); rows.Write(row.Target); });
    }

    private static void WriteEntry(BinaryWriter rows, ActorEntry entry, Action<string> text)
    {
        text(entry.Id);
        text(entry.Name);
        rows.Write((byte)entry.Kind);
        text(entry.Code);
        text(entry.Country);
        text(entry.Sector);
        text(entry.Sort);
        rows.Write((byte)entry.Gender);
        text(entry.Surname);
        Rows(rows, entry.Offices, office =>
        {
            rows.Write(office.From.DayNumber);
            rows.Write(office.To.DayNumber);
            text(office.Code);
            text(office.Sector);
            text(office.Title);
            Rows(rows, office.Roles, text);
            text(office.Checked);
        });
        text(entry.Decides);
        text(entry.Source);
        text(entry.Checked);
    }

    private static ActorEntry ReadEntry(BinaryReader rows, Func<string> text) => new()
    {
        Id = text(),
        Name = text(),
        Kind = (EntryKind)rows.ReadByte(),
        Code = text(),
        Country = text(),
        Sector = text(),
        Sort = text(),
        Gender = (Gender)rows.ReadByte(),
        Surname = text(),
        Offices = Rows(rows, () => new OfficeRow(Day(rows), Day(rows), text(), text(), text(), Rows(rows, text), text())),
        Decides = text(),
        Source = text(),
        Checked = text(),
    };

    private static DateOnly Day(BinaryReader rows) => DateOnly.FromDayNumber(rows.ReadInt32());

    private static void Rows<T>(BinaryWriter rows, ImmutableArray<T> items, Action<T> write)
    {
        rows.Write(items.Length);
        foreach (T item in items) write(item);
    }

    private static ImmutableArray<T> Rows<T>(BinaryReader rows, Func<T> read)
    {
        int count = rows.ReadInt32();
        if (count == 0) return [];
        T[] items = new T[count];
        for (int i = 0; i < count; i++) items[i] = read();
        return System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(items);
    }
}

/// <summary>Strings kept once.</summary>
internal sealed class StringPool
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly List<string> _strings = [];

    public int Index(string text)
    {
        if (_index.TryGetValue(text, out int found)) return found;
        _index[text] = _strings.Count;
        _strings.Add(text);
        return _strings.Count - 1;
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(_strings.Count);
        foreach (string text in _strings) writer.Write(text);
    }

    public static string[] Read(BinaryReader reader)
    {
        string[] strings = new string[reader.ReadInt32()];
        for (int i = 0; i < strings.Length; i++) strings[i] = reader.ReadString();
        return strings;
    }
}
