using Readout.Desk.Actor;
using Readout.Desk.Api;
using Readout.Desk.Articles;
using Readout.Desk.Calendar;
using Readout.Desk.Codebooks;
using Readout.Desk.Exports;
using Readout.Desk.Layout;
using Readout.Desk.Relation;
using Readout.Desk.Review;
using Readout.Desk.Search;
using Readout.Desk.SignIn;
using Readout.Desk.Sources;
using Readout.Desk.Story;
using Readout.Desk.Today;
using Readout.Desk.Watches;

namespace Readout.Desk.Hosting;

/// <summary>The features of the desk, a line each.</summary>
internal static class DeskFeatures
{
    public static IReadOnlyList<IDeskFeature> All { get; } =
    [
        new AssetsFeature(),
        new HealthFeature(),
        new ApiFeature(),
        new SignInFeature(),
        new SourcesFeature(),
        new TodayFeature(),
        new ArticleFeature(),
        new ReviewFeature(),
        new CodebookFeature(),
        new WatchesFeature(),
        new RelationFeature(),
        new SearchFeature(),
        new StoryFeature(),
        new CalendarFeature(),
        new ActorFeature(),
        new ExportsFeature(),
    ];
}
