using ReadinessPortal.IdentityProvider;

var web = Provider.Create(args);
await web.StartAsync();
Console.WriteLine($"Listening on {web.Urls.First()}");
await web.WaitForShutdownAsync();
