using System.Collections.Immutable;
using ReadinessPortal.Application;
using ReadinessPortal.Domain.Facts;

namespace ReadinessPortal.Web.Registers;

/// <summary>Saves all of the changes of a register or nothing.</summary>
/// <param name="request">Names what is asked: sent again under the same name, it is not done twice. Null where doing it
/// twice does no more than doing it once.</param>
public delegate Task<Outcome> SavingRegister(ImmutableArray<FactChange> changes, Guid? request = null);

/// <summary>Saves what takes an act back, all of it or nothing.</summary>
/// <param name="act">Number of the change that the act was.</param>
public delegate Task<Outcome> TakingBack(ImmutableArray<FactChange> back, Guid request, long act);
