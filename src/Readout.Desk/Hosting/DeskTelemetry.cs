using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Readout.Desk.Hosting;

/// <summary>Traces and metrics of requests by OTLP over HTTP, for those who ask for them. Queries of addresses are left out of them.</summary>
internal static class DeskTelemetry
{
    public static void AddTo(IServiceCollection services, Uri endpoint)
    {
        services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("readout-desk"))
            .WithTracing(traces => traces.AddAspNetCoreInstrumentation().AddOtlpExporter(exporter => Set(exporter, endpoint, "v1/traces")))
            .WithMetrics(metrics => metrics.AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel").AddOtlpExporter(exporter => Set(exporter, endpoint, "v1/metrics")));
    }

    private static void Set(OtlpExporterOptions exporter, Uri endpoint, string path)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = new Uri(endpoint.AbsoluteUri.TrimEnd('/') + "/" + path);
    }
}
