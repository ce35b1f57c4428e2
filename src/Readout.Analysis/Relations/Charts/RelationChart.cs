using System.Globalization;
using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;
using Readout.Analysis.Relations.ThawFreeze;
using Readout.Coding.Record;

namespace Readout.Analysis.Relations.Charts;

/// <summary>
/// Draws a relation: above the index with its band, its regimes and its breaks, below the counts, cooperation upwards and conflict
/// downwards. Nothing is told by colour alone: lines differ in weight and dash, bars in side and lightness, breaks have a triangle
/// that points up or down and a number, shocks a diamond.
/// </summary>
internal static class RelationChart
{
    public const int Width = 960;
    public const int Height = 520;

    /// <summary>A font whose widths the exporter knows, so that words are given the room that they take.</summary>
    public const string Font = "Arial";

    /// <summary>The no-break space that ends the items of the legend.</summary>
    public const char Padding = '\u00A0';

    private const string IndexKey = "index";
    private const string CountKey = "count";

    private static readonly OxyColor Ink = OxyColor.FromRgb(0x1A, 0x1A, 0x1A);
    private static readonly OxyColor Band = OxyColor.FromRgb(0xD6, 0xDC, 0xE4);
    private static readonly OxyColor Warm = OxyColor.FromRgb(0x4C, 0x9F, 0xC8);
    private static readonly OxyColor WarmPale = OxyColor.FromRgb(0xB9, 0xDD, 0xEE);
    private static readonly OxyColor Cold = OxyColor.FromRgb(0x8A, 0x2A, 0x0E);
    private static readonly OxyColor ColdPale = OxyColor.FromRgb(0xE0, 0x9A, 0x6B);

    /// <summary>The chart as an SVG element, without a document's head.</summary>
    public static string Draw(RelationReport report)
    {
        PlotModel model = new() { Culture = CultureInfo.InvariantCulture, Background = OxyColors.White, DefaultFont = Font, TextColor = Ink, PlotAreaBorderColor = Band, PlotMargins = new OxyThickness(64, double.NaN, double.NaN, double.NaN) };
        AddAxes(model, report);
        AddCounts(model, report);
        AddIndex(model, report);
        AddBreaks(model, report);
        model.Legends.Add(new Legend { LegendPlacement = LegendPlacement.Outside, LegendPosition = LegendPosition.TopLeft, LegendOrientation = LegendOrientation.Horizontal, LegendFontSize = 11, LegendItemSpacing = 16, LegendMargin = 0 });
        return new SvgExporter { Width = Width, Height = Height, IsDocument = false }.ExportToString(model);
    }

    private static void AddAxes(PlotModel model, RelationReport report)
    {
        DateOnly first = report.Series.Points[0].From;
        DateOnly last = report.Series.Points[^1].To.AddDays(1);
        model.Axes.Add(new DateTimeAxis
        {
            Position = AxisPosition.Bottom,
            Minimum = X(first),
            Maximum = X(last),
            StringFormat = last.DayNumber - first.DayNumber > 1100 ? "yyyy" : "yyyy-MM",
            MajorGridlineStyle = LineStyle.Solid,
            MajorGridlineColor = OxyColor.FromRgb(0xEE, 0xEE, 0xEE),
        });
        model.Axes.Add(new LinearAxis { Key = IndexKey, Position = AxisPosition.Left, StartPosition = 0.4, EndPosition = 1, Title = "index, points", AxisTitleDistance = 12, MaximumPadding = 0.12, MinimumPadding = 0.06 });
        model.Axes.Add(new LinearAxis
        {
            Key = CountKey,
            Position = AxisPosition.Left,
            StartPosition = 0,
            EndPosition = 0.34,
            Title = "happenings",
            AxisTitleDistance = 12,
            LabelFormatter = value => Math.Abs(value).ToString("0.#", CultureInfo.InvariantCulture),
        });
    }

    private static void AddCounts(PlotModel model, RelationReport report)
    {
        RectangleBarSeries[] bars = [Bars("verbal cooperation", WarmPale), Bars("material cooperation", Warm), Bars("verbal conflict", ColdPale), Bars("material conflict", Cold)];
        foreach (SeriesPoint point in report.Series.Points)
        {
            double left = X(point.From);
            double right = left + (point.To.DayNumber - point.From.DayNumber + 1) * 0.86;
            Stack(bars, 1, left, right, 0, point.CountOf(QuadClass.MaterialCooperation));
            Stack(bars, 0, left, right, point.CountOf(QuadClass.MaterialCooperation), point.CountOf(QuadClass.VerbalCooperation));
            Stack(bars, 3, left, right, 0, -point.CountOf(QuadClass.MaterialConflict));
            Stack(bars, 2, left, right, -point.CountOf(QuadClass.MaterialConflict), -point.CountOf(QuadClass.VerbalConflict));
        }

        foreach (RectangleBarSeries one in bars) model.Series.Add(one);
        model.Annotations.Add(new LineAnnotation { Type = LineAnnotationType.Horizontal, Y = 0, YAxisKey = CountKey, Color = Ink, LineStyle = LineStyle.Solid, StrokeThickness = 0.8 });
    }

    private static void Stack(RectangleBarSeries[] bars, int quad, double left, double right, double from, double count)
    {
        if (count != 0) bars[quad].Items.Add(new RectangleBarItem(left, from, right, from + count));
    }

    private static RectangleBarSeries Bars(string title, OxyColor fill) => new() { Title = Roomy(title), FillColor = fill, StrokeColor = Ink, StrokeThickness = 0.3, YAxisKey = CountKey };

    private static void AddIndex(PlotModel model, RelationReport report)
    {
        model.Annotations.Add(new LineAnnotation { Type = LineAnnotationType.Horizontal, Y = 0, YAxisKey = IndexKey, Color = Ink, LineStyle = LineStyle.Dot, StrokeThickness = 1 });
        if (report.Index.Points.IsEmpty) return;
        AreaSeries band = new() { Title = Roomy("95% band"), Fill = Band, Color = OxyColors.Transparent, Color2 = OxyColors.Transparent, YAxisKey = IndexKey };
        LineSeries line = new() { Title = Roomy("thaw-freeze index"), Color = Ink, StrokeThickness = 2.2, YAxisKey = IndexKey };
        LineSeries regimes = new() { Title = Roomy("level between breaks"), Color = OxyColor.FromRgb(0x6B, 0x3F, 0x8F), LineStyle = LineStyle.Dash, StrokeThickness = 1.6, YAxisKey = IndexKey };
        for (int i = 0; i < report.Index.Points.Length; i++)
        {
            IndexPoint point = report.Index.Points[i];
            SeriesPoint period = report.Series.Points[i];
            double left = X(point.From);
            double right = X(period.To.AddDays(1));
            double middle = (left + right) / 2;
            band.Points.Add(new DataPoint(middle, point.High));
            band.Points2.Add(new DataPoint(middle, point.Low));
            line.Points.Add(new DataPoint(middle, point.Value));
            regimes.Points.Add(new DataPoint(left, point.Regime));
            regimes.Points.Add(new DataPoint(right, point.Regime));
        }

        model.Series.Add(band);
        model.Series.Add(regimes);
        model.Series.Add(line);
        if (!report.Index.Shocks.IsEmpty) model.Series.Add(Shocks(report));
    }

    private static ScatterSeries Shocks(RelationReport report)
    {
        ScatterSeries shocks = new() { Title = Roomy("shock"), MarkerType = MarkerType.Diamond, MarkerSize = 5, MarkerFill = OxyColors.White, MarkerStroke = Ink, MarkerStrokeThickness = 1.4, YAxisKey = IndexKey };
        foreach (Shock one in report.Index.Shocks)
        {
            shocks.Points.Add(new ScatterPoint((X(one.From) + X(report.Question.By.Next(one.From))) / 2, one.Value));
        }

        return shocks;
    }

    private static void AddBreaks(PlotModel model, RelationReport report)
    {
        if (report.Index.Points.IsEmpty) return;
        double top = report.Index.Points.Max(point => Math.Max(point.High, point.Regime));
        for (int i = 0; i < report.Index.Breaks.Length; i++)
        {
            ChangePoint one = report.Index.Breaks[i];
            model.Annotations.Add(new LineAnnotation { Type = LineAnnotationType.Vertical, X = X(one.From), YAxisKey = IndexKey, Color = one.IsThaw ? Warm : Cold, LineStyle = one.IsThaw ? LineStyle.Solid : LineStyle.LongDash, StrokeThickness = 1.4 });
            model.Annotations.Add(Triangle(one, top, report));
            model.Annotations.Add(Number(i + 1, new DataPoint(X(one.From), top)));
        }
    }

    private static TextAnnotation Number(int number, DataPoint at) => new()
    {
        TextPosition = at,
        YAxisKey = IndexKey,
        Text = number.ToString(CultureInfo.InvariantCulture),
        Offset = new ScreenVector(12, 0),
        Stroke = OxyColors.Transparent,
        FontSize = 12,
        FontWeight = FontWeights.Bold,
        TextHorizontalAlignment = HorizontalAlignment.Left,
        TextVerticalAlignment = VerticalAlignment.Middle,
    };

    // In the units of the axes: about fourteen by fourteen pixels.
    private static PolygonAnnotation Triangle(ChangePoint change, double top, RelationReport report)
    {
        PolygonAnnotation shape = new() { Fill = change.IsThaw ? Warm : Cold, YAxisKey = IndexKey, Stroke = Ink, StrokeThickness = 0.6 };
        double span = report.Series.Points[^1].To.DayNumber - report.Series.Points[0].From.DayNumber + 1;
        double low = report.Index.Points.Min(point => Math.Min(point.Low, point.Regime));
        double half = span * 7 / (Width - 90);
        double rise = Math.Max(0.1, top - low) * 7 / 260 * (change.IsThaw ? 1 : -1);
        double x = X(change.From);
        shape.Points.AddRange([new DataPoint(x - half, top - rise), new DataPoint(x + half, top - rise), new DataPoint(x, top + rise)]);
        return shape;
    }

    // The exporter measures words a little too narrow and cuts what it has no room for; the spaces are taken off again afterwards.
    private static string Roomy(string title) => title + new string(Padding, 8);

    private static double X(DateOnly day) => DateTimeAxis.ToDouble(day.ToDateTime(TimeOnly.MinValue));
}
