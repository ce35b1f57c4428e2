using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Readout.Desk.Api;

/// <summary>An answer in JSON with an entity tag made of its content (RFC 9110, section 8.8.3): who has it already gets 304 and no content.</summary>
/// <param name="model">What is answered; <see cref="RawJson"/> goes out as it is.</param>
internal sealed class TaggedJson(object model) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ReadOnlyMemory<byte> json = model is RawJson raw ? raw.Utf8 : Bytes(httpContext);
        EntityTagHeaderValue tag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(json.Span).AsSpan(0, 12))}\"");
        HttpResponse response = httpContext.Response;
        response.Headers.ETag = tag.ToString();
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (model is IPaged { Next: { } next }) response.Headers.Link = $"<{Following(httpContext.Request, next)}>; rel=\"next\"";
        if (IsKnown(httpContext.Request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = json.Length;
        await response.Body.WriteAsync(json, httpContext.RequestAborted).ConfigureAwait(false);
    }

    private byte[] Bytes(HttpContext context) =>
        JsonSerializer.SerializeToUtf8Bytes(model, model.GetType(), context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions);

    private static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out IList<EntityTagHeaderValue>? known)
        && known.Any(one => one == EntityTagHeaderValue.Any || one.Compare(tag, useStrongComparison: false));

    private static string Following(HttpRequest request, string cursor)
    {
        QueryBuilder query = new(request.Query.Where(pair => pair.Key != "cursor").SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? "")));
        query.Add("cursor", cursor);
        return request.PathBase + request.Path + query.ToQueryString().ToUriComponent();
    }
}
