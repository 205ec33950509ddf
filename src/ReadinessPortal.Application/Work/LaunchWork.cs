using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ReadinessPortal.Application.Members;
using ReadinessPortal.Domain;
using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.Work;

namespace ReadinessPortal.Application.Work;

/// <summary>
/// What waits for one person in one launch, so that a list over all launches needs no board. Rebuildable: written with
/// the launch's summary, and as old as that; without a row nothing waits.
/// </summary>
public sealed record LaunchWork
{
    /// <summary>Channel on which a person is named whose lines changed.</summary>
    internal const string Changed = "work_changed";

    public required Guid LaunchId { get; init; }

    public required Guid UserId { get; init; }

    public required EquatableArray<WorkLine> Lines { get; init; }

    /// <summary>Everybody for whom something waits.</summary>
    internal static IReadOnlyList<LaunchWork> Of(WorkSources sources) =>
    [
        .. from person in BoardPeople.Of(sources.Board)
           let lines = WorkList.Of(sources, person).Lines
           where !lines.IsEmpty
           select new LaunchWork { LaunchId = sources.Board.Launch.Id, UserId = person.UserId, Lines = lines },
    ];
}

internal static class WorkMapping
{
    public static void MapWork(this ModelBuilder model)
    {
        var work = model.Entity<LaunchWork>().ToTable("launch_work");
        work.HasKey(w => new { w.LaunchId, w.UserId });
        work.HasIndex(w => w.UserId);
        work.HasOne<Launch>().WithMany().HasForeignKey(w => w.LaunchId).OnDelete(DeleteBehavior.Restrict);
        work.Property(w => w.Lines).HasConversion(new Json(), new Same()).HasColumnType("jsonb");
        model.HasDbFunction(() => CountOf(default)).HasName("jsonb_array_length").IsBuiltIn()
            .HasParameter("lines").HasStoreType("jsonb");
    }

    /// <summary>How many they are, counted by the database.</summary>
    /// <exception cref="NotSupportedException">Outside of a query.</exception>
    public static int CountOf(EquatableArray<WorkLine> lines) =>
        throw new NotSupportedException($"{nameof(CountOf)} is for queries; elsewhere ask for the array's length.");

    public static string Text(EquatableArray<WorkLine> lines) => JsonSerializer.Serialize(lines, FactsJson.Options);

    private static EquatableArray<WorkLine> Read(string text) =>
        JsonSerializer.Deserialize<EquatableArray<WorkLine>>(text, FactsJson.Options);

    private sealed class Json() : ValueConverter<EquatableArray<WorkLine>, string>(l => Text(l), t => Read(t));

    private sealed class Same() : ValueComparer<EquatableArray<WorkLine>>(favorStructuralComparisons: false);
}
