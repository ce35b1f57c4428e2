using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Readout.Archive.Watches;
using Readout.Desk.Hosting;
using Readout.Desk.Security;
using Readout.Desk.Tests.News;
using Readout.Desk.Watches;
using Readout.Jobs.Tests.Watches;
using Readout.Jobs.Watches.Mail;

namespace Readout.Desk.Tests.Watches;

/// <summary>A desk of its own, for watches are kept there; its mail goes to a server on loopback.</summary>
public sealed class WatchesFixture(TestReader knowledge) : DeskFixture(knowledge)
{
    internal SmtpReceiver Server { get; } = new();

    /// <summary>Runs what is due, as the desk does every minute.</summary>
    internal Task RunWatches() => Services.GetRequiredService<WatchRunner>().RunDueAsync(TestContext.Current.CancellationToken);

    /// <summary>Makes a brief now.</summary>
    internal Task RunWatch(Watch watch) => Services.GetRequiredService<WatchRunner>().RunNowAsync(watch, TestContext.Current.CancellationToken);

    /// <summary>What the page of a watch shows to somebody.</summary>
    internal WatchModel Model(Watch watch, DeskReader reader) => Services.GetRequiredService<WatchModels>().Watch(watch.Id, new QueryCollection(), reader);

    protected override DeskOptions Change(DeskOptions options) => options with
    {
        Mail = MailSettings.Parse(string.Create(CultureInfo.InvariantCulture, $"smtp+plain://127.0.0.1:{Server.Port}"), "Desk <desk@readout.example>", "https://desk.example/"),
    };
}

/// <summary>Tests of watches, which share a desk.</summary>
[CollectionDefinition(Name)]
public sealed class WatchesCollection : ICollectionFixture<WatchesFixture>
{
    public const string Name = "watches";
}
