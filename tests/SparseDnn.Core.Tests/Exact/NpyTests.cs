using System;
using System.Linq;
using System.Text;
using SparseDnn.Exact.Vectors;
using SparseDnn.Numerics;
using Xunit;

namespace SparseDnn.Core.Tests.Exact;

public sealed class NpyTests
{
    // The layout that NumPy's format page documents: magic, version, length, dictionary, data at a multiple of 64.
    [Fact]
    public void FilesHaveTheDocumentedLayout()
    {
        var file = NpyFile.Write(NpyArray.Of(StorageFormats.Binary32, [1, new Dyadic(-3, -1), 0, 4, 5, 6], 2, 3));
        Assert.Equal("\u0093NUMPY\u0001\u0000", Encoding.Latin1.GetString(file, 0, 8));
        var length = BitConverter.ToUInt16(file, 8);
        Assert.Equal(0, (10 + length) % 64);
        var header = Encoding.ASCII.GetString(file, 10, length);
        Assert.Equal("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }", header.TrimEnd(' ', '\n'));
        Assert.EndsWith(" \n", header, StringComparison.Ordinal);
        Assert.Equal(
            new[] { 1f, -1.5f, 0, 4, 5, 6 },
            Enumerable.Range(0, 6).Select(i => BitConverter.ToSingle(file, 10 + length + (4 * i)))
        );
        Assert.Equal(10 + length + 24, file.Length);
        Assert.Contains(
            "'shape': (3,), }",
            Encoding.ASCII.GetString(NpyFile.Write(NpyArray.Of([1.0, 2, 3], 3)), 10, 100),
            StringComparison.Ordinal
        );
        // The dictionary alone may fill the block, never exceed it.
        for (var digits = 1; digits < 8; digits++)
            Assert.Equal(0, NpyFile.Write(new NpyArray("<f8", new(Enumerable.Repeat(0, digits * 3).ToArray()), new([]))).Length % 64);
    }

    [Fact]
    public void EveryFormatComesBack()
    {
        foreach (var format in DyadicSamples.AllFormats.Concat([StorageFormats.Boolean, StorageFormats.Word64]))
        {
            var values = Samples
                .Doubles(200, 3)
                .Select(value => format.Round(Dyadic.FromDouble(value)))
                .Where(value => value.IsFinite)
                .ToArray();
            var array = NpyArray.Of(format, values, values.Length);
            var back = NpyFile.Read(NpyFile.Write(array), out var fault);
            Assert.Null(fault);
            Assert.Equal(array, back);
            Assert.Equal(
                values,
                back!.Elements.Select(bits => format.TryFromBits(bits, out var value) ? value : throw new InvalidOperationException())
            );
        }
    }

    [Theory]
    [InlineData("{'descr': '<f4', 'fortran_order': True, 'shape': (1,), }", "Fortran order")]
    [InlineData("{'descr': '>f4', 'fortran_order': False, 'shape': (1,), }", "'>f4' is not one of")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }", "needs 8 bytes of data but 4 follow")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (99999, 99999), }", "too large")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, }", "numpy.save")]
    [InlineData("{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (1,)}", "numpy.save")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (-1,)}", "numpy.save")]
    [InlineData("nonsense", "numpy.save")]
    [InlineData("nonsense", "byte 10: the header is no dictionary such as {'descr': '<f4'")]
    [InlineData("nonsense", "the header is nonsense")]
    [InlineData("{'descr': '<f4', 'fortran_order': 0, 'shape': (1,)}", "byte 44: ")]
    [InlineData("{'descr': [('x', '<f4')], 'fortran_order': False, 'shape': (1,)}", "named fields")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999,), }", "(99999999999) is too large")]
    public void FaultyHeadersAreExplained(string header, string message)
    {
        var file = new byte[] { 0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0, (byte)header.Length, 0 }
            .Concat(Encoding.ASCII.GetBytes(header))
            .Concat(new byte[4])
            .ToArray();
        Assert.Null(NpyFile.Read(file, out var fault));
        Assert.Contains(message, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void OtherOrdersOfTheDictionaryAndScalarsAreRead()
    {
        var header = "{'shape': (), 'fortran_order': False, 'descr': '|u1'}\n";
        var file = new byte[] { 0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0, (byte)header.Length, 0 }
            .Concat(Encoding.ASCII.GetBytes(header))
            .Append((byte)7)
            .ToArray();
        var array = NpyFile.Read(file, out _)!;
        Assert.Equal([7UL], array.Elements);
        Assert.Empty(array.Shape);
        Assert.Null(NpyFile.Read([1, 2, 3], out var fault));
        Assert.Contains("no .npy file", fault, StringComparison.Ordinal);
        file[6] = 2;
        Assert.Null(NpyFile.Read(file, out fault));
        Assert.Contains("version is 2.0", fault, StringComparison.Ordinal);
        file[6] = 1;
        file[9] = 1;
        Assert.Null(NpyFile.Read(file, out fault));
        Assert.Contains("byte 8", fault, StringComparison.Ordinal);
    }
}
