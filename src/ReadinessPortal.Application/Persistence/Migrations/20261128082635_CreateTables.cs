using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace ReadinessPortal.Application.Persistence.Migrations
{
    /// <summary>Every table; their guards stand beside it.</summary>
    /// <remarks>Its id is that of the last of the migrations it replaces: a database that has had them all is current.</remarks>
    public partial class CreateTables : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "contents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sha256 = table.Column<byte[]>(type: "bytea", nullable: false),
                    length = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contents", x => x.id);
                    table.UniqueConstraint("ak_contents_sha256", x => x.sha256);
                });

            migrationBuilder.CreateTable(
                name: "launches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    phase = table.Column<string>(type: "text", nullable: true),
                    report_date = table.Column<DateOnly>(type: "date", nullable: true),
                    target_date = table.Column<DateOnly>(type: "date", nullable: false),
                    hypercare_days = table.Column<int>(type: "integer", nullable: false),
                    classification = table.Column<string>(type: "text", nullable: false),
                    time_zone = table.Column<string>(type: "text", nullable: false),
                    prepared_by = table.Column<string>(type: "text", nullable: true),
                    reviewed_by = table.Column<string>(type: "text", nullable: true),
                    document_version = table.Column<string>(type: "text", nullable: true),
                    next_review = table.Column<DateOnly>(type: "date", nullable: true),
                    release = table.Column<string>(type: "jsonb", nullable: true),
                    as_of = table.Column<DateOnly>(type: "date", nullable: true),
                    is_demo = table.Column<bool>(type: "boolean", nullable: false),
                    stage = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    change_number = table.Column<long>(type: "bigint", nullable: false),
                    facts_number = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_launches", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "site_audit_entries",
                columns: table => new
                {
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    written_in = table.Column<ulong>(type: "xid8", nullable: false, defaultValueSql: "pg_current_xact_id()"),
                    entry = table.Column<string>(type: "text", nullable: false),
                    prev = table.Column<byte[]>(type: "bytea", nullable: false),
                    sha256 = table.Column<byte[]>(type: "bytea", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: true, computedColumnSql: "(entry::jsonb) #>> '{actor,name}'", stored: true),
                    action = table.Column<string>(type: "text", nullable: true, computedColumnSql: "(entry::jsonb) ->> 'action'", stored: true),
                    subject = table.Column<string>(type: "text", nullable: true, computedColumnSql: "(entry::jsonb) ->> 'subject'", stored: true),
                    touches_facts = table.Column<bool>(type: "boolean", nullable: false, computedColumnSql: "coalesce(((entry::jsonb) ->> 'facts')::boolean, false)", stored: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_site_audit_entries", x => x.seq);
                    table.CheckConstraint("ck_site_audit_entries_sha256", "sha256 = sha256(convert_to(E'readiness-audit/1\\n', 'UTF8') || prev || convert_to(entry, 'UTF8'))");
                });

            migrationBuilder.CreateTable(
                name: "site_head",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_site_head", x => x.id);
                    table.CheckConstraint("ck_site_head_one", "id = 1");
                });

            migrationBuilder.CreateTable(
                name: "content_chunks",
                columns: table => new
                {
                    content_id = table.Column<Guid>(type: "uuid", nullable: false),
                    no = table.Column<int>(type: "integer", nullable: false),
                    sha256 = table.Column<byte[]>(type: "bytea", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_content_chunks", x => new { x.content_id, x.no });
                    table.CheckConstraint("ck_content_chunks_sha256", "sha256 = sha256(bytes)");
                    table.ForeignKey(
                        name: "fk_content_chunks_contents_content_id",
                        column: x => x.content_id,
                        principalTable: "contents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    request = table.Column<Guid>(type: "uuid", nullable: true, computedColumnSql: "((entry::jsonb) ->> 'request')::uuid", stored: true),
                    made = table.Column<string>(type: "text", nullable: true, computedColumnSql: "(entry::jsonb) ->> 'made'", stored: true),
                    written_in = table.Column<ulong>(type: "xid8", nullable: false, defaultValueSql: "pg_current_xact_id()"),
                    entry = table.Column<string>(type: "text", nullable: false),
                    prev = table.Column<byte[]>(type: "bytea", nullable: false),
                    sha256 = table.Column<byte[]>(type: "bytea", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: true, computedColumnSql: "(entry::jsonb) #>> '{actor,name}'", stored: true),
                    action = table.Column<string>(type: "text", nullable: true, computedColumnSql: "(entry::jsonb) ->> 'action'", stored: true),
                    subject = table.Column<string>(type: "text", nullable: true, computedColumnSql: "(entry::jsonb) ->> 'subject'", stored: true),
                    touches_facts = table.Column<bool>(type: "boolean", nullable: false, computedColumnSql: "coalesce(((entry::jsonb) ->> 'facts')::boolean, false)", stored: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entries", x => new { x.launch_id, x.seq });
                    table.CheckConstraint("ck_audit_entries_sha256", "sha256 = sha256(convert_to(E'readiness-audit/1\\n', 'UTF8') || prev || convert_to(entry, 'UTF8'))");
                    table.ForeignKey(
                        name: "fk_audit_entries_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "categories",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    weight = table.Column<decimal>(type: "numeric", nullable: false),
                    lead = table.Column<string>(type: "text", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    archived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_categories", x => x.id);
                    table.ForeignKey(
                        name: "fk_categories_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "claims",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    figure = table.Column<string>(type: "text", nullable: false),
                    stated = table.Column<string>(type: "text", nullable: false),
                    place = table.Column<string>(type: "text", nullable: false),
                    headline = table.Column<bool>(type: "boolean", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    archived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_claims_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contacts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    group = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    archived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contacts", x => x.id);
                    table.ForeignKey(
                        name: "fk_contacts_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "criteria",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    category = table.Column<string>(type: "text", nullable: false),
                    result = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    result_by = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, defaultValue: "Lead"),
                    progress = table.Column<int>(type: "integer", nullable: true),
                    progress_by = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, defaultValue: "Lead"),
                    rationale = table.Column<string>(type: "text", nullable: true),
                    rationale_by = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, defaultValue: "Lead"),
                    owner = table.Column<string>(type: "text", nullable: true),
                    due = table.Column<DateOnly>(type: "date", nullable: true),
                    drills = table.Column<string[]>(type: "text[]", nullable: false),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    archived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_criteria", x => x.id);
                    table.CheckConstraint("ck_criteria_progress", "progress between 0 and 100");
                    table.ForeignKey(
                        name: "fk_criteria_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "drills",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    scenario = table.Column<string>(type: "text", nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false),
                    rto_target = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    rpo_target = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    rpo = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    transactions_lost = table.Column<int>(type: "integer", nullable: true),
                    owner = table.Column<string>(type: "text", nullable: true),
                    actions = table.Column<string[]>(type: "text[]", nullable: false),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    archived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_drills", x => x.id);
                    table.ForeignKey(
                        name: "fk_drills_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evidence",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    @class = table.Column<string>(name: "class", type: "character varying(24)", maxLength: 24, nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    cited_as = table.Column<string>(type: "text", nullable: true),
                    sha256 = table.Column<byte[]>(type: "bytea", nullable: true),
                    size = table.Column<long>(type: "bigint", nullable: true),
                    media_type = table.Column<string>(type: "text", nullable: true),
                    captured_on = table.Column<DateOnly>(type: "date", nullable: true),
                    captured_assumed = table.Column<bool>(type: "boolean", nullable: false),
                    release = table.Column<string>(type: "text", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    supports = table.Column<string[]>(type: "text[]", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    received_by = table.Column<string>(type: "text", nullable: true),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    archived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_evidence", x => x.id);
                    table.ForeignKey(
                        name: "fk_evidence_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "figures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    formula = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: true),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    archived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_figures", x => x.id);
                    table.ForeignKey(
                        name: "fk_figures_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "finding_acceptances",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    finding = table.Column<string>(type: "text", nullable: false),
                    stated = table.Column<string>(type: "text", nullable: false),
                    derived = table.Column<string>(type: "text", nullable: false),
                    figure = table.Column<string>(type: "text", nullable: true),
                    stated_at = table.Column<string>(type: "text", nullable: true),
                    severity = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    accepted_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    accepted_by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ordinal = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_finding_acceptances", x => x.id);
                    table.ForeignKey(
                        name: "fk_finding_acceptances_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "gates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    criteria = table.Column<string[]>(type: "text[]", nullable: false),
                    evidence_sentence = table.Column<string>(type: "text", nullable: true),
                    timeline = table.Column<string>(type: "text", nullable: true),
                    confidence = table.Column<int>(type: "integer", nullable: true),
                    manual_colour = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    manual_reason = table.Column<string>(type: "text", nullable: true),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    archived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_gates", x => x.id);
                    table.ForeignKey(
                        name: "fk_gates_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "guarded_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    changes = table.Column<string>(type: "text", nullable: false),
                    act = table.Column<string>(type: "text", nullable: true),
                    summary = table.Column<string>(type: "text", nullable: false),
                    loosens = table.Column<string[]>(type: "text[]", nullable: false),
                    touches = table.Column<string[]>(type: "text[]", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    requested_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    requested_by = table.Column<string>(type: "text", nullable: false),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answer = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    answered_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_by = table.Column<string>(type: "text", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answer_reason = table.Column<string>(type: "text", nullable: true),
                    ordinal = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_guarded_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_guarded_changes_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    severity = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    priority = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    impact = table.Column<string>(type: "text", nullable: true),
                    target = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    owner = table.Column<string>(type: "text", nullable: true),
                    blocking = table.Column<bool>(type: "boolean", nullable: false),
                    closed = table.Column<bool>(type: "boolean", nullable: false),
                    criterion = table.Column<string>(type: "text", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    places = table.Column<string[]>(type: "text[]", nullable: false),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    archived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_items_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "launch_summaries",
                columns: table => new
                {
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    change_number = table.Column<long>(type: "bigint", nullable: false),
                    valid_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    rules_version = table.Column<int>(type: "integer", nullable: false),
                    readiness = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    verdict = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    verdict_summary = table.Column<string>(type: "text", nullable: false),
                    verdict_proven = table.Column<string>(type: "text", nullable: false),
                    decision = table.Column<string>(type: "jsonb", nullable: true),
                    live = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    live_proven = table.Column<string>(type: "text", nullable: false),
                    live_summary = table.Column<string>(type: "text", nullable: false),
                    score = table.Column<int>(type: "integer", nullable: true),
                    band = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    criteria_proven = table.Column<int>(type: "integer", nullable: false),
                    criteria = table.Column<int>(type: "integer", nullable: false),
                    gates_green = table.Column<int>(type: "integer", nullable: false),
                    gates_critical = table.Column<int>(type: "integer", nullable: false),
                    open_findings = table.Column<int>(type: "integer", nullable: false),
                    days_to_target = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_launch_summaries", x => x.launch_id);
                    table.ForeignKey(
                        name: "fk_launch_summaries_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "launch_work",
                columns: table => new
                {
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lines = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_launch_work", x => new { x.launch_id, x.user_id });
                    table.ForeignKey(
                        name: "fk_launch_work_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "log_choices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    drill = table.Column<string>(type: "text", nullable: false),
                    log = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    said = table.Column<string[]>(type: "text[]", nullable: false),
                    picked_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    picked_by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ordinal = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_log_choices", x => x.id);
                    table.ForeignKey(
                        name: "fk_log_choices_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "members",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    part = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_members", x => x.id);
                    table.ForeignKey(
                        name: "fk_members_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "milestones",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    when = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    archived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_milestones", x => x.id);
                    table.ForeignKey(
                        name: "fk_milestones_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "narratives",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    title = table.Column<string>(type: "text", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    chapter = table.Column<string>(type: "text", nullable: true),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    archived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_narratives", x => x.id);
                    table.ForeignKey(
                        name: "fk_narratives_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "recommendations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: true),
                    by = table.Column<string>(type: "text", nullable: false),
                    advice = table.Column<string>(type: "text", nullable: false),
                    comment = table.Column<string>(type: "text", nullable: true),
                    source = table.Column<string>(type: "text", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: true),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    archived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recommendations", x => x.id);
                    table.ForeignKey(
                        name: "fk_recommendations_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "refused_attempts",
                columns: table => new
                {
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    alike = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    times = table.Column<int>(type: "integer", nullable: false),
                    last_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_refused_attempts", x => new { x.launch_id, x.seq });
                    table.ForeignKey(
                        name: "fk_refused_attempts_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "registers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    chapter = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    archived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registers", x => x.id);
                    table.ForeignKey(
                        name: "fk_registers_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    pdf = table.Column<byte[]>(type: "bytea", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    renderer_version = table.Column<int>(type: "integer", nullable: false),
                    up_to = table.Column<long>(type: "bigint", nullable: false),
                    rendered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reports", x => x.id);
                    table.ForeignKey(
                        name: "fk_reports_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "revisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    change_number = table.Column<long>(type: "bigint", nullable: false),
                    facts_number = table.Column<long>(type: "bigint", nullable: false),
                    frozen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    frozen_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    frozen_by = table.Column<string>(type: "text", nullable: false),
                    readiness = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    proven = table.Column<int>(type: "integer", nullable: true),
                    criteria = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_revisions", x => x.id);
                    table.UniqueConstraint("ak_revisions_id_sha256", x => new { x.id, x.sha256 });
                    table.ForeignKey(
                        name: "fk_revisions_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "risks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    description = table.Column<string>(type: "text", nullable: true),
                    mitigation = table.Column<string>(type: "text", nullable: true),
                    impact = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    impact_note = table.Column<string>(type: "text", nullable: true),
                    likelihood = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    owner = table.Column<string>(type: "text", nullable: true),
                    item = table.Column<string>(type: "text", nullable: true),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    archived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risks", x => x.id);
                    table.ForeignKey(
                        name: "fk_risks_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "role_holdings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    holder_id = table.Column<Guid>(type: "uuid", nullable: true),
                    holder = table.Column<string>(type: "text", nullable: true),
                    deputy_id = table.Column<Guid>(type: "uuid", nullable: true),
                    deputy = table.Column<string>(type: "text", nullable: true),
                    deputy_until = table.Column<DateOnly>(type: "date", nullable: true),
                    not_required_reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_role_holdings", x => x.id);
                    table.ForeignKey(
                        name: "fk_role_holdings_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "roles",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    accountable = table.Column<bool>(type: "boolean", nullable: false),
                    printed_name = table.Column<string>(type: "text", nullable: true),
                    meaning = table.Column<string>(type: "text", nullable: true),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    archived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_roles", x => x.id);
                    table.ForeignKey(
                        name: "fk_roles_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sign_offs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    revision_sha256 = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    deputy_for = table.Column<string>(type: "text", nullable: true),
                    decision = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    comment = table.Column<string>(type: "text", nullable: true),
                    meaning = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    authentication = table.Column<string>(type: "text", nullable: false),
                    ordinal = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sign_offs", x => x.id);
                    table.ForeignKey(
                        name: "fk_sign_offs_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "stage_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_stage = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    to_stage = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ordinal = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stage_changes", x => x.id);
                    table.ForeignKey(
                        name: "fk_stage_changes_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "target_moves",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_day = table.Column<DateOnly>(type: "date", nullable: false),
                    to_day = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ordinal = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_target_moves", x => x.id);
                    table.ForeignKey(
                        name: "fk_target_moves_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "visits",
                columns: table => new
                {
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    change_number = table.Column<long>(type: "bigint", nullable: false),
                    since_number = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visits", x => new { x.launch_id, x.user_id });
                    table.ForeignKey(
                        name: "fk_visits_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "waivers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    criterion = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    compensating_control = table.Column<string>(type: "text", nullable: false),
                    accepts = table.Column<string[]>(type: "text[]", nullable: false),
                    expires_on = table.Column<DateOnly>(type: "date", nullable: false),
                    requested_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    requested_by = table.Column<string>(type: "text", nullable: false),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answer = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    answered_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_by = table.Column<string>(type: "text", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answer_reason = table.Column<string>(type: "text", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    withdrawn_by = table.Column<string>(type: "text", nullable: true),
                    withdrawn_reason = table.Column<string>(type: "text", nullable: true),
                    ordinal = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_waivers", x => x.id);
                    table.ForeignKey(
                        name: "fk_waivers_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "scores",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    value = table.Column<int>(type: "integer", nullable: false),
                    rationale = table.Column<string>(type: "text", nullable: true),
                    by = table.Column<string>(type: "text", nullable: false),
                    assessor = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false, defaultValue: "Lead"),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    archived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_scores", x => x.id);
                    table.ForeignKey(
                        name: "fk_scores_categories_parent_id",
                        column: x => x.parent_id,
                        principalTable: "categories",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_scores_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "document_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    href = table.Column<string>(type: "text", nullable: false),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    archived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_document_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_document_links_criteria_parent_id",
                        column: x => x.parent_id,
                        principalTable: "criteria",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_document_links_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "measurements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    metric = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    statistic = table.Column<string>(type: "text", nullable: true),
                    window = table.Column<string>(type: "text", nullable: true),
                    scope = table.Column<string>(type: "text", nullable: true),
                    comparator = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    target = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    upper_target = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    implied = table.Column<bool>(type: "boolean", nullable: false),
                    source = table.Column<string>(type: "text", nullable: true),
                    evidence = table.Column<string>(type: "text", nullable: true),
                    note = table.Column<string>(type: "text", nullable: true),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    archived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_measurements", x => x.id);
                    table.ForeignKey(
                        name: "fk_measurements_criteria_parent_id",
                        column: x => x.parent_id,
                        principalTable: "criteria",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_measurements_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "statements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    archived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_statements", x => x.id);
                    table.ForeignKey(
                        name: "fk_statements_criteria_parent_id",
                        column: x => x.parent_id,
                        principalTable: "criteria",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_statements_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "validations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: true),
                    command = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    expectation = table.Column<string>(type: "text", nullable: true),
                    output = table.Column<string>(type: "text", nullable: true),
                    recorded_on = table.Column<DateOnly>(type: "date", nullable: true),
                    date_assumed = table.Column<bool>(type: "boolean", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    release = table.Column<string>(type: "text", nullable: true),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    archived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_validations", x => x.id);
                    table.ForeignKey(
                        name: "fk_validations_criteria_parent_id",
                        column: x => x.parent_id,
                        principalTable: "criteria",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_validations_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "drill_logs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    evidence = table.Column<string>(type: "text", nullable: true),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    archived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_drill_logs", x => x.id);
                    table.ForeignKey(
                        name: "fk_drill_logs_drills_parent_id",
                        column: x => x.parent_id,
                        principalTable: "drills",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_drill_logs_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "lessons",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    archived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lessons", x => x.id);
                    table.ForeignKey(
                        name: "fk_lessons_drills_parent_id",
                        column: x => x.parent_id,
                        principalTable: "drills",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_lessons_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "finding_reopenings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    acceptance_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_finding_reopenings", x => x.id);
                    table.ForeignKey(
                        name: "fk_finding_reopenings_finding_acceptances_acceptance_id",
                        column: x => x.acceptance_id,
                        principalTable: "finding_acceptances",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_finding_reopenings_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "register_columns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    unit = table.Column<string>(type: "text", nullable: true),
                    formula = table.Column<string>(type: "text", nullable: true),
                    total = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    total_formula = table.Column<string>(type: "text", nullable: true),
                    comparator = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true),
                    target = table.Column<string>(type: "text", nullable: true),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    archived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_register_columns", x => x.id);
                    table.ForeignKey(
                        name: "fk_register_columns_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_register_columns_registers_parent_id",
                        column: x => x.parent_id,
                        principalTable: "registers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "register_rows",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cells = table.Column<string>(type: "jsonb", nullable: false),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    archived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_register_rows", x => x.id);
                    table.CheckConstraint("ck_register_rows_cells", "jsonb_typeof(cells) = 'object'");
                    table.ForeignKey(
                        name: "fk_register_rows_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_register_rows_registers_parent_id",
                        column: x => x.parent_id,
                        principalTable: "registers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "revision_contents",
                columns: table => new
                {
                    revision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    canonical = table.Column<string>(type: "text", nullable: false),
                    sections = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_revision_contents", x => x.revision_id);
                    table.CheckConstraint("ck_revision_contents_sha256", "sha256 = encode(sha256(convert_to(canonical, 'UTF8')), 'hex')");
                    table.ForeignKey(
                        name: "fk_revision_contents_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_revision_contents_revisions_revision_id_sha256",
                        columns: x => new { x.revision_id, x.sha256 },
                        principalTable: "revisions",
                        principalColumns: new[] { "id", "sha256" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "conditions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    sign_off_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "text", nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    criterion = table.Column<string>(type: "text", nullable: true),
                    met_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    met_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    met_by = table.Column<string>(type: "text", nullable: true),
                    met_note = table.Column<string>(type: "text", nullable: true),
                    met_evidence = table.Column<string>(type: "text", nullable: true),
                    dropped_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_conditions", x => x.id);
                    table.ForeignKey(
                        name: "fk_conditions_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_conditions_sign_offs_sign_off_id",
                        column: x => x.sign_off_id,
                        principalTable: "sign_offs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "final_decisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    sign_off_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proceed = table.Column<bool>(type: "boolean", nullable: false),
                    override_reason = table.Column<string>(type: "text", nullable: true),
                    overridden = table.Column<string[]>(type: "text[]", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    entry = table.Column<long>(type: "bigint", nullable: false),
                    live = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_final_decisions", x => x.id);
                    table.ForeignKey(
                        name: "fk_final_decisions_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_final_decisions_sign_offs_sign_off_id",
                        column: x => x.sign_off_id,
                        principalTable: "sign_offs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sign_off_withdrawals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sign_off_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sign_off_withdrawals", x => x.id);
                    table.ForeignKey(
                        name: "fk_sign_off_withdrawals_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_sign_off_withdrawals_sign_offs_sign_off_id",
                        column: x => x.sign_off_id,
                        principalTable: "sign_offs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "standing_sign_offs",
                columns: table => new
                {
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sign_off_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_standing_sign_offs", x => new { x.launch_id, x.revision, x.role });
                    table.ForeignKey(
                        name: "fk_standing_sign_offs_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_standing_sign_offs_sign_offs_sign_off_id",
                        column: x => x.sign_off_id,
                        principalTable: "sign_offs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "drill_events",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    mark = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    launch_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    archived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_drill_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_drill_events_drill_logs_parent_id",
                        column: x => x.parent_id,
                        principalTable: "drill_logs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_drill_events_launches_launch_id",
                        column: x => x.launch_id,
                        principalTable: "launches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "site_head",
                columns: new[] { "id", "seq", "sha256" },
                values: new object[] { 1, 0L, new byte[0] });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_launch_id_prev",
                table: "audit_entries",
                columns: new[] { "launch_id", "prev" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_one_change_per_request",
                table: "audit_entries",
                columns: new[] { "launch_id", "request" },
                unique: true,
                filter: "request is not null");

            migrationBuilder.CreateIndex(
                name: "ix_categories_launch_id_key",
                table: "categories",
                columns: new[] { "launch_id", "key" },
                unique: true,
                filter: "archived_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_claims_launch_id_key",
                table: "claims",
                columns: new[] { "launch_id", "key" },
                unique: true,
                filter: "archived_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_conditions_launch_id",
                table: "conditions",
                column: "launch_id");

            migrationBuilder.CreateIndex(
                name: "ix_conditions_sign_off_id",
                table: "conditions",
                column: "sign_off_id");

            migrationBuilder.CreateIndex(
                name: "ix_contacts_launch_id_key",
                table: "contacts",
                columns: new[] { "launch_id", "key" },
                unique: true,
                filter: "archived_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_criteria_launch_id_key",
                table: "criteria",
                columns: new[] { "launch_id", "key" },
                unique: true,
                filter: "archived_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_document_links_launch_id",
                table: "document_links",
                column: "launch_id");

            migrationBuilder.CreateIndex(
                name: "ix_document_links_parent_id_key",
                table: "document_links",
                columns: new[] { "parent_id", "key" },
                unique: true,
                filter: "archived_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_drill_events_launch_id",
                table: "drill_events",
                column: "launch_id");

            migrationBuilder.CreateIndex(
                name: "ix_drill_events_parent_id_key",
                table: "drill_events",
                columns: new[] { "parent_id", "key" },
                unique: true,
                filter: "archived_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_drill_logs_launch_id",
                table: "drill_logs",
                column: "launch_id");

            migrationBuilder.CreateIndex(
                name: "ix_drill_logs_parent_id_key",
                table: "drill_logs",
                columns: new[] { "parent_id", "key" },
                unique: true,
                filter: "archived_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_drills_launch_id_key",
                table: "drills",
                columns: new[] { "launch_id", "key" },
                unique: true,
                filter: "archived_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_launch_id_key",
                table: "evidence",
                columns: new[] { "launch_id", "key" },
                unique: true,
                filter: "archived_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_evidence_sha256",
                table: "evidence",
                column: "sha256");

            migrationBuilder.CreateIndex(
                name: "ix_figures_launch_id_key",
                table: "figures",
                columns: new[] { "launch_id", "key" },
                unique: true,
                filter: "archived_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_final_decisions_launch_id",
                table: "final_decisions",
                column: "launch_id");

            migrationBuilder.CreateIndex(
                name: "ix_final_decisions_sign_off_id",
                table: "final_decisions",
                column: "sign_off_id");

            migrationBuilder.CreateIndex(
                name: "ix_finding_acceptances_launch_id",
                table: "finding_acceptances",
                column: "launch_id");

            migrationBuilder.CreateIndex(
                name: "ix_finding_reopenings_acceptance_id",
                table: "finding_reopenings",
                column: "acceptance_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_finding_reopenings_launch_id",
                table: "finding_reopenings",
                column: "launch_id");

            migrationBuilder.CreateIndex(
                name: "ix_gates_launch_id_key",
                table: "gates",
                columns: new[] { "launch_id", "key" },
                unique: true,
                filter: "archived_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_guarded_changes_launch_id",
                table: "guarded_changes",
                column: "launch_id");

            migrationBuilder.CreateIndex(
                name: "ix_items_launch_id_key",
                table: "items",
                columns: new[] { "launch_id", "key" },
                unique: true,
                filter: "archived_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_launch_work_user_id",
                table: "launch_work",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_launches_key",
                table: "launches",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_lessons_launch_id",
                table: "lessons",
                column: "launch_id");

            migrationBuilder.CreateIndex(
                name: "ix_lessons_parent_id_key",
                table: "lessons",
                columns: new[] { "parent_id", "key" },
                unique: true,
                filter: "archived_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_log_choices_launch_id",
                table: "log_choices",
                column: "launch_id");

            migrationBuilder.CreateIndex(
                name: "ix_measurements_launch_id",
                table: "measurements",
                column: "launch_id");

            migrationBuilder.CreateIndex(
                name: "ix_measurements_parent_id_key",
                table: "measurements",
                columns: new[] { "parent_id", "key" },
                unique: true,
                filter: "archived_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_members_launch_id_user_id_part",
                table: "members",
                columns: new[] { "launch_id", "user_id", "part" },
                unique: true,
                filter: "removed_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_members_user_id",
                table: "members",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_milestones_launch_id_key",
                table: "milestones",
                columns: new[] { "launch_id", "key" },
                unique: true,
                filter: "archived_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_narratives_launch_id_key",
                table: "narratives",
                columns: new[] { "launch_id", "key" },
                unique: true,
                filter: "archived_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_recommendations_launch_id_key",
                table: "recommendations",
                columns: new[] { "launch_id", "key" },
                unique: true,
                filter: "archived_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_refused_attempts_launch_id_user_id_alike",
                table: "refused_attempts",
                columns: new[] { "launch_id", "user_id", "alike" });

            migrationBuilder.CreateIndex(
                name: "ix_refused_attempts_launch_id_user_id_at",
                table: "refused_attempts",
                columns: new[] { "launch_id", "user_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_register_columns_launch_id",
                table: "register_columns",
                column: "launch_id");

            migrationBuilder.CreateIndex(
                name: "ix_register_columns_parent_id_key",
                table: "register_columns",
                columns: new[] { "parent_id", "key" },
                unique: true,
                filter: "archived_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_register_rows_launch_id",
                table: "register_rows",
                column: "launch_id");

            migrationBuilder.CreateIndex(
                name: "ix_register_rows_parent_id_key",
                table: "register_rows",
                columns: new[] { "parent_id", "key" },
                unique: true,
                filter: "archived_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_registers_launch_id_key",
                table: "registers",
                columns: new[] { "launch_id", "key" },
                unique: true,
                filter: "archived_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_reports_launch_id_revision",
                table: "reports",
                columns: new[] { "launch_id", "revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_revision_contents_launch_id",
                table: "revision_contents",
                column: "launch_id");

            migrationBuilder.CreateIndex(
                name: "ix_revision_contents_revision_id_sha256",
                table: "revision_contents",
                columns: new[] { "revision_id", "sha256" });

            migrationBuilder.CreateIndex(
                name: "ix_revisions_one_per_number",
                table: "revisions",
                columns: new[] { "launch_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_risks_launch_id_key",
                table: "risks",
                columns: new[] { "launch_id", "key" },
                unique: true,
                filter: "archived_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_role_holdings_launch_id_role",
                table: "role_holdings",
                columns: new[] { "launch_id", "role" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_roles_launch_id_key",
                table: "roles",
                columns: new[] { "launch_id", "key" },
                unique: true,
                filter: "archived_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_scores_launch_id",
                table: "scores",
                column: "launch_id");

            migrationBuilder.CreateIndex(
                name: "ix_scores_parent_id_key",
                table: "scores",
                columns: new[] { "parent_id", "key" },
                unique: true,
                filter: "archived_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_sign_off_withdrawals_launch_id",
                table: "sign_off_withdrawals",
                column: "launch_id");

            migrationBuilder.CreateIndex(
                name: "ix_sign_off_withdrawals_sign_off_id",
                table: "sign_off_withdrawals",
                column: "sign_off_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sign_offs_launch_id",
                table: "sign_offs",
                column: "launch_id");

            migrationBuilder.CreateIndex(
                name: "ix_site_audit_entries_prev",
                table: "site_audit_entries",
                column: "prev",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_stage_changes_launch_id",
                table: "stage_changes",
                column: "launch_id");

            migrationBuilder.CreateIndex(
                name: "ix_standing_sign_offs_one_role_per_person",
                table: "standing_sign_offs",
                columns: new[] { "launch_id", "revision", "user_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_standing_sign_offs_sign_off_id",
                table: "standing_sign_offs",
                column: "sign_off_id");

            migrationBuilder.CreateIndex(
                name: "ix_statements_launch_id",
                table: "statements",
                column: "launch_id");

            migrationBuilder.CreateIndex(
                name: "ix_statements_parent_id_key",
                table: "statements",
                columns: new[] { "parent_id", "key" },
                unique: true,
                filter: "archived_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_target_moves_launch_id",
                table: "target_moves",
                column: "launch_id");

            migrationBuilder.CreateIndex(
                name: "ix_validations_launch_id",
                table: "validations",
                column: "launch_id");

            migrationBuilder.CreateIndex(
                name: "ix_validations_parent_id_key",
                table: "validations",
                columns: new[] { "parent_id", "key" },
                unique: true,
                filter: "archived_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_waivers_launch_id",
                table: "waivers",
                column: "launch_id");

            GuardTheRecord(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            LeaveTheRecordUnguarded(migrationBuilder);

            migrationBuilder.DropTable(
                name: "audit_entries");

            migrationBuilder.DropTable(
                name: "claims");

            migrationBuilder.DropTable(
                name: "conditions");

            migrationBuilder.DropTable(
                name: "contacts");

            migrationBuilder.DropTable(
                name: "content_chunks");

            migrationBuilder.DropTable(
                name: "document_links");

            migrationBuilder.DropTable(
                name: "drill_events");

            migrationBuilder.DropTable(
                name: "evidence");

            migrationBuilder.DropTable(
                name: "figures");

            migrationBuilder.DropTable(
                name: "final_decisions");

            migrationBuilder.DropTable(
                name: "finding_reopenings");

            migrationBuilder.DropTable(
                name: "gates");

            migrationBuilder.DropTable(
                name: "guarded_changes");

            migrationBuilder.DropTable(
                name: "items");

            migrationBuilder.DropTable(
                name: "launch_summaries");

            migrationBuilder.DropTable(
                name: "launch_work");

            migrationBuilder.DropTable(
                name: "lessons");

            migrationBuilder.DropTable(
                name: "log_choices");

            migrationBuilder.DropTable(
                name: "measurements");

            migrationBuilder.DropTable(
                name: "members");

            migrationBuilder.DropTable(
                name: "milestones");

            migrationBuilder.DropTable(
                name: "narratives");

            migrationBuilder.DropTable(
                name: "recommendations");

            migrationBuilder.DropTable(
                name: "refused_attempts");

            migrationBuilder.DropTable(
                name: "register_columns");

            migrationBuilder.DropTable(
                name: "register_rows");

            migrationBuilder.DropTable(
                name: "reports");

            migrationBuilder.DropTable(
                name: "revision_contents");

            migrationBuilder.DropTable(
                name: "risks");

            migrationBuilder.DropTable(
                name: "role_holdings");

            migrationBuilder.DropTable(
                name: "roles");

            migrationBuilder.DropTable(
                name: "scores");

            migrationBuilder.DropTable(
                name: "sign_off_withdrawals");

            migrationBuilder.DropTable(
                name: "site_audit_entries");

            migrationBuilder.DropTable(
                name: "site_head");

            migrationBuilder.DropTable(
                name: "stage_changes");

            migrationBuilder.DropTable(
                name: "standing_sign_offs");

            migrationBuilder.DropTable(
                name: "statements");

            migrationBuilder.DropTable(
                name: "target_moves");

            migrationBuilder.DropTable(
                name: "validations");

            migrationBuilder.DropTable(
                name: "visits");

            migrationBuilder.DropTable(
                name: "waivers");

            migrationBuilder.DropTable(
                name: "contents");

            migrationBuilder.DropTable(
                name: "drill_logs");

            migrationBuilder.DropTable(
                name: "finding_acceptances");

            migrationBuilder.DropTable(
                name: "registers");

            migrationBuilder.DropTable(
                name: "revisions");

            migrationBuilder.DropTable(
                name: "categories");

            migrationBuilder.DropTable(
                name: "sign_offs");

            migrationBuilder.DropTable(
                name: "criteria");

            migrationBuilder.DropTable(
                name: "drills");

            migrationBuilder.DropTable(
                name: "launches");
        }
    }
}
