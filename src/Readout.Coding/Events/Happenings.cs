using System.Collections.Immutable;
using System.Globalization;
using Readout.Coding.Codebooks;
using Readout.Coding.Packs;
using Readout.Coding.Record;

namespace Readout.Coding.Events;

/// <summary>A dated war, treaty or rupture that news refers to as background.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day; null where it goes on.</param>
/// <param name="Types">The event types under which news refers to it.</param>
/// <param name="Words">Lemmas by which it is referred to.</param>
/// <param name="Parties">Codes of who took part.</param>
public sealed record Happening(
    string Name, DateOnly From, DateOnly? To, ImmutableArray<EventType> Types, ImmutableArray<string> Words, ImmutableArray<string> Parties);

/// <summary>The dated happenings of <c>data/happenings/*.txt</c>. Immutable.</summary>
public sealed class Happenings
{
    private readonly Dictionary<string, List<Happening>> _byWord = new(StringComparer.Ordinal);

    internal Happenings(IEnumerable<Happening> all)
    {
        All = [.. all];
        foreach (Happening happening in All)
        {
            foreach (string word in happening.Words)
            {
                if (!_byWord.TryGetValue(word, out List<Happening>? list)) _byWord[word] = list = [];
                list.Add(happening);
            }
        }
    }

    /// <summary>No happenings.</summary>
    public static Happenings None { get; } = new([]);

    /// <summary>All, in file order.</summary>
    public ImmutableArray<Happening> All { get; }

    /// <summary>
    /// Reads happenings: a line each, <c>from | to | types | words | parties | name</c>; days as <c>1962-10-16</c>,
    /// <c>1962-10</c> or <c>1962</c>, <c>-</c> for what goes on; lists parted by commas; <c>#</c> starts a comment.
    /// </summary>
    public static Happenings Parse(IReadOnlyList<DataFile> files, ICollection<DataProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(problems);
        List<Happening> all = [];
        foreach (DataFile file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            int number = 0;
            foreach (string raw in file.Text.Split('\n'))
            {
                number++;
                string line = raw.Trim();
                if (line.Length > 0 && line[0] != '#' && Line(file.Path, number, line, problems) is { } happening) all.Add(happening);
            }
        }

        return new Happenings(all);
    }

    /// <summary>The happenings that a lemma refers to.</summary>
    internal IReadOnlyList<Happening> For(string lemma) => _byWord.TryGetValue(lemma, out List<Happening>? found) ? found : [];

    internal void Write(BinaryWriter writer)
    {
        writer.Write(All.Length);
        foreach (Happening happening in All)
        {
            writer.Write(happening.Name);
            writer.Write(happening.From.DayNumber);
            writer.Write(happening.To?.DayNumber ?? -1);
            writer.Write(string.Join(',', happening.Types.Select(type => type.Spelt())));
            writer.Write(string.Join(',', happening.Words));
            writer.Write(string.Join(',', happening.Parties));
        }
    }

    internal static Happenings Read(BinaryReader reader)
    {
        int count = reader.ReadInt32();
        List<Happening> all = new(count);
        for (int i = 0; i < count; i++)
        {
            string name = reader.ReadString();
            DateOnly from = DateOnly.FromDayNumber(reader.ReadInt32());
            int to = reader.ReadInt32();
            all.Add(new Happening(name, from, to < 0 ? null : DateOnly.FromDayNumber(to), Types(reader.ReadString(), null), [.. Lists.Split(reader.ReadString())], [.. Lists.Split(reader.ReadString())]));
        }

        return new Happenings(all);
    }

    private static Happening? Line(string path, int number, string line, ICollection<DataProblem> problems)
    {
        string[] cells = line.Split('|', StringSplitOptions.TrimEntries);
        if (cells.Length != 6)
        {
            problems.Add(new DataProblem(path, number, $"{cells.Length} cells instead of 6", "from | to | types | words | parties | name"));
            return null;
        }

        DateOnly? from = Day(cells[0], false);
        DateOnly? to = cells[1] == "-" ? null : Day(cells[1], true);
        if (from is null || (to is null && cells[1] != "-")) problems.Add(new DataProblem(path, number, $"'{cells[0]}' or '{cells[1]}' is no day", "1962-10-16, 1962-10 or 1962"));
        ImmutableArray<EventType> types = Types(cells[2], wrong => problems.Add(new DataProblem(path, number, $"unknown event type '{wrong}'", Suggestion.For(wrong, EventTypes.All))));
        return from is null ? null : new Happening(cells[5], from.Value, to, types, [.. Lists.Split(cells[3])], [.. Lists.Split(cells[4])]);
    }

    private static ImmutableArray<EventType> Types(string cell, Action<string>? wrong)
    {
        ImmutableArray<EventType>.Builder types = ImmutableArray.CreateBuilder<EventType>();
        foreach (string name in Lists.Split(cell))
        {
            if (Spelling.TryParseType(name, out EventType type)) types.Add(type);
            else wrong?.Invoke(name);
        }

        return types.ToImmutable();
    }

    private static DateOnly? Day(string cell, bool last)
    {
        if (DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)) return day;
        if (DateOnly.TryParseExact(cell, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly month)) return last ? month.AddMonths(1).AddDays(-1) : month;
        if (DateOnly.TryParseExact(cell, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly year)) return last ? year.AddYears(1).AddDays(-1) : year;
        return null;
    }
}
