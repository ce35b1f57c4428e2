using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Readout.Desk.Security;

namespace Readout.Desk.Hosting;

/// <summary>What the desk logs on standard error, and how. Immutable.</summary>
/// <param name="IsJson">Whether each entry is a line of JSON; else a line of text.</param>
/// <param name="Level"><c>error</c>, <c>warning</c>, or <c>information</c>, with a line for each request.</param>
public sealed record DeskLog(bool IsJson, string Level)
{
    /// <summary>Warnings and errors, as text.</summary>
    public static DeskLog Usual { get; } = new(false, "warning");

    internal void AddTo(ILoggingBuilder logging)
    {
        LogLevel least = Enum.Parse<LogLevel>(Level, ignoreCase: true);
        logging.SetMinimumLevel(least).AddFilter("Microsoft", least < LogLevel.Warning ? LogLevel.Warning : least);
        // What these warn of is meant: pages with forms are not cached, and the keys of forms are kept as files of the desk's user.
        logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        if (IsJson) logging.AddJsonConsole(json => json.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'");
        else logging.AddSimpleConsole(text => (text.SingleLine, text.TimestampFormat) = (true, "yyyy-MM-dd HH:mm:ss'Z' "));
        logging.Services.Configure<ConsoleFormatterOptions>(formatter => formatter.UseUtcTimestamp = true);
        logging.Services.Configure<JsonConsoleFormatterOptions>(formatter => formatter.UseUtcTimestamp = true);
        logging.Services.Configure<SimpleConsoleFormatterOptions>(formatter => formatter.UseUtcTimestamp = true);
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}

/// <summary>A line in the log for each request, where it is asked for. The query is left out: it may say what somebody looks for.</summary>
/// <param name="next">What answers.</param>
/// <param name="log">The log.</param>
/// <param name="time">The clock.</param>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> log, TimeProvider time)
{
    /// <summary>Answers a request.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (!log.IsEnabled(LogLevel.Information))
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        long begun = time.GetTimestamp();
        await next(context).ConfigureAwait(false);
        double elapsed = Math.Round(time.GetElapsedTime(begun).TotalMilliseconds, 1);
        string path = Shown(context.Request.Path);
        string reader = context.DeskReader().Name;
        Answered(context.Request.Method, path, context.Response.StatusCode, elapsed, reader);
    }

    // Nobody writes lines of the log by a path with line breaks in it.
    private static string Shown(PathString path) => path.ToUriComponent() is var text && text.Length <= 200 ? text : text[..200] + "…";

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Path} {Status} {Milliseconds} ms {Reader}")]
    private partial void Answered(string method, string path, int status, double milliseconds, string reader);
}
