using Readout.Coding.Record;

namespace Readout.Analysis.Reports;

/// <summary>Who acts or is acted upon in a report. Immutable.</summary>
/// <param name="Id">Directory identifier, or null for one in no directory.</param>
/// <param name="Name">The directory's name, or the words of the text.</param>
/// <param name="Code">Code of the closed table, or null.</param>
/// <param name="Country">PLOVER's country field, or null.</param>
/// <param name="Sector">PLOVER's sector, or null.</param>
/// <param name="Office">Office held on the article's date, or null.</param>
public sealed record Party(string? Id, string Name, string? Code, string? Country, string? Sector, string? Office = null)
{
    /// <summary>The party that a mention stands for.</summary>
    public static Party Of(ActorReference actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return new Party(actor.Id, actor.Name, actor.Code, actor.Country, actor.Sector, actor.Office);
    }
}
