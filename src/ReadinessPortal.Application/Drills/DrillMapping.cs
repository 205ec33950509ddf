using Microsoft.EntityFrameworkCore;
using ReadinessPortal.Application.Persistence;
using ReadinessPortal.Domain.Drills;

namespace ReadinessPortal.Application.Drills;

internal static class DrillMapping
{
    public static void MapDrills(this ModelBuilder model)
    {
        model.Fact<Drill>("drills");
        model.Part<DrillLog, Drill>("drill_logs");
        model.Part<DrillEvent, DrillLog>("drill_events");
        model.Part<Lesson, Drill>("lessons");
        model.Recorded<LogChoice>("log_choices").HasIndex(c => c.LaunchId);
    }
}
