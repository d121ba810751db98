using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests.Use;

/// <summary>
/// Correct programs: this repository's own samples, tests and benchmarks, calls in every form that C# has, and numeric code that knows
/// nothing of us. Rules on use say nothing about any of them.
/// </summary>
public sealed class SilenceTests
{
    // What these projects reference beside the framework and this library is missing here; their own weights files too.
    private static readonly string[] Rules = ["SDNN3", "SDNN202", "AD"];

    [Theory]
    [InlineData("samples/GraphChallenge")]
    [InlineData("samples/ShortestPaths")]
    [InlineData("samples/Reachability")]
    [InlineData("samples/Fixtures")]
    [InlineData("tests/SparseDnn.Tests")]
    [InlineData("tests/SparseDnn.Official.Tests")]
    [InlineData("tests/SparseDnn.Benchmarks")]
    public async Task OwnProject_IsSilent(string folder)
    {
        var path = Path.Combine(RepositoryFiles.Root, folder);
        var separator = Path.DirectorySeparatorChar;
        var sources = Directory
            .GetFiles(path, "*.cs", SearchOption.AllDirectories)
            .Where(file =>
                !file.Contains($"{separator}obj{separator}", System.StringComparison.Ordinal)
                && !file.Contains($"{separator}bin{separator}", System.StringComparison.Ordinal)
            )
            .Select(file => (Path.GetRelativePath(path, file), File.ReadAllText(file)));
        var project = new TestProject("") with
        {
            Sources = [.. sources],
            Language = Microsoft.CodeAnalysis.CSharp.LanguageVersion.Preview,
            References =
            [
                MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location),
                MetadataReference.CreateFromFile(typeof(Assert).Assembly.Location),
            ],
        };
        RequireSilence(await AnalyzerRun.DiagnosticsAsync(project));
    }

    [Fact]
    public async Task EveryFormOfACall_IsSilent()
    {
        var compilation = new TestProject(Forms).Compile();
        var run = GeneratorRun.Start(compilation.WithOptions(compilation.Options.WithAllowUnsafe(true)), []);
        Assert.Empty(run.Problems);
        RequireSilence(await AnalyzerRun.DiagnosticsAsync(run.Output, []));
    }

    [Fact]
    public async Task PlainNumericCode_IsSilent() => await AnalyzerVerifier.VerifyAsync("none", Plain);

    private static void RequireSilence(IEnumerable<Diagnostic> found) =>
        Assert.DoesNotContain(found, diagnostic => Rules.Any(rule => diagnostic.Id.StartsWith(rule, System.StringComparison.Ordinal)));

    private const string Forms = """
        using System;
        using System.Buffers;
        using System.Collections.Generic;
        using System.Linq;
        using System.Runtime.InteropServices;
        using System.Threading;
        using System.Threading.Tasks;
        using SparseDnn;

        [SparseNetwork(Inputs = 3, InputRange = new[] { 0.0, 1 })]
        [Layer(Outputs = 2, Edges = "0 0 1.5; 1 0 -2; 2 1 0.25")]
        public static partial class Tiny;

        [SparseNetwork(Inputs = 3, Format = ElementFormat.Binary64)]
        [Layer(Outputs = 2, Edges = "0 0 1.5; 1 0 -2; 2 1 0.25")]
        public partial class Wide;

        [SparseNetwork(Inputs = 3, Semiring = typeof(MinPlus))]
        [Layer(Outputs = 3, Edges = "0 0 0; 1 1 0; 2 2 0; 0 1 4")]
        public static partial class Roads;

        public static class Generic
        {
            public static T[] Run<TNetwork, T>(ReadOnlySpan<T> input)
                where TNetwork : IDeclaredNetwork<T>
                where T : unmanaged
            {
                var output = new T[TNetwork.Network.Outputs];
                TNetwork.Network.Infer(input, output);
                return output;
            }

            public static void Any(ISparseNetwork<double> network, double[] x, double[] y)
            {
                network.Infer(x, y);
                network.InferBatch(x, y, y.Length / network.Description.Outputs);
            }
        }

        public ref struct Window(Span<float> values)
        {
            private readonly Span<float> _values = values;

            public void Fill() => Tiny.Infer(_values[..Tiny.Inputs], _values.Slice(Tiny.Inputs, Tiny.Outputs));

            public readonly void Twice()
            {
                Tiny.Infer(_values[..3], _values[3..5]);
                Tiny.Infer(_values[^3..], _values[..2]);
            }
        }

        public sealed class Service(float[] shared)
        {
            private readonly float[] _x = new float[Tiny.Inputs],
                _y = new float[Tiny.Outputs];
            private float[] _grown = [];
            public float this[int i] => _y[i];

            public void Step()
            {
                Tiny.Infer(_x, _y);
                _x.AsSpan().Clear();
                Tiny.Infer(_x, _y);
            }

            public void Shared() => Tiny.Infer(shared.AsSpan(0, 3), shared.AsSpan(3, 2));

            public void Grow(int n)
            {
                if (_grown.Length < n * 2)
                    _grown = new float[n * 2];
                Tiny.InferBatch(new float[n * 3], _grown, n);
            }

            public async Task<float[]> RunAsync(IAsyncEnumerable<float[]> items, CancellationToken token)
            {
                var best = new float[Tiny.Outputs];
                await foreach (var item in items.WithCancellation(token))
                {
                    var output = new float[Tiny.Outputs];
                    Tiny.Infer(item, output);
                    if (output[0] > best[0])
                        best = output;
                    await Task.Yield();
                }

                return await Task.Run(
                    () =>
                    {
                        var copy = new float[2];
                        Tiny.Infer(_x, copy);
                        return copy;
                    },
                    token
                );
            }

            public IEnumerable<float[]> Lazy(IEnumerable<float[]> items)
            {
                foreach (var item in items)
                {
                    var output = new float[Tiny.Outputs];
                    Tiny.Infer(item, output);
                    yield return output;
                }
            }
        }

        public static unsafe class Pointers
        {
            public static void Run(float* x, float* y, int n)
            {
                Tiny.Infer(new ReadOnlySpan<float>(x, 3), new Span<float>(y, 2));
                Tiny.InferBatch(new ReadOnlySpan<float>(x, n * Tiny.Inputs), new Span<float>(y, n * Tiny.Outputs), n);
                fixed (float* p = new float[5])
                    Tiny.Infer(new Span<float>(p, 3), new Span<float>(p + 3, 2));
            }
        }

        public static class Program
        {
            private delegate void Kernel(ReadOnlySpan<float> x, Span<float> y);

            public static void Main(string[] args)
            {
                Span<float> output = stackalloc float[Tiny.Outputs];
                Tiny.Infer([2, 1, 1], output);
                Tiny.Infer([args.Length, 0.5f, 1], output);
                Tiny.Infer(stackalloc float[3], output);
                Console.WriteLine($"{output[0]} {output[1]}: {Tiny.Description}");
                if (output[0] == 1.5f || output[1] is 0.25f or > 2)
                    Console.WriteLine("known");
                Kernel kernel = Tiny.Infer;
                kernel([1, 2, 3], output);
                Action<float[], float[]> local = (x, y) => Tiny.Infer(x, y);
                local(new float[2], new float[7]);
                void Nested(Span<float> y) => Tiny.Infer([1, 2, 3], y);
                Nested(output);
                Batches(args.Length);
                Parallel.For(
                    0,
                    10,
                    i =>
                    {
                        Span<float> y = stackalloc float[2];
                        Tiny.Infer([i, i, i], y);
                        Console.WriteLine(y[0]);
                    }
                );
                Generic.Run<Wide, double>([0.1, 0.2, 0.3]);
                Span<double> wide = new double[Wide.Outputs];
                Wide.Infer([0.1, 1e-3, 2f], wide);
                Console.WriteLine(Math.Abs(wide[0] - 1) < 1e-9 ? "near" : "far");
                var network =
                    args.Length > 0 ? SparseNetwork.Load<float>(3, new LayerAttribute { Outputs = 2, Edges = "0 0 1" }) : Tiny.Network;
                var any = new float[network.Outputs];
                network.Infer(new float[network.Inputs], any);
                _ = SparseNetwork.BuildModel<float>(new LoadOptions { Inputs = 3 }, new LayerAttribute { Outputs = 2, Edges = "0 0 1" });
            }

            private static void Batches(int n)
            {
                var rented = ArrayPool<float>.Shared.Rent(n * Tiny.Inputs);
                var outputs = new float[n * Tiny.Outputs];
                Tiny.InferBatch(rented, outputs, n, new BatchOptions { MaxDegreeOfParallelism = 1 });
                Tiny.InferBatch(rented.AsSpan(0, n * 3), outputs.AsSpan(), n);
                ArrayPool<float>.Shared.Return(rented);
                Memory<float> memory = new float[10];
                Tiny.Infer(memory.Span[..3], memory.Span.Slice(3, 2));
                var rows = Enumerable.Range(0, n).Select(_ => new float[3]).ToArray();
                var results = rows.Select(row =>
                    {
                        var y = new float[2];
                        Tiny.Infer(row, y);
                        return y;
                    })
                    .ToList();
                var ping = new float[3];
                var pong = new float[3];
                for (var i = 0; i < 8; i++)
                {
                    Roads.Infer(ping, pong);
                    (ping, pong) = (pong, ping);
                }
                ReadOnlySpan<float> bytes = MemoryMarshal.Cast<byte, float>(new byte[12]);
                Tiny.Infer(bytes, new float[2]);
                var expected = new float[] { 1.5f, 0.25f };
                Console.WriteLine(outputs.AsSpan(0, 2).SequenceEqual(expected) && results.Count == n);
                int length = 2;
                while (length < 3)
                    length++;
                Tiny.Infer(new float[length], new float[length - 1]);
                float[] input;
                switch (n)
                {
                    case 0:
                        input = new float[3];
                        break;
                    case 1:
                        input = [1, 2, 3];
                        break;
                    default:
                        input = new float[3];
                        break;
                }
                Tiny.Infer(input, outputs.AsSpan(n, 2));
                var queue = new Queue<float[]>();
                for (var i = 0; i < n; i++)
                {
                    var y = new float[2];
                    Tiny.Infer(input, y);
                    queue.Enqueue(y);
                }
                try
                {
                    Tiny.Infer(new float[n], new float[2]);
                }
                catch (ArgumentException wrong) when (n != 3)
                {
                    Console.WriteLine(wrong.Message);
                }
            }
        }
        """;

    private const string Plain = """
        using System;
        using System.Linq;

        public static class Infer
        {
            public static void InferBatch(Span<float> x, Span<float> y, int batch) => x[..batch].CopyTo(y);
            public static void Run(float[] x, double[] weights)
            {
                InferBatch(x, x, 3);
                for (var i = 0; i < 4; i++) { var y = new float[4]; InferBatch(x, y, 1); Console.WriteLine(y[0] == 0.1); }
                double sum = 0;
                foreach (var w in weights) sum += (float)w * 0.1f;
                if (sum == 0.3 || Math.Abs(sum - 0.3) < 1e-12) Console.WriteLine(weights.Select(w => (double)(float)w).Sum());
            }
        }
        """;
}
