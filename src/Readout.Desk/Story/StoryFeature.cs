using Readout.Desk.Api;
using Readout.Desk.Hosting;

namespace Readout.Desk.Story;

/// <summary>Stories: <c>/stories</c>, <c>/story/{id}</c>, <c>/api/stories</c>.</summary>
internal sealed class StoryFeature : IDeskFeature
{
    public void AddTo(IServiceCollection services) => services.AddSingleton<StoryModels>();

    public void Map(IEndpointRouteBuilder desk)
    {
        desk.MapGet("/stories", (HttpContext context, StoryModels stories) => DeskPages.Show<StoriesPage>(stories.Newest(context.Request.Query)));
        desk.MapGet("/story/{id:long}", Page);
        desk.MapApi("/api/stories",
            new ApiOperation("stories", "Stories", "Stories by the day of their last article, the newest first.")
            {
                Parameters = [ApiParameter.Number("fewest", "Stories with fewer articles are left out.", 2, 1, 1000), ApiParameter.Limit(40), ApiParameter.Cursor],
            },
            (HttpContext context, StoryModels stories) => stories.Newest(context.Request.Query));
        desk.MapApi("/api/stories/{id:long}",
            new ApiOperation("story", "Stories", "A story: what its articles report, who said what, where the sources disagree, its articles with their copies.")
            {
                Description = "Happenings come in pages; articles and quotes are those of the first hundred articles.",
                Parameters = [ApiParameter.PathNumber("id", "Number of the story.", 1), ApiParameter.Cursor],
                Finds = "story",
            },
            (long id, HttpContext context, StoryModels stories) => stories.Find(id, context.Request.Query));
    }

    // An article's number leads to its story.
    private static IResult Page(long id, HttpContext context, StoryModels stories)
    {
        if (stories.Find(id, context.Request.Query) is { } story) return DeskPages.Show<StoryPage>(story);
        return stories.StoryOf(id) is { } other && other != id ? Results.Redirect(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/story/{other}")) : throw DeskFaultException.NotFound("such story");
    }
}
