using System.Runtime.Versioning;
using Npgsql;

namespace ReadinessPortal.IntegrationTests.Starting;

/// <summary>What it may be asked for, and by whom.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ThePrivateCluster(ThePrivateCluster.Running running) : IClassFixture<ThePrivateCluster.Running>
{
    public sealed class Running : IAsyncLifetime
    {
        internal DataFolder Data { get; } = new();

        internal Ended Started { get; private set; } = null!;

        internal NpgsqlConnectionStringBuilder Server(string role) =>
            new(Started.Settings[$"PORTAL_TEST_{role}"]) { Pooling = false };

        public async Task InitializeAsync() => Started = await Script.RunAsync(Data.Path, "db");

        public async Task DisposeAsync()
        {
            await Script.RunAsync(Data.Path, "db", "stop");
            Data.Dispose();
        }
    }

    [Fact]
    public async Task Is_joined_by_whoever_comes_second()
    {
        var before = await ScalarAsync("SERVER", "select pg_postmaster_start_time()::text");

        var second = await Script.RunAsync(running.Data.Path, "db");

        second.Output.Should().Be(running.Started.Output);
        (await ScalarAsync("SERVER", "select pg_postmaster_start_time()::text")).Should().Be(before);
    }

    [Fact]
    public async Task Listens_on_a_socket_only_that_no_other_account_can_reach()
    {
        (await ScalarAsync("SERVER", "show listen_addresses")).Should().BeEmpty();
        File.GetUnixFileMode(running.Server("SERVER").Host!)
            .Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public void Keeps_its_passwords_to_itself() =>
        File.GetUnixFileMode(running.Data.Under("test", "secrets"))
            .Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);

    [Theory]
    [InlineData("SERVER")]
    [InlineData("OWNER")]
    [InlineData("PORTAL")]
    public async Task Lets_nobody_in_with_a_wrong_password(string role)
    {
        var server = running.Server(role);
        server.Password = "guess";
        await using var connection = new NpgsqlConnection(server.ConnectionString);

        await connection.Invoking(c => c.OpenAsync()).Should().ThrowAsync<PostgresException>()
            .Where(e => e.SqlState == PostgresErrorCodes.InvalidPassword);
    }

    [Fact]
    public async Task Has_an_owner_that_migrates_and_a_portal_role_that_can_create_nothing()
    {
        (await ScalarAsync("OWNER", "create table kept(); drop table kept; select current_database()"))
            .Should().Be("readiness");

        await this.Invoking(t => t.ScalarAsync("PORTAL", "create table taken()")).Should()
            .ThrowAsync<PostgresException>()
            .Where(e => e.SqlState == PostgresErrorCodes.InsufficientPrivilege);
        (await ScalarAsync("PORTAL", "select bool_or(rolsuper or rolcreatedb or rolcreaterole)::text from pg_roles"
            + " where rolname in ('readiness_owner', 'readiness_portal')")).Should().Be("false");
    }

    [Fact]
    public async Task Checks_its_pages_and_sorts_alike_everywhere()
    {
        (await ScalarAsync("SERVER", "show data_checksums")).Should().Be("on");
        (await ScalarAsync("OWNER", "select datcollate || ' ' || pg_encoding_to_char(encoding) from pg_database"
            + " where datname = current_database()")).Should().Be("C.UTF-8 UTF8");
    }

    private async Task<string?> ScalarAsync(string role, string sql)
    {
        await using var connection = new NpgsqlConnection(running.Server(role).ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (string?)await command.ExecuteScalarAsync();
    }
}
