using System.Collections.Immutable;
using Readout.Coding.Packs;

namespace Readout.Coding.Actors;

internal sealed partial class DirectoryReader
{
    private void ReadOrganisations(DataFile file)
    {
        foreach (DataBlock block in Blocks(file, out string check))
        {
            CheckKeys(block, "code", "also", "adjective", "people", "metonym", "organs", "members", "sector");
            string code = First(block, "code");
            if (!CheckCode(block, block.Head.Number, code)) continue;
            ActorEntry entry = new()
            {
                Id = "igo/" + Folding.Slug(block.Head.Text),
                Name = block.Head.Text,
                Kind = EntryKind.Igo,
                Code = code,
                Country = _codes.TryGetValue(code, out (string Country, string Name) row) ? row.Country : code,
                Sector = First(block, "sector"),
                Source = Where(block),
                Checked = check,
            };
            int index = AddWithNames(entry, block, [.. All(block, "also").Select(WithoutDates), .. All(block, "metonym")]);
            foreach (string adjective in All(block, "adjective")) _phrases.Add(adjective, SenseKind.Adjective, index);
            foreach (string people in All(block, "people")) AddPeople(people, index);
            AddEach(entry, block, "organs");
            ReadMembers(block, code);
        }
    }

    private void ReadMembers(DataBlock block, string code)
    {
        foreach (string item in All(block, "members"))
        {
            string[] words = item.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            bool dated = DateRanges.TryParse(words[0], out DateOnly from, out DateOnly to);
            foreach (string state in words.Skip(dated ? 1 : 0))
            {
                if (CheckCode(block, block.Head.Number, state)) _members.Add(new Membership(code, state, from, dated ? to : DateOnly.MaxValue));
            }
        }
    }

    private void ReadBodies(DataFile file)
    {
        string code = Path.GetFileNameWithoutExtension(file.Path);
        foreach (DataBlock block in Blocks(file, out string check))
        {
            CheckKeys(block, "kind", "also", "each", "metonym", "sector");
            BodyKind? kind = _kinds.Find(candidate => candidate.Name == First(block, "kind"));
            if (kind is null)
            {
                Report(block, block.Head.Number, $"'{First(block, "kind")}' is no kind of body", "add it to kinds.txt or use one that is there");
                continue;
            }

            if (!CheckCode(block, block.Head.Number, code)) continue;
            string sector = First(block, "sector");
            if (sector.Length > 0 && !CheckSector(block, block.Head.Number, sector)) continue;
            ActorEntry entry = new()
            {
                Id = $"body/{Folding.Slug(code)}-{Folding.Slug(block.Head.Text)}",
                Name = block.Head.Text,
                Kind = EntryKind.Body,
                Code = code,
                Country = code,
                Sector = sector.Length > 0 ? sector : kind.Sector,
                Sort = kind.Name,
                Source = Where(block),
                Checked = check,
            };
            AddWithNames(entry, block, [.. All(block, "also"), .. All(block, "metonym")]);
            AddEach(entry with { Sort = kind.Name + "+" }, block, "each");
        }
    }

    private void ReadGroups(DataFile file)
    {
        foreach (DataBlock block in Blocks(file, out string check))
        {
            CheckKeys(block, "kind", "code", "home", "sector", "also", "each", "country", "sectors");
            string home = First(block, "home");
            string code = First(block, "code");
            string country = home.Length > 0 ? home : First(block, "country");
            if (home.Length > 0 && !CheckCode(block, block.Head.Number, home)) continue;
            if (home.Length > 0 && _byId.TryGetValue("state/" + home, out int state)) country = _entries[state].Code;
            string sector = First(block, "sector");
            if (!CheckSector(block, block.Head.Number, sector)) continue;
            ActorEntry entry = new()
            {
                Id = "group/" + Folding.Slug(block.Head.Text),
                Name = block.Head.Text,
                Kind = EntryKind.Group,
                Code = code.Length > 0 ? code : home.Length > 0 ? country : Folding.Slug(block.Head.Text),
                Country = country,
                Sector = sector,
                Sort = First(block, "kind"),
                Offices = ReadSectors(block, code),
                Source = Where(block),
                Checked = check,
            };
            AddWithNames(entry, block, All(block, "also"));
            bool own = code.Any(char.IsLower);
            AddEach(own ? entry with { Code = "", Offices = [] } : entry with { Offices = [] }, block, "each");
        }
    }

    private ImmutableArray<OfficeRow> ReadSectors(DataBlock block, string code)
    {
        List<OfficeRow> rows = [];
        foreach (string item in All(block, "sectors"))
        {
            string[] words = item.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 2 && DateRanges.TryParse(words[0], out DateOnly from, out DateOnly to) && CheckSector(block, block.Head.Number, words[1]))
                rows.Add(new OfficeRow(from, to, code, words[1], "", [], ""));
            else Report(block, block.Head.Number, $"'{item}' is no dated sector", "range and sector, such as 2021-08-15.. GOV");
        }

        return [.. rows];
    }

    private int AddWithNames(ActorEntry entry, DataBlock block, IEnumerable<string> names)
    {
        int index = Add(entry, block);
        _phrases.Add(entry.Name, SenseKind.Name, index);
        foreach (string name in names) _phrases.Add(name, SenseKind.Name, index);
        return index;
    }

    /// <summary>Entries that share all but their names with the block's: <c>each: Barclays; Northern League = Lega Nord</c>.</summary>
    private void AddEach(ActorEntry like, DataBlock block, string key)
    {
        foreach (string item in All(block, key))
        {
            string[] names = item.Split('=', StringSplitOptions.TrimEntries);
            string prefix = like.Kind == EntryKind.Body ? $"body/{Folding.Slug(like.Code)}-" : like.Id[..(like.Id.IndexOf('/', StringComparison.Ordinal) + 1)];
            string slug = Folding.Slug(names[0]);
            AddWithNames(like with { Id = prefix + slug, Name = names[0], Code = like.Code.Length > 0 ? like.Code : slug }, block, names.Skip(1));
        }
    }
}
