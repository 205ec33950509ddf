using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ReadinessPortal.Application.Persistence;

/// <summary>For the migrations tool, which needs the model and no database.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<WritingDb>
{
    public WritingDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<WritingDb>().UseNpgsql().UseSnakeCaseNamingConvention().Options);
}
