namespace Readout.Coding.Events;

/// <summary>The resolved dates of a document, asked for by token.</summary>
public interface IEventDates
{
    /// <summary>The last day of the date expression that a token heads or stands in; null where there is none or it is open.</summary>
    DateOnly? Latest(int token);
}

/// <summary>A document without resolved dates.</summary>
public sealed class NoEventDates : IEventDates
{
    /// <summary>The only instance.</summary>
    public static NoEventDates Instance { get; } = new();

    /// <inheritdoc/>
    public DateOnly? Latest(int token) => null;
}
