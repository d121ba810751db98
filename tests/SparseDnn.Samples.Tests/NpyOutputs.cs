using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;

namespace SparseDnn.Samples.Tests;

/// <summary>Outputs as another program writes them: a npy file of its own making.</summary>
internal static class NpyOutputs
{
    public static void Write<T>(string folder, ExactFixture<T> fixture, FixtureRun<T> run)
        where T : unmanaged
    {
        var outputs = new T[fixture.ItemCount * fixture.Outputs];
        for (var item = 0; item < fixture.ItemCount; item++)
            run(fixture.Input(item), outputs.AsSpan(item * fixture.Outputs, fixture.Outputs));
        var type = default(T) switch
        {
            Half => "<f2",
            float => "<f4",
            ushort => "<u2",
            sbyte => "|i1",
            _ => throw new NotSupportedException(),
        };
        var header = $"{{'descr': '{type}', 'fortran_order': False, 'shape': ({fixture.ItemCount}, {fixture.Outputs}), }}";
        header = header.PadRight(((header.Length + 11 + 63) / 64 * 64) - 11) + "\n";
        using var file = File.Create(Path.Combine(folder, FixtureFolder.Outputs));
        file.Write([0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, (byte)(header.Length >> 8)]);
        file.Write(Encoding.ASCII.GetBytes(header));
        file.Write(MemoryMarshal.AsBytes<T>(outputs));
    }
}
