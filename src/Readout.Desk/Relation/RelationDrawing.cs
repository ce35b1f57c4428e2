using System.Globalization;
using Readout.Analysis.Phrasing;

namespace Readout.Desk.Relation;

/// <summary>A stretch of days on a chart. Immutable.</summary>
internal sealed record ChartStretch(double X, double Y, double Width, double Height);

/// <summary>The bars of a class in one path, since a chart has thousands of them. Immutable.</summary>
internal sealed record ChartBars(string Class, string Path);

/// <summary>A sign on a chart, with what it says. Immutable.</summary>
/// <param name="X">Middle.</param>
/// <param name="Y">Middle.</param>
/// <param name="Class">cooperation, conflict or turn.</param>
/// <param name="Sign">Its sign.</param>
/// <param name="Title">What it stands for.</param>
/// <param name="Address">Where it leads, or null.</param>
internal sealed record ChartSign(double X, double Y, string Class, string Sign, string Title, string? Address);

/// <summary>
/// The thaw-freeze chart of a relation in units of its own: above the index with its band, the level between breaks and the turning points, below
/// that a line of happenings of note, at the bottom the counts, cooperation upwards and conflict downwards. Colours come from classes, and nothing is
/// told by colour alone: signs, sides, weights and dashes tell the same. Pure.
/// </summary>
internal sealed class RelationDrawing
{
    /// <summary>Where the first day begins.</summary>
    public const double PlotLeft = 40;

    /// <summary>Upper edge of the index.</summary>
    public const double IndexTop = 30;

    private const double Right = 10;
    private const double Gap = 14;
    private const double Lane = 40;
    private const double Bottom = 24;

    private readonly RelationModel _model;
    private readonly int _firstDay;
    private readonly int _days;
    private readonly double _indexHeight;
    private readonly double _countHeight;
    private readonly (double Low, double High) _scale;
    private readonly int _mostCount;

    private RelationDrawing(RelationModel model, int width, int height)
    {
        _model = model;
        Width = width;
        Height = height;
        _firstDay = model.Points[0].From.DayNumber;
        _days = model.Points[^1].To.DayNumber - _firstDay + 1;
        double room = height - IndexTop - Gap - Lane - Gap - Bottom;
        _indexHeight = Math.Round(room * 0.66);
        _countHeight = room - _indexHeight;
        _scale = Scale(model);
        _mostCount = Math.Max(1, model.Points.Max(point => Math.Max(Warm(point), Cold(point))));
    }

    /// <summary>The chart of a model that has a step; <paramref name="width"/> by <paramref name="height"/> units.</summary>
    public static RelationDrawing Of(RelationModel model, int width, int height) => new(model, width, height);

    public int Width { get; }

    public int Height { get; }

    public double PlotRight => Width - Right;

    public double IndexBottom => IndexTop + _indexHeight;

    public double LaneMiddle => IndexBottom + Gap + Lane / 2;

    public double CountZero => IndexBottom + Gap + Lane + Gap + _countHeight / 2;

    public double CountTop => IndexBottom + Gap + Lane + Gap;

    public double CountBottom => Height - Bottom;

    /// <summary>Where the long-run level lies.</summary>
    public double Zero => Y(0);

    public bool HasIndex => _model.Points[0].Index is not null;

    /// <summary>Stretches of which nothing was read.</summary>
    public IEnumerable<ChartStretch> Unread => Stretches(point => point.State == "unread").Select(stretch => new ChartStretch(X(stretch.From), IndexTop, X(stretch.To + 1) - X(stretch.From), CountBottom - IndexTop));

    public IEnumerable<AxisMark> Values => ChartAxis.Values(_scale.Low, _scale.High, Height < 400 ? 3 : 5).Select(value => new AxisMark(Y(value), value == 0 ? "0" : value.ToString("+0.##;−0.##", CultureInfo.InvariantCulture)));

    public IEnumerable<AxisMark> Counts =>
    [
        new(CountZero - Rise(_mostCount), _mostCount.ToString(CultureInfo.InvariantCulture)), new(CountZero, "0"), new(CountZero + Rise(_mostCount), _mostCount.ToString(CultureInfo.InvariantCulture)),
    ];

    public IEnumerable<AxisMark> Days => ChartAxis.Days(_model.Points[0].From, _model.Points[^1].To, Width / 85).Select(mark => new AxisMark(X(mark.Day.DayNumber), mark.Label));

    /// <summary>The band as a closed path; empty without an index.</summary>
    public string Band
    {
        get
        {
            if (!HasIndex) return "";
            ChartPath path = new();
            foreach (RelationPoint point in _model.Points) Lead(path, Middle(point), Y(point.Index!.High));
            foreach (RelationPoint point in _model.Points.Reverse()) path.Line(Middle(point), Y(point.Index!.Low));
            return path.Close().ToString();
        }
    }

    public string Index
    {
        get
        {
            if (!HasIndex) return "";
            ChartPath path = new();
            foreach (RelationPoint point in _model.Points) Lead(path, Middle(point), Y(point.Index!.Value));
            return path.ToString();
        }
    }

    /// <summary>The levels between breaks, a stroke for each stretch.</summary>
    public string Level
    {
        get
        {
            if (!HasIndex) return "";
            ChartPath path = new();
            foreach ((int from, int to, double level) in Levels()) path.Move(X(from), Y(level)).Line(X(to + 1), Y(level));
            return path.ToString();
        }
    }

    /// <summary>Mean scores of the steps, where there is no index to draw.</summary>
    public IEnumerable<(double X, double Y)> Means => HasIndex ? [] : _model.Points.Where(point => point.Plover.Mean is not null).Select(point => (Middle(point), Y(point.Plover.Mean!.Value)));

    // So narrow that an outline would fill them.
    private string Thin => (PlotRight - PlotLeft) / _model.Points.Length < 1.5 ? " thin" : "";

    /// <summary>The counts of the steps, deeds next to the line and words beyond them; what has no bar is left out.</summary>
    public IEnumerable<ChartBars> Bars => ((ChartBars[])
    [
        new("cooperation deeds" + Thin, BarsOf(_ => 0, point => -point.Quads.MaterialCooperation)),
        new("cooperation said" + Thin, BarsOf(point => -point.Quads.MaterialCooperation, point => -point.Quads.VerbalCooperation)),
        new("conflict deeds" + Thin, BarsOf(_ => 0, point => point.Quads.MaterialConflict)),
        new("conflict said" + Thin, BarsOf(point => point.Quads.MaterialConflict, point => point.Quads.VerbalConflict)),
    ]).Where(bars => bars.Path.Length > 0);

    /// <summary>Happenings of note: cooperation above the line, conflict below it.</summary>
    public IEnumerable<ChartSign> Happenings => _model.Notable.Where(one => one.Event.Day is not null).Select(one =>
    {
        bool cooperates = one.Event.Quad.EndsWith("cooperation", StringComparison.Ordinal);
        string title = $"{Wording.Day(one.Event.Day!.Value)}: {one.Event.Type}. {Short(one.Event.Sentence)}";
        double x = Math.Clamp(X(one.Event.Day!.Value.DayNumber + 0.5), PlotLeft + 8, Width - Right - 8);
        return new ChartSign(x, LaneMiddle + (cooperates ? -9 : 9), cooperates ? "cooperation" : "conflict", cooperates ? "+" : "−", title, one.Event.Address);
    });

    public IEnumerable<ChartSign> Turns => _model.Index.Turns.Select(one => new ChartSign(
        X(one.From.DayNumber), IndexTop - 14, "turn " + one.Kind, one.Sign, string.Create(CultureInfo.InvariantCulture, $"{one.Number}: {one.Kind} from {Wording.Day(one.From)}"),
        string.Create(CultureInfo.InvariantCulture, $"#turn-{one.Number}")));

    /// <summary>A number as SVG takes it.</summary>
    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static int Warm(RelationPoint point) => point.Quads.VerbalCooperation + point.Quads.MaterialCooperation;

    private static int Cold(RelationPoint point) => point.Quads.VerbalConflict + point.Quads.MaterialConflict;

    private static (double Low, double High) Scale(RelationModel model)
    {
        IEnumerable<double> values = model.Points.SelectMany(point => point.Index is { } index ? [index.Low, index.High, index.Level, index.Value]
            : point.Plover.Mean is { } mean ? (double[])[mean] : []).Append(0);
        double low = values.Min();
        double high = values.Max();
        double room = Math.Max(1, high - low) * 0.06;
        return (low - room, high + room);
    }

    private IEnumerable<(int From, int To)> Stretches(Func<RelationPoint, bool> which)
    {
        int start = -1;
        for (int i = 0; i <= _model.Points.Length; i++)
        {
            bool fits = i < _model.Points.Length && which(_model.Points[i]);
            if (fits && start < 0) start = i;
            if (fits || start < 0) continue;
            yield return (_model.Points[start].From.DayNumber, _model.Points[i - 1].To.DayNumber);
            start = -1;
        }
    }

    private IEnumerable<(int From, int To, double Level)> Levels()
    {
        for (int i = 0, end; i < _model.Points.Length; i = end)
        {
            double level = _model.Points[i].Index!.Level;
            for (end = i + 1; end < _model.Points.Length && _model.Points[end].Index!.Level.Equals(level);) end++;
            yield return (_model.Points[i].From.DayNumber, _model.Points[end - 1].To.DayNumber, level);
        }
    }

    // Downwards counts are positive.
    private string BarsOf(Func<RelationPoint, int> below, Func<RelationPoint, int> count)
    {
        ChartPath path = new();
        foreach (RelationPoint point in _model.Points)
        {
            int height = count(point);
            if (height == 0) continue;
            double left = X(point.From.DayNumber);
            double width = Math.Max(0.6, (X(point.To.DayNumber + 1) - left) * 0.84);
            path.Bar(left, CountZero + Rise(below(point)), width, Rise(height));
        }

        return path.ToString();
    }

    private double X(double day) => PlotLeft + (day - _firstDay) / _days * (Width - PlotLeft - Right);

    private double Middle(RelationPoint point) => (X(point.From.DayNumber) + X(point.To.DayNumber + 1)) / 2;

    private double Y(double value) => IndexTop + (_scale.High - value) / (_scale.High - _scale.Low) * _indexHeight;

    private double Rise(int count) => count * (_countHeight / 2 - 2) / _mostCount;

    private static void Lead(ChartPath path, double x, double y)
    {
        if (path.IsEmpty) path.Move(x, y);
        else path.Line(x, y);
    }

    private static string Short(string sentence) => sentence.Length <= 160 ? sentence : sentence[..159] + "…";
}
