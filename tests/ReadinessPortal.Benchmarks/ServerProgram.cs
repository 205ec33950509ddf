namespace ReadinessPortal.Benchmarks;

/// <summary>A published web application and how it is started.</summary>
/// <param name="Name">What messages call it.</param>
/// <param name="Command">The program and its arguments, separated by blanks.</param>
/// <param name="Ready">Path that answers 200 as soon as it serves.</param>
/// <param name="Variables">Environment, beside this process's own.</param>
internal sealed record ServerProgram(
    string Name, string Folder, string Command, string Ready, IReadOnlyDictionary<string, string> Variables);
