using System.Collections.Immutable;
using Readout.Coding.Packs;

namespace Readout.Coding.Actors;

internal sealed partial class DirectoryReader
{
    private void ReadKinds(DataFile file)
    {
        foreach (DataBlock block in Blocks(file, out _))
        {
            string[] columns = block.Head.Columns;
            if (columns.Length != 3 || !CheckSector(block, block.Head.Number, columns[1])) continue;
            _kinds.Add(new BodyKind(columns[0], columns[1], columns[2] == "one", First(block, "head"), First(block, "voice")));
            foreach (string name in All(block, "names"))
            {
                _phrases.Add(name, SenseKind.BodyName, _kinds.Count - 1, anyCase: true);
                string plural = Plurals.Of(name);
                if (plural != name && !name.EndsWith('s')) _phrases.Add(plural, SenseKind.BodyName, _kinds.Count - 1, anyCase: true);
            }
        }
    }

    private void ReadGivenNames(DataFile file)
    {
        int group = 0;
        foreach (DataBlock block in Blocks(file, out _))
        {
            foreach (string name in block.Head.Text.Split(';', StringSplitOptions.TrimEntries)) _givenNames.TryAdd(Folding.Fold(name), group);
            group++;
        }
    }

    private void ReadCues(DataFile file)
    {
        foreach (DataBlock block in Blocks(file, out _))
        {
            if (!_cues.TryGetValue(block.Head.Text, out HashSet<string>? words)) _cues[block.Head.Text] = words = new(StringComparer.Ordinal);
            foreach (DataLine line in block.Lines)
            {
                foreach (string word in line.Text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) words.Add(word);
            }
        }
    }

    private void ReadAmbiguous(DataFile file)
    {
        foreach (DataBlock block in Blocks(file, out _))
        {
            _ambiguous.Add(new AmbiguousName(block.Head.Text, [.. block.Lines.Select(line => new AmbiguousReading(line.Key, [.. line.Items]))]));
            if (block.Lines.Count < 2) Report(block, block.Head.Number, "an ambiguous name needs two readings", "state/GEO: Tbilisi; Caucasus");
        }
    }

    private void ReadAgents(DataFile file)
    {
        foreach (DataBlock block in Blocks(file, out _))
        {
            string[] columns = block.Head.Columns;
            if (columns.Length != 2 || columns[1] is not ("person" or "group" or "body" or "thing" or "seat" or "count"))
            {
                Report(block, block.Head.Number, "a section of agents is 'SECTOR | person', group, body, thing, seat or count");
                continue;
            }

            if (!CheckSector(block, block.Head.Number, columns[0])) continue;
            foreach (DataLine line in block.Lines)
            {
                foreach (string item in line.Text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                    AddAgent(item, columns[0], columns[1]);
            }
        }
    }

    private void AddAgent(string item, string sector, string type)
    {
        int slash = item.IndexOf('/', StringComparison.Ordinal);
        string singular = slash < 0 ? item : item[..slash];
        string plural = slash < 0 ? Plurals.Of(item) : item[(slash + 1)..];
        if (plural == "=") plural = singular;
        int index = _agents.Count;
        _agents.Add(new AgentWord(singular == "-" ? plural : singular, sector, type));
        bool proper = singular.Any(char.IsUpper);
        if (singular == plural) _phrases.Add(plural, SenseKind.AgentPlural, index, !proper);
        else
        {
            if (singular != "-") _phrases.Add(singular, SenseKind.Agent, index, !proper);
            _phrases.Add(plural, SenseKind.AgentPlural, index, !proper);
        }
    }

    private void ReadTitles(DataFile file)
    {
        bool modifiers = false;
        foreach (DataBlock block in Blocks(file, out _))
        {
            string[] columns = block.Head.Columns;
            if (block.Head.Text == "[modifiers]") modifiers = true;
            else if (modifiers) AddModifier(block, columns);
            else AddTitle(block, columns);
        }
    }

    private void AddModifier(DataBlock block, string[] columns)
    {
        if (columns.Length != 3)
        {
            Report(block, block.Head.Number, "a modifier has three columns", "word | yes or no | sector or -");
            return;
        }

        _modifiers.Add(new TitleModifier(columns[0], columns[1] == "yes", Dash(columns[2])));
        _phrases.Add(columns[0], SenseKind.Modifier, _modifiers.Count - 1, anyCase: true);
    }

    private void AddTitle(DataBlock block, string[] columns)
    {
        if (columns.Length is not (3 or 4))
        {
            Report(block, block.Head.Number, "a title has three or four columns", "spellings | sector or - | role key or - | states");
            return;
        }

        if (columns[1] != "-" && !CheckSector(block, block.Head.Number, columns[1])) return;
        ImmutableArray<string> only = columns.Length == 4 ? [.. columns[3].Split(' ', StringSplitOptions.RemoveEmptyEntries)] : [];
        foreach (string spelling in columns[0].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            _titles.Add(new TitleReading(spelling, Dash(columns[1]), Dash(columns[2]), only));
            _phrases.Add(spelling, SenseKind.Title, _titles.Count - 1, anyCase: true);
        }
    }

    private static string Dash(string column) => column == "-" ? "" : column;
}
