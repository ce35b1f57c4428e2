using Readout.Desk.Security;
using Readout.Desk.Tests.News;

namespace Readout.Desk.Tests.Security;

public class SignInAttemptsTests
{
    private readonly FixedTime _time = new(TestNews.Now);

    [Fact]
    public void One_address_has_few_attempts_at_one_account_and_the_owner_elsewhere_is_not_locked_out()
    {
        SignInAttempts attempts = new(_time);
        for (int i = 0; i < 5; i++)
        {
            Assert.Equal(TimeSpan.Zero, attempts.Wait("anna", "10.0.0.1"));
            attempts.Failed("anna", "10.0.0.1");
        }

        Assert.Equal(SignInAttempts.Window, attempts.Wait("anna", "10.0.0.1"));
        Assert.Equal(TimeSpan.Zero, attempts.Wait("anna", "10.0.0.2"));
        _time.Advance(SignInAttempts.Window);
        Assert.Equal(TimeSpan.Zero, attempts.Wait("anna", "10.0.0.1"));
    }

    [Fact]
    public void One_address_has_only_so_many_attempts_at_all_accounts_together()
    {
        SignInAttempts attempts = new(_time);
        for (int i = 0; i < 20; i++) attempts.Failed($"reader{i}", "10.0.0.1");
        Assert.True(attempts.Wait("another", "10.0.0.1") > TimeSpan.Zero);
    }

    [Fact]
    public void Many_addresses_together_have_only_so_many_attempts_at_one_account()
    {
        SignInAttempts attempts = new(_time);
        for (int i = 0; i < 50; i++) attempts.Failed("anna", $"10.0.1.{i}");
        Assert.True(attempts.Wait("anna", "10.0.2.1") > TimeSpan.Zero);
        Assert.Equal(TimeSpan.Zero, attempts.Wait("bert", "10.0.2.1"));
    }
}
