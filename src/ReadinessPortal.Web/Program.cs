using ReadinessPortal.Web.Verbs;

return await Verb.RunAsync(args);
