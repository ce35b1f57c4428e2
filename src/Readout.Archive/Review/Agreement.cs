namespace Readout.Archive.Review;

/// <summary>An entry of the log, as agreement takes it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Key">Key of the event.</param>
/// <param name="Kind">accept, reject, change or add.</param>
/// <param name="Fields">What was changed, as JSON.</param>
/// <param name="By">Who.</param>
internal sealed record Judgement(long Id, string Key, string Kind, string Fields, string By);

/// <summary>
/// How people agree with the program, and two people with each other. The first judge of an event judges the program's coding; the next
/// one judges what the first left standing, and agrees where that is accepted, rejected alike, or changed alike. Pure.
/// </summary>
internal static class Agreement
{
    /// <summary>The counts over entries in the order of the log; what waits is left at 0.</summary>
    public static ReviewProgress Of(IReadOnlyList<Judgement> entries, string reader)
    {
        Judgement[][] events = [.. entries.GroupBy(entry => entry.Key, StringComparer.Ordinal).Select(group => group.OrderBy(entry => entry.Id).ToArray())];
        Judgement[] first = [.. events.Select(judgements => judgements[0])];
        (Judgement First, Judgement Second)[] pairs = [.. events.Select(Pair).OfType<(Judgement, Judgement)>()];
        return new ReviewProgress
        {
            InDoubt = 0,
            InDispute = 0,
            Lost = 0,
            Judged = first.Count(judgement => judgement.Kind != "add"),
            JudgedByReader = events.Count(judgements => judgements.Any(judgement => judgement.By == reader)),
            Accepted = first.Count(judgement => judgement.Kind == "accept"),
            Changed = first.Count(judgement => judgement.Kind == "change"),
            Rejected = first.Count(judgement => judgement.Kind == "reject"),
            Added = first.Count(judgement => judgement.Kind == "add"),
            JudgedByTwo = pairs.Length,
            AgreedByTwo = pairs.Count(pair => Agree(pair.First, pair.Second)),
            People =
            [
                .. entries.GroupBy(entry => entry.By, StringComparer.Ordinal).Select(group => new Judge(group.Key, group.Select(entry => entry.Key).Distinct(StringComparer.Ordinal).Count()))
                    .OrderByDescending(person => person.Events).ThenBy(person => person.By, StringComparer.Ordinal),
            ],
        };
    }

    // The last word of the first judge and the first word of the next.
    private static (Judgement, Judgement)? Pair(Judgement[] judgements)
    {
        int next = Array.FindIndex(judgements, judgement => judgement.By != judgements[0].By);
        return next < 0 ? null : (judgements[next - 1], judgements[next]);
    }

    private static bool Agree(Judgement first, Judgement second) => second.Kind switch
    {
        "accept" => first.Kind != "reject",
        "reject" => first.Kind == "reject",
        _ => first.Kind == second.Kind && first.Fields == second.Fields,
    };
}
