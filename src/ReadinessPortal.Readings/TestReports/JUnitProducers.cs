using System.Xml;

namespace ReadinessPortal.Readings.TestReports;

/// <summary>Tells which tool wrote a JUnit report, where it leaves its mark: the format has no place for it.</summary>
internal static class JUnitProducers
{
    /// <summary>By what a suite is called or points to.</summary>
    public static string? Of(XmlReader suite) =>
        suite.GetAttribute("noNamespaceSchemaLocation", "http://www.w3.org/2001/XMLSchema-instance") is { } schema
            && schema.Contains("surefire", StringComparison.OrdinalIgnoreCase) ? "Maven Surefire"
        : suite.GetAttribute("name") switch
        {
            "pytest" => "pytest",
            "pytest tests" => "pytest",
            "jest tests" => "jest-junit",
            "vitest tests" => "Vitest",
            "Mocha Tests" => "mocha-junit-reporter",
            "rspec" => "rspec_junit_formatter",
            "AllTests" => "GoogleTest",
            "nextest-run" => "cargo-nextest",
            _ => null,
        };

    /// <summary>By the environment that it lists.</summary>
    public static string? OfProperty(string? name) => name switch
    {
        "go.version" => "go-junit-report",
        "surefire.test.class.path" or "surefire.real.class.path" => "Maven Surefire",
        "java.vm.version" => "a Java test runner",
        _ => null,
    };
}
