using Microsoft.Extensions.Configuration;
using ReadinessPortal.Web.Starting;

namespace ReadinessPortal.IntegrationTests.Starting;

/// <summary>A secret is given itself or as a file.</summary>
public sealed class ReadingSecretFiles : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData("Signing:KeyPassword")]
    [InlineData("ConnectionStrings:Portal")]
    [InlineData("Identity:Providers:3:ClientSecret")]
    public void What_stands_in_the_file_is_the_secret_without_its_line_end(string key)
    {
        File.WriteAllText(_file, "a secret \n");

        Read((key + ":File", _file))[key].Should().Be("a secret ");
    }

    [Fact]
    public void Given_twice_it_is_refused() =>
        Problem(("Signing:KeyPassword", "x"), ("Signing:KeyPassword:File", _file)).Should()
            .Be("Signing:KeyPassword is given twice, itself and as a file: leave one out.");

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Problem(("Mail:Smtp:Password:File", "/no/such/file")).Should()
            .StartWith("Mail:Smtp:Password:File names '/no/such/file', which cannot be read");

    [Fact]
    public void What_is_no_secret_is_no_file() =>
        Read(("Portal:PublicUrl:File", _file))["Portal:PublicUrl"].Should().BeNull();

    private static ConfigurationManager Read(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value));
        SecretFiles.ReadInto(configuration);
        return configuration;
    }

    private static string Problem(params (string Key, string Value)[] settings) =>
        FluentActions.Invoking(() => Read(settings)).Should().Throw<SettingsException>().Which.Problems.Single();
}
