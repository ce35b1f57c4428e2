using System.Collections.Immutable;
using Readout.Desk.Hosting;

namespace Readout.Desk.Api;

/// <summary>What the API's document says of an endpoint, and what its requests are held to. Immutable.</summary>
/// <param name="Id">Its name in the document, one of a kind: <c>story</c>.</param>
/// <param name="Tag">The section it stands in (<see cref="Document.DocumentText"/> has them): Today, Events, Articles, Stories, Relations, Meetings, Actors, Codebook, Watches, Sources, Exports, Archive.</param>
/// <param name="Summary">What it gives, in a few words.</param>
internal sealed record ApiOperation(string Id, string Tag, string Summary)
{
    /// <summary>What else there is to know, in sentences; null for nothing.</summary>
    public string? Description { get; init; }

    /// <summary>All that it takes, of the path and of the query. Anything else in a query is refused.</summary>
    public ImmutableArray<ApiParameter> Parameters { get; init; } = [];

    /// <summary>What it finds, where an answer of null means that there is none: <c>story</c>.</summary>
    public string? Finds { get; init; }

    /// <summary>The type of the answer, where the handler's own result does not say it.</summary>
    public Type? Answers { get; init; }

    /// <summary>Holds a query to the parameters.</summary>
    /// <exception cref="DeskFaultException">It has what the endpoint does not take.</exception>
    public void Check(IQueryCollection query)
    {
        foreach (string name in query.Keys)
        {
            ApiParameter? parameter = Parameters.FirstOrDefault(one => !one.IsInPath && one.Name == name);
            (parameter ?? throw DeskFaultException.Bad(Unknown(name))).Check(query[name]);
        }
    }

    private string Unknown(string name)
    {
        string shown = name.Length <= 40 ? name : name[..40] + "…";
        string[] known = [.. Parameters.Where(one => !one.IsInPath).Select(one => one.Name)];
        return known.Length == 0 ? $"There is no parameter '{shown}': this address takes none." : $"There is no parameter '{shown}': this address takes {string.Join(", ", known)}.";
    }
}
