using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ReadinessPortal.Application.Persistence;

/// <summary>Opens contexts that save. Only the doors for writing may.</summary>
public sealed class WritingDbs
{
    private readonly DbContextOptions<WritingDb> _options;

    internal WritingDbs(NpgsqlDataSource source) =>
        _options = new DbContextOptionsBuilder<WritingDb>().UsePortal(b => b.UseNpgsql(source)).Options;

    internal WritingDb Open() => new(_options);
}
