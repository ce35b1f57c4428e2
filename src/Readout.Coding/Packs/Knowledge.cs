using System.Collections.Immutable;
using Readout.Coding.Actors;
using Readout.Coding.Codebooks;
using Readout.Coding.Dates;
using Readout.Coding.Events;
using Readout.Coding.Meetings;
using Readout.Coding.Places;
using Readout.Coding.Quotes;
using Readout.Coding.Ranking;
using Readout.Coding.Sizes;

namespace Readout.Coding.Packs;

/// <summary>What Readout knows, by area, read out of a pack when first asked for. Immutable; safe from every thread.</summary>
public sealed class Knowledge
{
    private static readonly PackArea<ActorDirectory> ActorsArea =
        new("actors", "actors", ActorDirectory.Parse, (area, writer) => area.Write(writer), ActorDirectory.Read);

    private static readonly PackArea<Calendar> CalendarArea =
        new("calendar", "words", Calendar.Parse, (area, writer) => area.Write(writer), Calendar.Read);

    private static readonly PackArea<Codebook> CodebookArea =
        new("codebook", "codebook", Codebook.Parse, (area, writer) => area.Write(writer), Codebook.Read);

    private static readonly PackArea<Happenings> HappeningsArea =
        new("happenings", "happenings", Happenings.Parse, (area, writer) => area.Write(writer), Happenings.Read);

    private static readonly PackArea<MeetingWords> MeetingsArea =
        new("meetings", "words", MeetingWords.Parse, (area, writer) => area.Write(writer), MeetingWords.Read);

    private static readonly PackArea<Gazetteer> PlacesArea =
        new("places", "places", Gazetteer.Parse, (area, writer) => area.Write(writer), Gazetteer.Read);

    private static readonly PackArea<QuoteWords> QuotesArea =
        new("quotes", "words", QuoteWords.Parse, (area, writer) => area.Write(writer), QuoteWords.Read);

    private static readonly PackArea<Ranker> RankerArea =
        new("ranker", "ranker", Ranker.Parse, (area, writer) => area.Write(writer), Ranker.Read);

    private static readonly PackArea<SizeWords> SizesArea =
        new("sizes", "words", SizeWords.Parse, (area, writer) => area.Write(writer), SizeWords.Read);

    private readonly Lazy<ActorDirectory> _actors;
    private readonly Lazy<Calendar> _calendar;
    private readonly Lazy<Codebook> _codebook;
    private readonly Lazy<Happenings> _happenings;
    private readonly Lazy<MeetingWords> _meetings;
    private readonly Lazy<Gazetteer> _places;
    private readonly Lazy<QuoteWords> _quotes;
    private readonly Lazy<Ranker> _ranker;
    private readonly Lazy<SizeWords> _sizes;

    private readonly Pack _pack;

    internal Knowledge(Pack pack)
    {
        _pack = pack;
        Version = pack.Version;
        _actors = new Lazy<ActorDirectory>(() => ActorsArea.Load(pack));
        _calendar = new Lazy<Calendar>(() => CalendarArea.Load(pack));
        _codebook = new Lazy<Codebook>(() => CodebookArea.Load(pack));
        _happenings = new Lazy<Happenings>(() => HappeningsArea.Load(pack));
        _meetings = new Lazy<MeetingWords>(() => MeetingsArea.Load(pack));
        _places = new Lazy<Gazetteer>(() => PlacesArea.Load(pack));
        _quotes = new Lazy<QuoteWords>(() => QuotesArea.Load(pack));
        _ranker = new Lazy<Ranker>(() => RankerArea.Load(pack));
        _sizes = new Lazy<SizeWords>(() => SizesArea.Load(pack));
    }

    /// <summary>Everything that a pack holds, in the order of its sections.</summary>
    internal static ImmutableArray<PackArea> Areas { get; } = [ActorsArea, CalendarArea, CodebookArea, HappeningsArea, MeetingsArea, PlacesArea, QuotesArea, RankerArea, SizesArea];

    /// <summary>Opens a pack.</summary>
    /// <param name="pack">Its bytes; do not change them afterwards.</param>
    /// <exception cref="InvalidDataException">It is no pack of this format, or cut short.</exception>
    public static Knowledge Load(byte[] pack) => new(Pack.Read(pack));

    /// <summary>The text files that the pack was compiled from, in ordinal order of their paths.</summary>
    public ImmutableArray<DataFile> ReadFiles() => PackSource.Read(_pack);

    /// <summary>Version of the program that compiled the pack.</summary>
    public string Version { get; }

    /// <summary>States, bodies, groups, people with dated offices, generic agents.</summary>
    public ActorDirectory Actors => _actors.Value;

    /// <summary>Words of time and the rules that join them.</summary>
    public Calendar Calendar => _calendar.Value;

    /// <summary>Definitions, frames and worked examples of the event types.</summary>
    public Codebook Codebook => _codebook.Value;

    /// <summary>Wars, treaties and ruptures that news refers to as background.</summary>
    public Happenings Happenings => _happenings.Value;

    /// <summary>Words of meetings and of how far they have come.</summary>
    public MeetingWords Meetings => _meetings.Value;

    /// <summary>Places with their states and degrees.</summary>
    public Gazetteer Places => _places.Value;

    /// <summary>Words that attribute what is said, thought and wanted.</summary>
    public QuoteWords Quotes => _quotes.Value;

    /// <summary>Weights that decide between codings that compete.</summary>
    public Ranker Ranker => _ranker.Value;

    /// <summary>Words by which people are counted.</summary>
    public SizeWords Sizes => _sizes.Value;
}
