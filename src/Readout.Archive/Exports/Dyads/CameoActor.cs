using Readout.Archive.Exports.Codes;

namespace Readout.Archive.Exports.Dyads;

/// <summary>
/// A party as CAMEO codes it: country or kind of body, then role. What is no state's keeps its code of the closed table as
/// known group. Every part is null where it is not known.
/// </summary>
/// <param name="Full">The whole code: <c>RUSGOV</c>, <c>IGOUNO</c>, <c>LBNREB</c>.</param>
/// <param name="Root">Its first three letters: <c>RUS</c>, <c>IGO</c>.</param>
/// <param name="Country">Alpha-3 code of the state.</param>
/// <param name="Group">Code of the body or group that is no state's.</param>
/// <param name="Role">CAMEO role: <c>GOV</c>, <c>IGO</c>.</param>
internal sealed record CameoActor(string? Full, string? Root, string? Country, string? Group, string? Role)
{
    private static readonly CameoActor Unknown = new(null, null, null, null, null);

    /// <summary>The coding of a party; nothing is known of none.</summary>
    public static CameoActor Of(ExportParty? party)
    {
        if (party is null) return Unknown;
        string? role = SectorTable.Default.Cameo(party.Sector);
        string? state = StateTable.Default.Find(party.Country)?.Alpha3;
        string? group = party.Code is not null && StateTable.Default.Find(party.Code) is null ? party.Code : null;
        if (state is not null) return new CameoActor(state + role, state, state, group, role);
        string? kind = KindOf(party.Country) ?? (group is not null && char.IsAsciiLetterUpper(group[0]) ? "IGO" : null);
        if (kind is null && group is null) return role is null ? Unknown : new CameoActor(role, null, null, null, role);
        return new CameoActor(kind + group, kind, null, group, kind ?? role);
    }

    // PLOVER's country field where it names no state.
    private static string? KindOf(string? country) => country switch
    {
        "UNO" or "EUR" or "IGO" => "IGO",
        "NGO" or "MNC" or "IMG" or "ISM" => country,
        _ => null,
    };
}
