namespace ReadinessPortal.BrowserTests.Fixtures;

/// <summary>Tests that take turns at one browser. There are two, because a browser and a portal wait for each other.
/// </summary>
[CollectionDefinition(Name)]
public sealed class OneBrowser : ICollectionFixture<PortalBrowser>
{
    public const string Name = "browser";
}

/// <summary>The other browser: for tests that look at pages rather than follow people through their work.</summary>
[CollectionDefinition(Name)]
public sealed class AnotherBrowser : ICollectionFixture<PortalBrowser>, ICollectionFixture<FrozenDemo>
{
    public const string Name = "another browser";
}
