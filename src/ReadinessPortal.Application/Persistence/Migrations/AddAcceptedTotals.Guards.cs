using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReadinessPortal.Application.Persistence.Migrations;

/// <content>Who made a token is no more changed without an audit entry than the rest of it.</content>
public partial class AddAcceptedTotals
{
    private const string Guarded =
        "id, launch_id, name, sha256, scope, categories, created_at, created_by, expires_at, revoked_at, revoked_by";

    private static void GuardTokens(MigrationBuilder migrationBuilder) =>
        Guard(migrationBuilder, $"{Guarded}, created_by_id");

    private static void GuardTokensWithoutMakers(MigrationBuilder migrationBuilder) =>
        Guard(migrationBuilder, Guarded);

    private static void Guard(MigrationBuilder migrationBuilder, string columns) => migrationBuilder.Sql($"""
        drop trigger audited on api_tokens;
        create constraint trigger audited after insert or delete or update of {columns}
            on api_tokens deferrable initially deferred for each row execute function require_audit_entry();
        """);
}
