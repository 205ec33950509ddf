using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ReadinessPortal.Application.Persistence.Migrations;

/// <content>What was sealed, with which key, and what a signer had opened, is kept; a seal needs its audit entry.
/// </content>
public partial class AddSeals
{
    private static void GuardSeals(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        create constraint trigger audited after insert or update or delete on seals
            deferrable initially deferred for each row execute function require_audit_entry();
        create trigger kept before update or delete on seals for each row execute function refuse_rewriting();
        create trigger kept_whole before truncate on seals for each statement execute function refuse_rewriting();
        create trigger kept before update or delete on sealing_keys for each row execute function refuse_rewriting();
        create trigger kept_whole before truncate on sealing_keys
            for each statement execute function refuse_rewriting();
        create trigger kept before update or delete on opened_pages for each row execute function refuse_rewriting();
        create trigger kept_whole before truncate on opened_pages
            for each statement execute function refuse_rewriting();
        """);
}
