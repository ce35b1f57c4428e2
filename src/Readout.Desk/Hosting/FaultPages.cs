using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;
using Readout.Archive;
using Readout.Desk.Layout;

namespace Readout.Desk.Hosting;

/// <summary>Turns what goes wrong into a page, or under <c>/api</c> into a problem document; never into a stack trace.</summary>
/// <param name="next">What answers.</param>
/// <param name="log">Where faults of the program are noted.</param>
internal sealed partial class FaultPages(RequestDelegate next, ILogger<FaultPages> log)
{
    /// <summary>Answers a request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            DeskFaultException fault = Of(exception);
            if (fault.Status == StatusCodes.Status500InternalServerError) Failed(exception, context.Request.Method, context.Request.Path);
            if (fault.Status == StatusCodes.Status503ServiceUnavailable) Unavailable(exception.Message);
            await AnswerAsync(context, fault).ConfigureAwait(false);
            return;
        }

        if (!context.Response.HasStarted && context.Response.StatusCode >= 400 && context.Response.ContentType is null) await AnswerAsync(context, Of(context.Response.StatusCode)).ConfigureAwait(false);
    }

    /// <summary>Answers with the page or the problem document of a fault.</summary>
    public static async Task AnswerAsync(HttpContext context, DeskFaultException fault)
    {
        context.Response.Clear();
        context.Response.Headers.CacheControl = "no-store";
        if (fault.Status == StatusCodes.Status503ServiceUnavailable) context.Response.Headers.RetryAfter = "5";
        if (fault.Status == StatusCodes.Status401Unauthorized) context.Response.Headers.WWWAuthenticate = "Bearer realm=\"Readout\"";
        if (fault.RetryAfter is { } wait) context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.StatusCode = fault.Status;
            return;
        }

        IResult answer = context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
            ? Results.Problem(new ProblemDetails { Status = fault.Status, Title = fault.Title, Detail = fault.Detail })
            : DeskPages.Show<FaultPage>(await TypedForm.OfAsync(context, fault).ConfigureAwait(false), fault.Status);
        await answer.ExecuteAsync(context).ConfigureAwait(false);
    }

    private static DeskFaultException Of(Exception exception) => exception switch
    {
        DeskFaultException fault => fault,
        ArchiveException archive => new DeskFaultException(StatusCodes.Status503ServiceUnavailable, "The archive cannot be used just now", $"{Sentence(archive.Message)} {Sentence(archive.Advice)}"),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Of(StatusCodes.Status413PayloadTooLarge),
        // What reads the token of a form comes first to the end of what is taken.
        AntiforgeryValidationException { InnerException: BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } or InvalidDataException } => Of(StatusCodes.Status413PayloadTooLarge),
        AntiforgeryValidationException => new DeskFaultException(StatusCodes.Status400BadRequest, "The form is too old", "It was made long ago, by another browser, or before you signed in or out. Open the page anew and send it from there; what you wrote is below."),
        BadHttpRequestException bad => new DeskFaultException(bad.StatusCode, "The request cannot be understood", "A part of it is not what this address takes."),
        _ => Of(StatusCodes.Status500InternalServerError),
    };

    private static DeskFaultException Of(int status) => status switch
    {
        StatusCodes.Status404NotFound => new DeskFaultException(status, "There is nothing here", "The address leads to no page of this desk."),
        StatusCodes.Status405MethodNotAllowed => new DeskFaultException(status, "That cannot be done here", "The address does not take this kind of request."),
        StatusCodes.Status413PayloadTooLarge => new DeskFaultException(status, "That is too much at once", "The desk did not take it. Send a shorter text or a smaller file."),
        StatusCodes.Status415UnsupportedMediaType => new DeskFaultException(status, "That kind of content is not taken here", "Send what the address asks for."),
        StatusCodes.Status429TooManyRequests => new DeskFaultException(status, "Too many attempts", "Wait a few minutes and try again."),
        StatusCodes.Status500InternalServerError => new DeskFaultException(status, "Something went wrong in Readout", "It is noted in the desk's log. Nothing that was kept is lost."),
        _ => new DeskFaultException(status, "The request was not answered", "Go back and try it another way."),
    };

    private static string Sentence(string words) => words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..].TrimEnd('.') + ".";

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    private partial void Failed(Exception exception, string method, string path);

    [LoggerMessage(Level = LogLevel.Warning, Message = "the archive cannot be used: {Reason}")]
    private partial void Unavailable(string reason);
}
