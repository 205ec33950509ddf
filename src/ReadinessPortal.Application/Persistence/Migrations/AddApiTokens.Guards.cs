using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReadinessPortal.Application.Persistence.Migrations;

/// <content>What the database itself refuses of tokens: making or ending one without an audit entry.</content>
public partial class AddApiTokens
{
    // Every column but that of the last use, which is noted by the minute and is no change of the launch.
    private static void GuardTokens(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        create constraint trigger audited after insert or delete or update of
            id, launch_id, name, sha256, scope, categories, created_at, created_by, expires_at, revoked_at, revoked_by
            on api_tokens deferrable initially deferred for each row execute function require_audit_entry();
        """);
}
