using System.Buffers.Binary;

namespace ReadinessPortal.Application.Packages.Zips;

/// <summary>
/// The part of an entry where numbers of 64 bits stand (zip64), in the order in which the short ones are asked for.
/// </summary>
internal ref struct ZipExtra
{
    private const ushort LargeNumbers = 1;

    private ReadOnlySpan<byte> _numbers;

    public ZipExtra(ReadOnlySpan<byte> fields)
    {
        while (fields.Length >= 4)
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(fields[2..]);
            if (4 + length > fields.Length)
            {
                return;
            }

            if (BinaryPrimitives.ReadUInt16LittleEndian(fields) == LargeNumbers)
            {
                _numbers = fields.Slice(4, length);
                return;
            }

            fields = fields[(4 + length)..];
        }
    }

    /// <summary>The number, or the long one that it only stands for; null where that is missing or absurd.</summary>
    public long? Large(uint number)
    {
        if (number != uint.MaxValue)
        {
            return number;
        }

        if (_numbers.Length < sizeof(long))
        {
            return null;
        }

        var large = BinaryPrimitives.ReadInt64LittleEndian(_numbers);
        _numbers = _numbers[sizeof(long)..];
        return large is >= 0 and <= long.MaxValue / 4 ? large : null;
    }
}
