using Readout.Coding.Packs;

namespace Readout.Coding.Actors;

internal sealed partial class DirectoryReader
{
    private void ReadCodes(DataFile file)
    {
        foreach (DataBlock block in Blocks(file, out _))
        {
            string[] columns = block.Head.Columns;
            if (columns.Length == 3) _codes[columns[0]] = (columns[1], columns[2]);
            else Report(block, block.Head.Number, "a row has three columns", "code | PLOVER country field | name");
        }
    }

    private void ReadStates(DataFile file)
    {
        foreach (DataBlock block in Blocks(file, out string check))
        {
            string[] columns = block.Head.Columns;
            if (columns.Length != 9)
            {
                Report(block, block.Head.Number, $"a state's row has nine columns, this one {columns.Length}", "see docs/actors.md");
                continue;
            }

            CheckKeys(block, "also", "former", "adjective", "people", "capital", "government", "place", "combining", "exists", "of", "sector", "ambiguous");
            string of = First(block, "of");
            string code = of.Length > 0 ? of : columns[0];
            int index = Add(
                new ActorEntry
                {
                    Id = "state/" + columns[0],
                    Name = columns[4],
                    Kind = EntryKind.State,
                    Code = code,
                    Country = code == "ATA" ? "" : code,
                    Sector = First(block, "sector"),
                    Sort = string.Join(' ', columns[1], columns[2], columns[3]),
                    Decides = First(block, "ambiguous"),
                    Source = Where(block),
                    Checked = check,
                },
                block);
            AddStatePhrases(block, columns, index);
        }
    }

    private void AddStatePhrases(DataBlock block, string[] columns, int index)
    {
        foreach (string name in (string[])[columns[4], columns[5], .. All(block, "also"), .. All(block, "former").Select(WithoutDates)])
        {
            if (name != "-") AddStateWord(name, SenseKind.Name, index);
        }

        foreach (string adjective in (string[])[columns[6], .. All(block, "adjective")])
        {
            if (adjective != "-") AddStateWord(adjective, SenseKind.Adjective, index);
        }

        foreach (string prefix in All(block, "combining")) _phrases.Add(prefix, SenseKind.Combining, index);
        foreach (string people in (string[])[columns[7], .. All(block, "people")])
        {
            if (people != "-") AddPeople(people, index);
        }

        foreach (string capital in (string[])[columns[8], .. All(block, "capital")])
        {
            if (capital != "-") AddStateWord(capital, SenseKind.Capital, index);
        }

        foreach (string metonym in All(block, "government")) _phrases.Add(metonym, SenseKind.Government, index);
        foreach (string place in All(block, "place")) _phrases.Add(place, SenseKind.Place, index);
    }

    private void AddPeople(string people, int index)
    {
        AddStateWord(people, SenseKind.People, index);
        AddStateWord(Plurals.OfPeople(people), SenseKind.PeoplePlural, index);
    }

    private void AddStateWord(string word, SenseKind kind, int index)
    {
        _phrases.Add(word, kind, index);
        if (word.Length >= Spellings.Shortest && word.All(char.IsLetter)) _spellings.Add(new Spelling(Folding.Fold(word), kind, index));
    }

    /// <summary>The name without the range at its end: <c>USSR 1922..1991</c> is <c>USSR</c>.</summary>
    private static string WithoutDates(string name)
    {
        int space = name.LastIndexOf(' ');
        return space > 0 && DateRanges.TryParse(name[(space + 1)..], out _, out _) ? name[..space] : name;
    }
}
