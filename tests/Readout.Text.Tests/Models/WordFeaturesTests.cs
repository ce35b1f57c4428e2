using Readout.Text.Models;

namespace Readout.Text.Tests.Models;

public class WordFeaturesTests
{
    private const uint Mask = (1u << 20) - 1;

    [Theory]
    [InlineData("Geneva", "geneva")]
    [InlineData("AK-47", "ak-00")]
    [InlineData("didn’t", "didn't")]
    [InlineData("ÉLYSÉE", "élysée")]
    [InlineData("", "")]
    public void Forms_are_normalised(string form, string normal)
    {
        Span<char> buffer = stackalloc char[WordFeatures.MaxLength];
        Assert.Equal(normal, buffer[..WordFeatures.Normalize(form, buffer)].ToString());
    }

    [Fact]
    public void A_form_beyond_the_bound_is_cut()
    {
        Span<char> buffer = stackalloc char[WordFeatures.MaxLength];
        Assert.Equal(WordFeatures.MaxLength, WordFeatures.Normalize(new string('x', 5000), buffer));
        Rows(new string('x', 5000));
    }

    [Fact]
    public void Case_changes_the_rows_of_form_and_shape_alone()
    {
        int[] lower = Rows("talks"), upper = Rows("Talks");
        for (int place = 0; place < WordFeatures.RowCount; place++) Assert.Equal(place is 0 or >= 9, lower[place] != upper[place]);
    }

    [Fact]
    public void The_first_list_of_a_name_depends_on_its_capital()
    {
        NameLists lists = new(["0\tgrace", "3\tgrace", "1\tcruz"]);
        int[] upper = Listed(lists, "Grace"), lower = Listed(lists, "grace");
        Assert.Equal(2, upper.Length);
        Assert.Empty(upper.Intersect(lower));
        Assert.Empty(Listed(lists, "Norway"));
    }

    private static int[] Rows(string form)
    {
        Span<char> buffer = stackalloc char[WordFeatures.MaxLength];
        int[] rows = new int[WordFeatures.RowCount];
        WordFeatures.Rows(form, buffer[..WordFeatures.Normalize(form, buffer)], Mask, rows);
        return rows;
    }

    private static int[] Listed(NameLists lists, string form)
    {
        Span<char> buffer = stackalloc char[WordFeatures.MaxLength];
        Span<int> rows = stackalloc int[NameLists.Count];
        return rows[..lists.Rows(form, buffer[..WordFeatures.Normalize(form, buffer)], Mask, rows)].ToArray();
    }
}
