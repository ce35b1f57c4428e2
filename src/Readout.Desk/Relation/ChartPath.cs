using System.Globalization;
using System.Text;

namespace Readout.Desk.Relation;

/// <summary>
/// Writes a path of SVG in tenths of a unit, each point by its distance from the one before, so that hundreds of points take few bytes. Distances are
/// between rounded points, so that nothing adds up. For one thread.
/// </summary>
internal sealed class ChartPath
{
    private readonly StringBuilder _text = new();
    private (int X, int Y) _start;
    private (int X, int Y) _at;

    public bool IsEmpty => _text.Length == 0;

    /// <summary>Begins a line.</summary>
    public ChartPath Move(double x, double y)
    {
        To('m', x, y);
        _start = _at;
        return this;
    }

    public ChartPath Line(double x, double y) => To('l', x, y);

    /// <summary>A rectangle from a corner; a negative height leads upwards. Its last edge is left to the filling.</summary>
    public ChartPath Bar(double x, double y, double width, double height)
    {
        Move(x, y);
        int rise = Tenths(y + height) - _at.Y;
        int breadth = Math.Max(1, Tenths(x + width) - _at.X);
        _text.Append('v');
        Write(rise);
        _text.Append('h');
        Write(breadth);
        _text.Append('v');
        Write(-rise);
        _at.X += breadth;
        return this;
    }

    /// <summary>Leads back to where the line began.</summary>
    public ChartPath Close()
    {
        _text.Append('z');
        _at = _start;
        return this;
    }

    /// <summary>The value of the attribute <c>d</c>.</summary>
    public override string ToString() => _text.ToString();

    private static int Tenths(double value) => (int)Math.Round(value * 10, MidpointRounding.AwayFromZero);

    private ChartPath To(char command, double x, double y)
    {
        (int X, int Y) next = (Tenths(x), Tenths(y));
        _text.Append(command);
        Write(next.X - _at.X);
        if (next.Y >= _at.Y) _text.Append(' ');
        Write(next.Y - _at.Y);
        _at = next;
        return this;
    }

    private void Write(int tenths)
    {
        if (tenths < 0) _text.Append('-');
        (int whole, int rest) = Math.DivRem(Math.Abs(tenths), 10);
        if (whole > 0 || rest == 0) _text.Append(CultureInfo.InvariantCulture, $"{whole}");
        if (rest > 0) _text.Append('.').Append((char)('0' + rest));
    }
}
