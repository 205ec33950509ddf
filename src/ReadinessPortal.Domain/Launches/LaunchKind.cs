using ReadinessPortal.Domain.Facts;

namespace ReadinessPortal.Domain.Launches;

/// <summary>The launch itself, edited like its facts. It stands in no list.</summary>
internal sealed class LaunchKind() : FactKind("", "launch", typeof(Launch))
{
    public override IReadOnlyList<Fact> In(object holder) => [];

    public override T With<T>(T holder, IEnumerable<Fact> facts) => holder;

    public override Fact New(string key) => throw new NotSupportedException("A launch is created by itself.");

    public override object Copy(object fact) => (Launch)fact with { };

    public override string TitleOf(object fact, Fact? whole) => ((Launch)fact).Title;

    public override bool IsAnsweredFor => false;

    public override IEnumerable<string?> AnsweringRoles(Fact fact, LaunchFacts facts) => [];

    public override Task<IReadOnlyList<Fact>> ReadAsync(IFactSource source) => Task.FromResult(In(source));
}
