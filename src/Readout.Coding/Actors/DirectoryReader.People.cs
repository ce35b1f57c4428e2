using System.Collections.Frozen;
using System.Collections.Immutable;
using Readout.Coding.Packs;

namespace Readout.Coding.Actors;

internal sealed partial class DirectoryReader
{
    /// <summary>Role keys that <c>docs/actors.md</c> lists.</summary>
    private static readonly FrozenSet<string> RoleKeys = new[]
    {
        "head-of-state", "head-of-government", "vice-president", "deputy-head-of-government", "foreign-minister", "defence-minister",
        "interior-minister", "finance-minister", "security-adviser", "intelligence-chief", "military-chief", "speaker", "ambassador-un",
        "central-bank-governor", "opposition-leader", "foreign-ministry-spokesperson", "leader-spokesperson", "leader",
    }.ToFrozenSet(StringComparer.Ordinal);

    private void ReadPeople(DataFile file)
    {
        Dictionary<string, string> settings = new(StringComparer.Ordinal);
        List<DataBlock> blocks = DataBlock.Read(file, ["checked", "family-name"], settings, problems);
        string check = settings.GetValueOrDefault("checked", "");
        bool familyFirst = settings.GetValueOrDefault("family-name", "") == "first";
        foreach (DataBlock block in blocks)
        {
            ImmutableArray<OfficeRow> offices = ReadOffices(block, check);
            if (offices.IsEmpty)
            {
                Report(block, block.Head.Number, $"'{block.Head.Text}' has no office", "add a dated row: from..to | CODE | SECTOR | title");
                continue;
            }

            string name = block.Head.Text;
            string id = First(block, "id");
            string surname = First(block, "surname");
            if (surname.Length == 0) surname = familyFirst ? name.Split(' ')[0] : PersonNames.Surname(name);
            string home = offices.FirstOrDefault(row => row.Code.Length == 3)?.Code ?? offices[0].Code;
            int index = Add(
                new ActorEntry
                {
                    Id = id.Length > 0 ? id : "person/" + Folding.Slug(name),
                    Name = name,
                    Kind = EntryKind.Person,
                    Code = home,
                    Country = _codes.TryGetValue(home, out (string Country, string Name) row) ? row.Country : home,
                    Gender = First(block, "gender") switch { "m" => Gender.Male, "f" => Gender.Female, _ => Gender.Unknown },
                    Surname = surname,
                    Offices = offices,
                    Source = Where(block),
                    Checked = check,
                },
                block);
            AddPersonPhrases(block, name, surname, index);
        }
    }

    private void AddPersonPhrases(DataBlock block, string name, string surname, int index)
    {
        foreach (string full in (string[])[name, .. All(block, "also")])
        {
            bool single = !full.Contains(' ', StringComparison.Ordinal);
            _phrases.Add(full, single ? SenseKind.Surname : SenseKind.Name, index);
            string plain = PersonNames.WithoutInitials(full);
            if (!single && plain != full && plain.Contains(' ', StringComparison.Ordinal)) _phrases.Add(plain, SenseKind.Name, index);
        }

        _phrases.Add(surname, SenseKind.Surname, index);
        string bare = PersonNames.WithoutArticle(surname);
        if (bare != surname) _phrases.Add(bare, SenseKind.Surname, index);
    }

    private ImmutableArray<OfficeRow> ReadOffices(DataBlock block, string check)
    {
        List<OfficeRow> rows = [];
        foreach (DataLine line in block.Lines)
        {
            if (line.Key is "also" or "id" or "gender" or "surname" or "died" or "born" or "wiki" or "note") continue;
            OfficeRow? row = ReadOffice(block, line, check);
            if (row is not null) rows.Add(row);
        }

        return [.. rows];
    }

    private OfficeRow? ReadOffice(DataBlock block, DataLine line, string check)
    {
        string[] columns = line.Columns;
        if (columns.Length is < 4 or > 6 || !DateRanges.TryParse(columns[0], out DateOnly from, out DateOnly to))
        {
            Report(block, line.Number, $"'{line.Text}' is no dated office", "from..to | CODE | SECTOR | title | role keys | checked 2025-06");
            return null;
        }

        string rowCheck = check;
        List<string> roles = [];
        foreach (string column in columns.Skip(4))
        {
            if (column.StartsWith("checked", StringComparison.Ordinal)) rowCheck = column["checked".Length..].Trim();
            else roles.AddRange(column.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries));
        }

        foreach (string role in roles.Where(role => !RoleKeys.Contains(role)))
            Report(block, line.Number, $"'{role}' is no role key", "one of " + string.Join(' ', RoleKeys.Order(StringComparer.Ordinal)));
        if (!CheckSector(block, line.Number, columns[2])) return null;
        bool group = columns[1].Any(char.IsLower);
        if (!group && !CheckCode(block, line.Number, columns[1])) return null;
        return new OfficeRow(from, to, columns[1], columns[2], columns[3], [.. roles.Where(RoleKeys.Contains)], rowCheck);
    }
}
