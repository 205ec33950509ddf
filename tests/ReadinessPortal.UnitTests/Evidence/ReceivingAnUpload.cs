using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;
using ReadinessPortal.Application.Evidence;
using ReadinessPortal.Domain.Launches;

namespace ReadinessPortal.UnitTests.Evidence;

public sealed class ReceivingAnUpload : IDisposable
{
    private static readonly EvidenceLimits _limits = new(1 << 20)
    {
        MinBytesPerSecond = 100, Window = TimeSpan.FromSeconds(10), Longest = TimeSpan.FromMinutes(1),
    };

    private readonly FakeTimeProvider _time = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("readiness-spool-");
    private readonly Line _line = new();
    private readonly EvidenceSpool _spool;

    public ReceivingAnUpload() => _spool = new(_folder.FullName, _time);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task What_comes_fast_enough_is_taken_however_long_it_pauses_in_between()
    {
        var taking = _spool.TakeAsync(_line, _limits, default);
        for (var i = 0; i < 3; i++)
        {
            await ComesAsync(1000);
            _time.Advance(TimeSpan.FromSeconds(9.9));
        }

        _line.End();

        await using var taken = await taking;
        taken!.Length.Should().Be(3000);
    }

    [Fact]
    public async Task What_comes_too_slowly_is_ended()
    {
        var taking = _spool.TakeAsync(_line, _limits, default);

        await ComesAsync(999);
        _time.Advance(TimeSpan.FromSeconds(10));

        await IsRefusedAsync<UploadTooSlow>(taking);
    }

    [Fact]
    public async Task What_came_fast_and_then_stops_is_ended_too()
    {
        var taking = _spool.TakeAsync(_line, _limits, default);

        await ComesAsync(100_000);
        _time.Advance(TimeSpan.FromSeconds(10));
        await EventuallyAsync(() => _time.Advance(TimeSpan.FromSeconds(1)), taking);

        await IsRefusedAsync<UploadTooSlow>(taking);
    }

    [Fact]
    public async Task What_takes_too_long_is_ended_however_fast_it_comes()
    {
        var taking = _spool.TakeAsync(_line, _limits, default);
        for (var i = 0; i < 7; i++)
        {
            await ComesAsync(2000);
            _time.Advance(TimeSpan.FromSeconds(9));
        }

        _line.Send(2000);

        await IsRefusedAsync<UploadTooSlow>(taking);
    }

    [Fact]
    public async Task A_full_disk_is_said_to_be_full_and_the_next_upload_fits_again()
    {
        var full = new Full(_folder.FullName, _time);

        await IsRefusedAsync<SpoolIsFull>(full.TakeAsync(new MemoryStream(new byte[500_000]), _limits, default));
        await IsRefusedAsync<SpoolIsFull>(full.TakeAsync(new MemoryStream(new byte[5]), _limits, default));

        await using var taken = await _spool.TakeAsync(new MemoryStream(new byte[5]), _limits, default);
        taken!.Length.Should().Be(5);
        _folder.EnumerateFiles().Should().BeEmpty("they have no names");
    }

    private async Task ComesAsync(int bytes)
    {
        _line.Send(bytes);
        using var late = Patience.Starts();
        while (!_line.IsWaitedFor)
        {
            await Task.Delay(1, late.Token); // it is being taken
        }
    }

    private static async Task EventuallyAsync(Action step, Task task)
    {
        using var late = Patience.Starts();
        while (!task.IsCompleted)
        {
            step();
            await Task.Delay(1, late.Token);
        }
    }

    private static async Task IsRefusedAsync<T>(Task<EvidenceSpool.Spooled?> taking) =>
        (await taking.Awaiting(t => t).Should().ThrowAsync<RefusedException>()).Which.Refusal.Should().BeOfType<T>();

    /// <summary>What somebody sends, bit by bit.</summary>
    private sealed class Line : ForwardStream
    {
        private readonly Channel<byte[]> _sent = Channel.CreateUnbounded<byte[]>();
        private volatile bool _isReading;

        /// <summary>Everything was taken, and more is asked for.</summary>
        public bool IsWaitedFor => _isReading && _sent.Reader.Count == 0;

        public void Send(int bytes)
        {
            _isReading = false;
            _sent.Writer.TryWrite(new byte[bytes]);
        }

        public void End() => _sent.Writer.Complete();

        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _isReading = true;
            if (!await _sent.Reader.WaitToReadAsync(cancellationToken) || !_sent.Reader.TryRead(out var bytes))
            {
                return 0;
            }

            bytes.CopyTo(buffer);
            return bytes.Length;
        }
    }

    /// <summary>On a disk without room, as the system has one.</summary>
    private sealed class Full(string folder, TimeProvider time) : EvidenceSpool(folder, time)
    {
        public override FileStream Open() => new("/dev/full", FileMode.Open, FileAccess.ReadWrite);
    }
}
