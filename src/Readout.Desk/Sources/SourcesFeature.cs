using Microsoft.AspNetCore.Mvc;
using Readout.Desk.Api;
using Readout.Desk.Hosting;
using Readout.Desk.Security;

namespace Readout.Desk.Sources;

/// <summary>What comes in: <c>/sources</c>, <c>/api/sources</c>, and the forms that add, ask, forget and stop.</summary>
internal sealed class SourcesFeature : IDeskFeature
{
    /// <summary>So much may be dropped at once, in bytes.</summary>
    public const long MostDropped = 100L << 20;

    public void AddTo(IServiceCollection services) => services.AddSingleton<DeskWork>().AddSingleton<SourceModels>();

    public void Map(IEndpointRouteBuilder desk)
    {
        desk.MapGet("/sources", (HttpContext context, SourceModels sources) => DeskPages.Show<SourcesPage>(sources.Read(context.DeskReader())));
        desk.MapApi("/api/sources", new ApiOperation("sources", "Sources", "What is being read, and the feeds with their health.") { Answers = typeof(SourcesModel) },
            (HttpContext context, SourceModels sources) => sources.Read(context.DeskReader()));
        desk.MapPost("/sources/samples", (HttpContext context, SourceModels sources) => Then(() => sources.AddSamples(context.DeskReader())));
        desk.MapPost("/sources/address", (HttpContext context, SourceModels sources, [FromForm] string address) => Then(() => sources.AddAddress(context.DeskReader(), AddressOf(address))));
        desk.MapPost("/sources/forget", (HttpContext context, SourceModels sources, [FromForm] string address) => Then(() => sources.Forget(context.DeskReader(), AddressOf(address))));
        desk.MapPost("/sources/ask", (HttpContext context, SourceModels sources) => Then(() => sources.AskFeeds(context.DeskReader())));
        desk.MapPost("/sources/stop", (SourceModels sources) => Then(sources.Stop));
        desk.MapPost("/sources/files", TakeAsync).WithMetadata(new RequestSizeLimitAttribute(MostDropped));
    }

    private static IResult Then(Action begin)
    {
        begin();
        return DeskPages.SeeOther("/sources");
    }

    private static async Task<IResult> TakeAsync(HttpContext context, SourceModels sources)
    {
        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        IFormFile[] files = [.. form.Files.Where(file => file.Length > 0)];
        if (files.Length == 0) throw DeskFaultException.Bad("No file was sent, or it was empty.");
        string folder = Directory.CreateTempSubdirectory("readout-dropped-").FullName;
        for (int i = 0; i < files.Length; i++)
        {
            string path = Path.Combine(folder, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{i:D3}-{NameOf(files[i].FileName)}"));
            using FileStream target = File.Create(path);
            await files[i].CopyToAsync(target, context.RequestAborted).ConfigureAwait(false);
        }

        sources.AddFiles(context.DeskReader(), folder, [.. files.Select(file => NameOf(file.FileName))]);
        return DeskPages.SeeOther("/sources");
    }

    /// <summary>The file's own name, without a folder and with nothing in it that a file system minds.</summary>
    internal static string NameOf(string given)
    {
        string name = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        string kept = string.Concat(name.Select(letter => char.IsLetterOrDigit(letter) || letter is '.' or '-' or '_' ? letter : '-'));
        return kept.Trim('.', '-') is { Length: > 0 } plain ? plain[^Math.Min(plain.Length, 100)..] : "file";
    }

    private static Uri AddressOf(string given) =>
        Uri.TryCreate(given.Trim(), UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https" ? address : throw DeskFaultException.Bad("An address begins with http:// or https://.");
}
