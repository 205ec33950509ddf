using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Application.Members;
using ReadinessPortal.IntegrationTests.Fixtures;

namespace ReadinessPortal.IntegrationTests.Evidence;

[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}

/// <summary>Large files, and files that do not come whole. Alone, because memory is measured.</summary>
[Collection(Alone.Name)]
public sealed class UploadingALot
{
    private const long Megabyte = 1 << 20;

    [Fact]
    public async Task A_large_file_passes_through_without_being_held()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var lead = await portal.SignedInAsync("platform-lead");
        using (await lead.AttachAsync(new MadeContent(Megabyte), "criterion:runbooks", []))
        {
            // Everything is warm now.
        }

        var before = GC.GetTotalAllocatedBytes();
        using var sent = await lead.AttachAsync(new MadeContent(120 * Megabyte), "criterion:runbooks", []);
        var allocated = GC.GetTotalAllocatedBytes() - before;

        sent.StatusCode.Should().Be(HttpStatusCode.Created);
        allocated.Should().BeLessThan(60 * Megabyte);
        (await ViewAsync(portal)).Board.Facts.Evidence.Should().Contain(e => e.Size == 120 * Megabyte);
    }

    [Fact]
    public async Task One_limit_holds_for_every_way_in_and_is_said_in_one_sentence()
    {
        var limits = new EvidenceLimits(3 * Megabyte);
        await using var portal = await DemoPortal.StartAsync(s => s.AddSingleton(limits));
        using var lead = await portal.SignedInAsync("platform-lead");

        using var fits = await lead.AttachAsync(new MadeContent(3 * Megabyte), "criterion:runbooks", []);
        using var over = await lead.AttachAsync(new MadeContent((3 * Megabyte) + 1), "criterion:runbooks", []);
        using var farOver = await lead
            .AttachAsync(new MadeContent(5 * Megabyte, saysLength: false), "criterion:runbooks", []);

        fits.StatusCode.Should().Be(HttpStatusCode.Created);
        (await over.WhyAsync()).Should().Be(limits.TooLarge("review.bin"));
        (await farOver.WhyAsync()).Should().Be(limits.TooLarge("review.bin"));
        (await lead.GetStringAsync(new Uri($"/launches/{DemoPortal.Launch}/attach/tray", UriKind.Relative)))
            .Should().Contain("3.1 MB");
    }

    [Fact]
    public async Task What_is_cancelled_half_way_leaves_nothing()
    {
        await using var portal = await DemoPortal.StartAsync();
        using var lead = await portal.SignedInAsync("platform-lead");
        var before = (await ViewAsync(portal)).Board;
        using var cancelled = new CancellationTokenSource();
        var file =
            new MadeContent(30 * Megabyte, at => at > 10 * Megabyte ? cancelled.CancelAsync() : Task.CompletedTask);

        await lead.Awaiting(l => l.AttachAsync(file, "criterion:runbooks", [], ct: cancelled.Token))
            .Should().ThrowAsync<OperationCanceledException>();

        await portal.App.StopAsync(); // which lets every request end
        await using var elsewhere = await portal.AnotherInstanceAsync();
        var after = (await elsewhere.Services.GetRequiredService<LaunchBoards>()
            .ViewAsync(DemoPortal.Launch, Viewer.System))!.Board;
        after.Facts.Evidence.Length.Should().Be(before.Facts.Evidence.Length);
        after.ChangeNumber.Should().Be(before.ChangeNumber);
    }

    private static async Task<LaunchView> ViewAsync(DemoPortal portal) =>
        (await portal.Get<LaunchBoards>().ViewAsync(DemoPortal.Launch, Viewer.System))!;

    /// <summary>Bytes that are made while they are sent.</summary>
    private sealed class MadeContent(long length, Func<long, Task>? at = null, bool saysLength = true) : HttpContent
    {
        public MadeContent(long length, bool saysLength)
            : this(length, null, saysLength)
        {
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var block = new byte[64 << 10];
            for (var sent = 0L; sent < length; sent += block.Length)
            {
                BitConverter.TryWriteBytes(block, sent);
                if (at is not null)
                {
                    await at(sent);
                }

                await stream.WriteAsync(block.AsMemory(0, (int)Math.Min(block.Length, length - sent)));
            }
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return saysLength;
        }
    }
}
