using System.Globalization;
using System.Text.Json;
using Readout.Coding.Actors;
using Readout.Evaluation.Gold;
using Readout.Evaluation.Scoring;

namespace Readout.Evaluation.Actors;

/// <summary>Words that name an actor, to be coded.</summary>
/// <param name="Id">Identifier of the item.</param>
/// <param name="Query">The words.</param>
/// <param name="Context">Words around them, or empty.</param>
/// <param name="Date">The day for which the actor is asked; null where none is given or it is no date.</param>
/// <param name="KnownCountry">The country that the text is about, as words, or empty.</param>
public sealed record ActorQuery(string Id, string Query, string Context, DateOnly? Date, string KnownCountry);

/// <summary>What is expected; a field that the gold does not speak of is not scored.</summary>
public sealed record ActorGold
{
    /// <summary>Whether the country is scored.</summary>
    public bool HasCountry { get; init; }

    /// <summary>PLOVER's country field; null where none is expected.</summary>
    public string? Country { get; init; }

    /// <summary>Whether the sector is scored.</summary>
    public bool HasSector { get; init; }

    /// <summary>The first sector; null where none is expected.</summary>
    public string? Sector { get; init; }

    /// <summary>The second sector, or null.</summary>
    public string? SecondSector { get; init; }

    /// <summary>The name, as an encyclopedia's title, or null where it is not scored.</summary>
    public string? Name { get; init; }

    /// <summary>Whether the makers of the set expect themselves to pass.</summary>
    public bool IsExpectedToPass { get; init; } = true;
}

/// <summary>How an actor was coded.</summary>
/// <param name="Country">PLOVER's country field, or null.</param>
/// <param name="Sector">PLOVER's sector, or null.</param>
/// <param name="Name">The directory's name, or null.</param>
public sealed record ActorAnswer(string? Country, string? Sector, string? Name);

/// <summary>Actor strings with their codes: JSONL with <c>query</c>, <c>context</c>, <c>queryDate</c>, <c>expect</c>.</summary>
public sealed class ActorsTask : EvaluationTask<ActorQuery, ActorGold, ActorAnswer>
{
    private static readonly string[] DateForms = ["yyyy-MM-dd", "d MMMM yyyy", "MMMM d, yyyy", "d MMM yyyy"];

    /// <inheritdoc/>
    public override string Name => "actors";

    /// <inheritdoc/>
    public override IEnumerable<GoldItem<ActorQuery, ActorGold>> ReadGold(string path)
    {
        foreach (GoldFields line in GoldFile.Lines(path))
        {
            string id = line.RequiredId();
            DateOnly? date = DateOnly.TryParseExact(line.Text("queryDate"), DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;
            ActorQuery query = new(id, line.RequiredText("query"), line.Text("context") ?? "", date, line.Text("knownCountry") ?? "");
            yield return new GoldItem<ActorQuery, ActorGold>(id, query, line.Object("expect") is GoldFields expect ? Gold(line, expect) : null);
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<Predicted<ActorAnswer>> ReadPredictions(string path, IReadOnlyDictionary<string, GoldItem<ActorQuery, ActorGold>> items)
    {
        foreach (GoldFields line in GoldFile.Lines(path))
        {
            yield return new Predicted<ActorAnswer>(line.RequiredId(), line.Line, new ActorAnswer(line.Text("country"), line.Text("sector"), line.Text("name")));
        }
    }

    /// <inheritdoc/>
    public override void WritePrediction(TextWriter output, GoldItem<ActorQuery, ActorGold> item, ActorAnswer prediction)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(prediction);
        PredictionLine.Write(output, item.Id, json => WriteFields(json, prediction));
    }

    private protected override ScoreReport ScoreGold(IReadOnlyList<Answered<ActorQuery, ActorGold, ActorAnswer>> answers)
    {
        ActorCounts all = new();
        ActorCounts expected = new();
        foreach (Answered<ActorQuery, ActorGold, ActorAnswer> answer in answers)
        {
            all.Add(answer.Item.Gold!, answer.Prediction);
            if (answer.Item.Gold!.IsExpectedToPass) expected.Add(answer.Item.Gold, answer.Prediction);
        }

        ScoreList scores = new();
        all.AddTo(scores, "");
        if (expected.Items < all.Items) expected.AddTo(scores, " (marked items left out)");
        return new ScoreReport { Task = Name, Scores = scores.ToImmutable() };
    }

    /// <summary>
    /// <c>none</c> expects no country and no sector. <c>code1</c> UNK and JNK, and an empty field, expect none; question
    /// marks leave the field out.
    /// </summary>
    private static ActorGold Gold(GoldFields line, GoldFields expect)
    {
        bool isNone = expect.Flag("none");
        string? sector = expect.Text("code1");
        bool isOpen = sector is not null && sector.Contains('?', StringComparison.Ordinal);
        return new ActorGold
        {
            HasCountry = isNone || expect.Has("country"),
            Country = Filled(expect.Text("country")),
            HasSector = isNone || (expect.Has("code1") && !isOpen),
            Sector = isOpen || sector is "UNK" or "JNK" ? null : Filled(sector),
            SecondSector = Filled(expect.Text("code2")),
            Name = Filled(expect.Text("wiki")),
            IsExpectedToPass = string.IsNullOrEmpty(line.Text("mark")) && (!line.Has("enabled") || line.Flag("enabled")),
        };
    }

    private static string? Filled(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    private static void WriteFields(Utf8JsonWriter json, ActorAnswer answer)
    {
        json.WriteString("country", answer.Country);
        json.WriteString("sector", answer.Sector);
        json.WriteString("name", answer.Name);
    }

    /// <summary>Right answers by field.</summary>
    private sealed class ActorCounts
    {
        private long _country, _countries, _sector, _sectors, _either, _name, _names;

        public int Items { get; private set; }

        public void Add(ActorGold gold, ActorAnswer? answer)
        {
            Items++;
            if (gold.HasCountry) Tally(Filled(answer?.Country) == gold.Country, ref _country, ref _countries);
            if (gold.HasSector)
            {
                string? sector = Filled(answer?.Sector) is "UNK" ? null : Filled(answer?.Sector);
                Tally(sector == gold.Sector, ref _sector, ref _sectors);
                if (sector == gold.Sector || (sector is not null && sector == gold.SecondSector)) _either++;
            }

            if (gold.Name is not null) Tally(answer?.Name is not null && Folded(answer.Name) == Folded(gold.Name), ref _name, ref _names);
        }

        public void AddTo(ScoreList scores, string suffix)
        {
            scores.AddAccuracy("country" + suffix, _country, _countries);
            scores.AddAccuracy("sector" + suffix, _sector, _sectors);
            scores.AddAccuracy("sector, first or second" + suffix, _either, _sectors);
            scores.AddAccuracy("name" + suffix, _name, _names);
        }

        private static void Tally(bool isRight, ref long right, ref long total)
        {
            total++;
            if (isRight) right++;
        }

        /// <summary>Without letter case, accents and what a title adds in brackets.</summary>
        private static string Folded(string name)
        {
            int bracket = name.IndexOf(" (", StringComparison.Ordinal);
            return Folding.Fold((bracket > 0 ? name[..bracket] : name).Trim());
        }
    }
}
