using System.Collections.Immutable;
using Readout.Archive.Store.Dialects;

namespace Readout.Archive.Writing;

/// <summary>The tables of the record, as the migrations made them, in an order in which rows may be written.</summary>
internal static class Tables
{
    public static readonly TableShape Packs = TableShape.Of("packs", "id:i version:t hash:t");
    public static readonly TableShape Articles = TableShape.Of("articles", "id:i identity:t revision:i copy_group:i");

    public static readonly TableShape Revisions = TableShape.Of("revisions",
        "id:i article:i number:i content_hash:t raw_hash:t given_id:t url:t source:t title:t published:t language:t text_length:i coding:i");

    public static readonly TableShape Codings = TableShape.Of("codings",
        "id:i revision:i pack:i sentences:i events:i quotes:i meetings:i record_hash:t record:b");

    public static readonly TableShape Sentences = TableShape.Of("sentences", "id:i revision:i number:i span_start:i span_end:i current:i text:t");
    public static readonly TableShape Actors = TableShape.Of("actors", "id:i hash:t reference:t name:t kind:t code:t country:t sector:t office:t");

    public static readonly TableShape Events = TableShape.Of("events",
        "id:i revision:i coding:i article:i current:i number:i key:t sentence:i span_start:i span_end:i trigger_start:i trigger_end:i trigger_text:t "
        + "type:t mode:t contexts:t quad:i action:t cameo:t goldstein:r plover_score:r status:t status_spans:t "
        + "day:i date_from:t date_to:t date_granularity:t date_unresolved:t date_reference:t "
        + "place_name:t place_country:t place_latitude:r place_longitude:r place_start:i place_end:i place_unresolved:t frame:t confidence:r");

    public static readonly TableShape Parties = TableShape.Of("parties",
        "event:i role:t place:i actor:i mention:i mention_start:i mention_end:i mention_text:t");

    public static readonly TableShape Attributions = TableShape.Of("attributions", "event:i place:i quote:t cue_start:i cue_end:i stance:t");
    public static readonly TableShape Sizes = TableShape.Of("sizes", "event:i kind:t at_least:i at_most:i span_start:i span_end:i");

    public static readonly TableShape Dyads = TableShape.Of("dyads",
        "low:t high:t day:i event:i direction:i status:i quad:i goldstein:r plover_score:r counted:i");

    public static readonly TableShape Quotes = TableShape.Of("quotes",
        "id:i revision:i coding:i current:i number:i kind:t stance:t parent:t speaker:i speaker_start:i speaker_end:i body:i "
        + "source_spans:t cue_spans:t content_spans:t");

    public static readonly TableShape Meetings = TableShape.Of("meetings",
        "id:i revision:i coding:i current:i number:i state:t level:t date_from:t date_to:t "
        + "place_name:t place_country:t place_latitude:r place_longitude:r place_start:i place_end:i place_unresolved:t");

    public static readonly TableShape MeetingParties = TableShape.Of("meeting_parties",
        "meeting:i role:t place:i actor:i mention:i mention_start:i mention_end:i mention_text:t");

    public static readonly TableShape MeetingEvents = TableShape.Of("meeting_events", "meeting:i event:i");

    /// <summary>All of them; a row refers only to rows of tables before its own.</summary>
    public static readonly ImmutableArray<TableShape> InOrder =
    [
        Packs, Articles, Revisions, Codings, Sentences, Actors, Events, Parties, Attributions, Sizes, Dyads, Quotes, Meetings, MeetingParties, MeetingEvents,
    ];

    /// <summary>Those whose rows are numbered.</summary>
    public static readonly ImmutableArray<TableShape> Numbered =
        [.. InOrder.Where(table => table.Columns[0].Name == "id")];
}
