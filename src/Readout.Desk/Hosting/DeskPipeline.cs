using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Readout.Archive;
using Readout.Desk.Layout;
using Readout.Desk.Security;

namespace Readout.Desk.Hosting;

/// <summary>Puts the server together: services, the way of a request, the features.</summary>
internal static class DeskPipeline
{
    /// <summary>The longest request that is taken where its endpoint does not say otherwise, in bytes.</summary>
    public const long MostRequestBytes = 1 << 20;

    // Nothing is taken from the environment or from files: a desk listens where it was told and nowhere else.
    public static WebApplication Build(DeskOptions options, ImmutableArray<DeskAddress> addresses, RecordArchive archive, DeskKnowledge knowledge, DeskDoor door)
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "Readout.Desk", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, addresses));
        options.Log.AddTo(builder.Logging);
        if (options.Telemetry is { } telemetry) DeskTelemetry.AddTo(builder.Services, telemetry);
        builder.Services.AddSingleton(options).AddSingleton(archive).AddSingleton(knowledge).AddSingleton(options.Time).AddSingleton(DeskAssets.Embedded).AddSingleton(door);
        builder.Services.AddFormKeys(options.Archive);
        AddServices(builder.Services);
        foreach (IDeskFeature feature in DeskFeatures.All) feature.AddTo(builder.Services);
        WebApplication application = builder.Build();
        application.UseMiddleware<RequestLog>();
        application.UseMiddleware<SecurityHeaders>();
        application.UseMiddleware<FaultPages>();
        application.UseMiddleware<HostGuard>();
        application.UseRouting();
        application.UseMiddleware<Gate>();
        application.UseMiddleware<WriteGuard>();
        // The guard has checked every form; the platform wants its own word on those that are bound to parameters.
        application.UseAntiforgery();
        foreach (IDeskFeature feature in DeskFeatures.All) feature.Map(application);
        return application;
    }

    private static void Listen(KestrelServerOptions kestrel, ImmutableArray<DeskAddress> addresses)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MostRequestBytes;
        foreach (DeskAddress address in addresses)
        {
            if (address.Bound is { } bound) kestrel.Listen(bound, address.Port);
            else kestrel.ListenAnyIP(address.Port);
        }
    }

    private static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<Navigation>().AddSingleton<DeskSessions>().AddSingleton<ApiTokens>().AddSingleton<SignInAttempts>();
        services.AddRouting();
        services.AddRazorComponents();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "readout-form";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.FormFieldName = "token";
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        services.AddProblemDetails();
        services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);
        services.Configure<JsonOptions>(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
        });
    }
}
