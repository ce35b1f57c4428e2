using System.Collections.Immutable;

namespace Readout.Desk.Hosting;

/// <summary>What could not be done, with what was typed. Immutable.</summary>
/// <param name="Fault">What is wrong, and what to do.</param>
/// <param name="Typed">What the form held, so that nothing typed is lost; empty for no form.</param>
/// <param name="Again">Address to which the same form can be sent once more from the page; null where that must not be, or would not help.</param>
public sealed record FaultModel(DeskFaultException Fault, ImmutableArray<TypedField> Typed, string? Again);

/// <summary>A field of a form. Immutable.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">What it held.</param>
public sealed record TypedField(string Name, string Value)
{
    /// <summary>Whether somebody may have typed it, as far as can be told: what the desk itself puts into forms is one short word.</summary>
    public bool IsWords => Value.Length > 40 || Value.AsSpan().IndexOfAny(" \r\n") >= 0;
}

/// <summary>Gets what a form held that was not taken.</summary>
internal static class TypedForm
{
    private const int MostCharacters = 200_000;
    private static readonly object s_checked = new();

    /// <summary>Notes that the form came from a page of this desk, by its token.</summary>
    public static void SetFormChecked(this HttpContext context) => context.Items[s_checked] = s_checked;

    /// <summary>The model of a fault.</summary>
    public static async Task<FaultModel> OfAsync(HttpContext context, DeskFaultException fault)
    {
        ImmutableArray<TypedField> typed = await FieldsAsync(context, fault.Status).ConfigureAwait(false);
        bool passes = fault.Status is StatusCodes.Status409Conflict or StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable;
        // A form that may be another site's is shown, and never sent for it.
        bool again = passes && !typed.IsEmpty && context.Items.ContainsKey(s_checked);
        return new FaultModel(fault, typed, again ? context.Request.Path.ToUriComponent() + context.Request.QueryString.ToUriComponent() : null);
    }

    private static async Task<ImmutableArray<TypedField>> FieldsAsync(HttpContext context, int status)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || status == StatusCodes.Status413PayloadTooLarge || context.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true) return [];
        try
        {
            IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
            // A password is neither shown nor kept in a page.
            if (form.Keys.Any(name => name.Contains("password", StringComparison.OrdinalIgnoreCase))) return [];
            TypedField[] fields = [.. form.Where(field => field.Key != "token").SelectMany(field => field.Value.Select(value => new TypedField(field.Key, value ?? "")))];
            return fields.Sum(field => field.Value.Length) <= MostCharacters ? [.. fields] : [];
        }
        catch (Exception exception) when (exception is BadHttpRequestException or InvalidDataException or IOException)
        {
            return [];
        }
    }
}
