using Microsoft.Extensions.DependencyInjection;
using Readout.Desk.Hosting;
using Readout.Desk.Sources;
using Readout.Desk.Tests.News;
using Readout.Jobs.Ingest;
using Readout.Sources;
using Readout.Sources.Fetching;
using Readout.Tests;

namespace Readout.Desk.Tests.Sources;

/// <summary>An empty desk of its own that may fetch from this machine and does not follow feeds by itself.</summary>
public sealed class SourcesFixture(TestReader knowledge) : DeskFixture(knowledge)
{
    protected override string[] Inputs => [];

    protected override DeskOptions Change(DeskOptions options)
    {
        Directory.CreateDirectory(File("samples"));
        System.IO.File.Copy(Repository.Path("samples", "news", "cod-war.html"), Path.Combine(File("samples"), "cod-war.html"));
        return options with
        {
            Samples = File("samples"),
            Follows = false,
            Ingest = new IngestOptions
            {
                Sources = new SourceOptions { AllowPrivate = true, Today = DateOnly.FromDateTime(TestNews.Now.UtcDateTime), FetchTimeout = TimeSpan.FromSeconds(10) },
                Politeness = new Politeness { Attempts = 1, Spacing = TimeSpan.Zero },
            },
        };
    }

    internal SourceJobs Jobs => Services.GetRequiredService<SourceJobs>();
}

/// <summary>Tests of sources, which share a desk.</summary>
[CollectionDefinition(Name)]
public sealed class SourcesCollection : ICollectionFixture<SourcesFixture>
{
    public const string Name = "sources";
}
