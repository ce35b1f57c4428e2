using System.Collections.Immutable;

namespace Readout.Coding.Actors;

/// <summary>Says in words what the directory knows of each stretch of a phrase. Holds no state.</summary>
internal static class LookupMeanings
{
    public static ImmutableArray<WordMeaning> Of(ActorDirectory directory, WordRuns runs, bool anyCase)
    {
        ImmutableArray<WordMeaning>.Builder meanings = ImmutableArray.CreateBuilder<WordMeaning>();
        foreach (Element element in ElementScanner.Scan(directory.Parts.Phrases, runs, 0, runs.Count, anyCase))
        {
            string words = runs.Text[runs.Start(element.First)..runs.End(element.End - 1)];
            foreach (string meaning in element.Senses.Select(sense => Meaning(directory.Parts, sense)).Distinct(StringComparer.Ordinal)) meanings.Add(new WordMeaning(words, meaning));
        }

        return meanings.ToImmutable();
    }

    private static string Meaning(DirectoryParts parts, Sense sense) => sense.Kind switch
    {
        SenseKind.Agent => $"generic agent, {parts.Agents[sense.Target].Sector}",
        SenseKind.AgentPlural => $"generic agents, {parts.Agents[sense.Target].Sector}",
        SenseKind.Title => Title(parts.Titles[sense.Target]),
        SenseKind.BodyName => $"kind of body: {parts.Kinds[sense.Target].Name}, {parts.Kinds[sense.Target].Sector}",
        SenseKind.Modifier => Modifier(parts.Modifiers[sense.Target]),
        _ => $"{Relation(sense.Kind)} {parts.Entries[sense.Target].Name} ({parts.Entries[sense.Target].Id})",
    };

    private static string Relation(SenseKind kind) => kind switch
    {
        SenseKind.Name => "name of",
        SenseKind.Adjective => "adjective of",
        SenseKind.People => "one of the people of",
        SenseKind.PeoplePlural => "people of",
        SenseKind.Capital => "capital of",
        SenseKind.Government => "stands for the government of",
        SenseKind.Place => "place of",
        _ => "surname of",
    };

    private static string Title(TitleReading title)
    {
        string only = title.Only.IsEmpty ? "" : " of " + string.Join(' ', title.Only);
        string role = title.Role.Length == 0 ? "" : $", role {title.Role}";
        return $"title{only}{(title.Sector.Length == 0 ? "" : ", " + title.Sector)}{role}";
    }

    private static string Modifier(TitleModifier modifier) =>
        modifier.Sector.Length > 0 ? $"modifier: makes the holder {modifier.Sector}" : modifier.KeepsRole ? "modifier: keeps the office" : "modifier: another office";
}
