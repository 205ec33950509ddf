using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace ReadinessPortal.Web.Identity;

/// <summary>Lets the migration tools make the context without starting the portal.</summary>
internal sealed class IdentityDbDesign : IDesignTimeDbContextFactory<IdentityDb>
{
    public IdentityDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<IdentityDb>();
        IdentityDb.Configure(options, new NpgsqlConnection());
        return new IdentityDb(options.Options);
    }
}
