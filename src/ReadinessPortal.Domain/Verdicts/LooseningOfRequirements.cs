using ReadinessPortal.Domain.Launches;
using ReadinessPortal.Domain.SignOffs;

namespace ReadinessPortal.Domain.Verdicts;

// What is asked of the launch, whether it is met today or not.
public static partial class Loosening
{
    private static IEnumerable<ReadsBetter> OfRequirements(Reading was, Reading becomes)
    {
        var sameGates = Shape(was.Facts).SequenceEqual(Shape(becomes.Facts), StringComparer.Ordinal);
        foreach (var criterion in was.Facts.Criteria)
        {
            if (becomes.Facts.Criteria.FirstOrDefault(c => c.Key == criterion.Key) is not { } next)
            {
                continue;
            }

            var here = new SubjectRef(SubjectKind.Criterion, criterion.Key);
            foreach (var drill in criterion.Drills.Except(next.Drills, StringComparer.Ordinal))
            {
                var title = was.Facts.Drills.FirstOrDefault(d => d.Key == drill)?.Title ?? drill;
                yield return new(here, $"{criterion.Title} no longer depends on {title}");
            }

            if (!sameGates && (was.IfFailed(criterion.Key), becomes.IfFailed(criterion.Key)) is var (stands, would)
                && would < stands)
            {
                yield return new(here,
                    $"{criterion.Title}, if it failed: {Moves(stands, would)}");
            }
        }

        foreach (var role in was.Required.ExceptBy(becomes.Required.Select(r => r.Key), r => r.Key))
        {
            yield return ReadsBetter.Of(
                SubjectKind.Role, role.Key, $"The sign-off of {role.Title} is no longer required");
        }

        foreach (var line in OfRoles(was.Facts, becomes.Facts))
        {
            yield return line;
        }
    }

    // Whoever freezes signs in no business role, and one role decides: both are asked of people by what their role is.
    private static IEnumerable<ReadsBetter> OfRoles(LaunchFacts was, LaunchFacts becomes)
    {
        foreach (var role in was.Roles)
        {
            var next = becomes.Roles.FirstOrDefault(r => r.Key == role.Key);
            if (role.Kind == RoleKind.Business && next is { Kind: not RoleKind.Business })
            {
                yield return ReadsBetter.Of(
                    SubjectKind.Role, role.Key, $"{role.Title} is no longer a business role");
            }

            if (role.Accountable && next is not { Accountable: true })
            {
                yield return ReadsBetter.Of(SubjectKind.Role, role.Key, $"{role.Title} no longer decides");
            }
        }
    }

    private static IEnumerable<string> Shape(LaunchFacts facts) =>
        facts.Gates.Select(g => $"{g.Kind} {string.Join(' ', g.Criteria)}").Concat(facts.Criteria.Select(c => c.Key));
}
