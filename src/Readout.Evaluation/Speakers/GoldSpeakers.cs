using System.Collections.Immutable;
using Readout.Coding.Record;
using Readout.Evaluation.Gold;
using Readout.Evaluation.Records;

namespace Readout.Evaluation.Speakers;

/// <summary>Reads the gold form of speakers and meetings; <c>docs/scoring.md</c> describes it.</summary>
internal static class GoldSpeakers
{
    /// <exception cref="GoldFormatException">A field is not as described.</exception>
    public static SpokenText Read(GoldFields line)
    {
        CodePoints offsets = new(line.RequiredText("text"));
        return new SpokenText
        {
            Id = line.RequiredId(),
            Quotes = [.. line.Objects("quotes").Select(Quote)],
            Meetings = [.. line.Objects("meetings").Select(one => Meeting(one, offsets))],
        };
    }

    private static SpokenQuote Quote(GoldFields one)
    {
        SpeakerNames body = SpeakerNames.Of(one.Text("for"));
        GoldFields? speaker = one.Object("speaker");
        SpeakerNames names = speaker is { } person ? SpeakerNames.Of(person.Text("name") ?? person.Text("role")) : body;
        return new SpokenQuote(one.RequiredText("words"), names, speaker is null ? SpeakerNames.None : body);
    }

    private static ToldMeeting Meeting(GoldFields one, CodePoints offsets) => new()
    {
        State = State(one),
        Triggers = one.Holds("trigger") ? [offsets.ToUtf16(one, one.Field("trigger"))] : [],
        Parties = Codes(one, "parties"),
        Absent = Codes(one, "absent"),
        From = one.Day("from"),
        To = one.Day("to"),
        PlaceCountry = one.Object("place")?.Text("country"),
        Level = one.Text("level"),
    };

    private static MeetingState State(GoldFields one)
    {
        string label = one.RequiredText("state");
        return Enum.TryParse(label, ignoreCase: true, out MeetingState state) && label.Length > 0 && char.IsLetter(label[0])
            ? state
            : throw one.Wrong($"'{label}' is no state of a meeting");
    }

    private static ImmutableArray<string> Codes(GoldFields one, string name) =>
        [.. one.Objects(name).Select(party => party.RequiredText("code")).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
