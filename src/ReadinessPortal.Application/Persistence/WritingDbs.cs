using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace ReadinessPortal.Application.Persistence;

/// <summary>Opens contexts that save. Only the doors for writing may.</summary>
public sealed class WritingDbs
{
    private readonly DbContextOptions<WritingDb> _options;

    /// <param name="interceptors">None in the portal itself; tests lose answers and connections with them.</param>
    internal WritingDbs(NpgsqlDataSource source, IEnumerable<IInterceptor> interceptors) =>
        _options = new DbContextOptionsBuilder<WritingDb>().UsePortal(source).AddInterceptors(interceptors).Options;

    internal WritingDb Open() => new(_options);
}
