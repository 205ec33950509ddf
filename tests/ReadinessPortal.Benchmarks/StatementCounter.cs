using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace ReadinessPortal.Benchmarks;

/// <summary>
/// Stands between an application and PostgreSQL and counts what the server is told to execute, statements that begin
/// and commit included. What passes here is all there is, whichever library or background work sends it.
/// </summary>
internal sealed class StatementCounter : IDisposable
{
    private readonly NpgsqlConnectionStringBuilder _server;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private long _count;

    public StatementCounter(NpgsqlConnectionStringBuilder server)
    {
        _server = server;
        _listener.Start();
        _ = AcceptAsync();
    }

    public long Count => Interlocked.Read(ref _count);

    /// <summary>The same connection, which leads through the counter, in clear text.</summary>
    public string Through(string connection) => new NpgsqlConnectionStringBuilder(connection)
    {
        Host = $"{IPAddress.Loopback}",
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port,
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = PassAsync(await _listener.AcceptSocketAsync());
            }
        }
        catch (SocketException)
        {
            // it was told to stop
        }
    }

    private async Task PassAsync(Socket application)
    {
        using (application)
        using (var server = await ConnectAsync())
        {
            application.NoDelay = true;
            var messages = new Messages();
            var asked = PumpAsync(application, server, bytes =>
                Interlocked.Add(ref _count, messages.Statements(bytes.Span)));
            await Task.WhenAny(asked, PumpAsync(server, application, _ => { }));
        }
    }

    private async Task<Socket> ConnectAsync()
    {
        var isSocket = _server.Host!.StartsWith('/');
        EndPoint address = isSocket
            ? new UnixDomainSocketEndPoint($"{_server.Host}/.s.PGSQL.{_server.Port}")
            : new DnsEndPoint(_server.Host, _server.Port);
        var server = isSocket
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await server.ConnectAsync(address);
        return server;
    }

    private static async Task PumpAsync(Socket from, Socket to, Action<ReadOnlyMemory<byte>> seen)
    {
        var buffer = new byte[1 << 16];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var read)
            {
                seen(buffer.AsMemory(0, read));
                for (var sent = 0; sent < read;)
                {
                    sent += await to.SendAsync(buffer.AsMemory(sent, read - sent));
                }
            }
        }
        catch (Exception problem) when (problem is SocketException or ObjectDisposedException)
        {
            // one side has gone, and the other is let go with it
        }
    }

    /// <summary>What an application says over one connection: a letter, four bytes of length, and so many more.
    /// </summary>
    private sealed class Messages
    {
        private const byte Execute = (byte)'E';
        private const byte SimpleQuery = (byte)'Q';

        private readonly byte[] _head = new byte[5];
        private int _known = 1; // the very first message has no letter
        private int _left;

        public int Statements(ReadOnlySpan<byte> bytes)
        {
            var statements = 0;
            while (!bytes.IsEmpty)
            {
                if (_left > 0)
                {
                    var skipped = Math.Min(_left, bytes.Length);
                    _left -= skipped;
                    bytes = bytes[skipped..];
                    continue;
                }

                _head[_known++] = bytes[0];
                bytes = bytes[1..];
                if (_known == _head.Length)
                {
                    statements += _head[0] is Execute or SimpleQuery ? 1 : 0;
                    _left = BinaryPrimitives.ReadInt32BigEndian(_head.AsSpan(1)) - sizeof(int);
                    _known = 0;
                }
            }

            return statements;
        }
    }
}
