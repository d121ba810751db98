using System.Collections.Generic;

namespace SparseDnn.Analyzers.Tests.Corpus;

/// <summary>Programs written for the corpus: arithmetic that resembles what rules look for, without being it.</summary>
internal static class WrittenPrograms
{
    /// <summary>Source by name.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } =
        new Dictionary<string, string>
        {
            ["plain numeric code"] = """
                using System;
                using System.Collections.Generic;
                using System.Linq;
                using System.Numerics;

                namespace Plain
                {
                    public static class Numeric
                    {
                        private const double Epsilon = 1e-9;

                        // Min and + on floats that belong to no semiring of ours.
                        public static float[] Dijkstra(List<(int To, float Length)>[] graph, int source)
                        {
                            var distance = new float[graph.Length];
                            Array.Fill(distance, float.PositiveInfinity);
                            distance[source] = 0;
                            var queue = new PriorityQueue<int, float>();
                            queue.Enqueue(source, 0);
                            while (queue.TryDequeue(out var node, out var length))
                            {
                                if (length != distance[node])
                                    continue;
                                foreach (var (to, step) in graph[node])
                                {
                                    var sum = length + step;
                                    if (sum >= distance[to])
                                        continue;
                                    distance[to] = MathF.Min(distance[to], sum);
                                    queue.Enqueue(to, sum);
                                }
                            }

                            return distance;
                        }

                        public static void Multiply(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> c, int n)
                        {
                            c.Clear();
                            for (var i = 0; i < n; i++)
                            for (var j = 0; j < n; j++)
                            for (var k = 0; k < n; k++)
                                c[(i * n) + j] += a[(i * n) + k] * b[(k * n) + j];
                        }

                        public static void Softmax(Span<double> values)
                        {
                            var max = double.NegativeInfinity;
                            foreach (var value in values)
                                max = Math.Max(max, value);
                            var sum = 0.0;
                            for (var i = 0; i < values.Length; i++)
                                sum += values[i] = Math.Exp(values[i] - max);
                            for (var i = 0; i < values.Length; i++)
                                values[i] /= sum;
                        }

                        public static float ReLU(float x) => Math.Max(x, 0);

                        public static bool AreClose(double a, double b) => Math.Abs(a - b) < Epsilon;

                        public static bool AreSame(float a, float b) => a == b || (float.IsNaN(a) && float.IsNaN(b));

                        public static Half Narrow(double value) => (Half)(float)value;

                        public static float Mean(IReadOnlyCollection<float> values) =>
                            values.Count == 0 ? default : values.Sum() / values.Count;

                        public static T Horner<T>(ReadOnlySpan<T> coefficients, T x)
                            where T : INumber<T>
                        {
                            var sum = T.Zero;
                            for (var i = coefficients.Length - 1; i >= 0; i--)
                                sum = (sum * x) + coefficients[i];
                            return sum;
                        }

                        public static int Scratch()
                        {
                            Span<float> buffer = stackalloc float[16];
                            buffer.Clear();
                            return buffer.Length;
                        }

                        public static float[] Batches(int count)
                        {
                            var outputs = new float[count];
                            for (var i = 0; i < count; i++)
                            {
                                var item = new float[] { i, i + 1, i + 2 };
                                outputs[i] = Network.Infer(item);
                            }

                            return outputs;
                        }
                    }

                    /// <summary>Named like ours and not ours.</summary>
                    public static class Network
                    {
                        public static float Infer(ReadOnlySpan<float> input) => input[0];
                    }

                    [AttributeUsage(AttributeTargets.All)]
                    public sealed class SparseNetworkAttribute : Attribute
                    {
                        public int Inputs { get; set; }
                    }

                    [SparseNetwork(Inputs = -1)]
                    public class Unlike;
                }
                """,
            ["networks as they are used"] = """
                using System;
                using SparseDnn;

                namespace Uses
                {
                    [SparseNetwork(Inputs = 3, InputRange = new[] { 0.0, 1.0 })]
                    [Layer(Outputs = 2, Edges = "0 0 1.5; 1 0 -2; 2 1 0.25", Biases = new[] { 0.5, 0 })]
                    public static partial class Tiny;

                    [SparseNetwork(Inputs = 4, Semiring = typeof(MinPlus))]
                    [Layer(Outputs = 4, Edges = "0 1 2; 1 2 3; 2 3 1; 0 3 9; 0 0 0; 1 1 0; 2 2 0; 3 3 0", Repeat = 3)]
                    public static partial class Roads;

                    [ExactFixtures(typeof(Tiny), Items = 8)]
                    public static partial class TinyFixtures;

                    public static class Program
                    {
                        public static int Run()
                        {
                            Span<float> output = stackalloc float[Tiny.Outputs];
                            Tiny.Infer([0.5f, 1, 0.25f], output);

                            const int Batch = 64;
                            var inputs = new float[Batch * Tiny.Inputs];
                            var outputs = new float[Batch * Tiny.Outputs];
                            for (var i = 0; i < inputs.Length; i++) inputs[i] = i % 5 / 4f;
                            Tiny.InferBatch(inputs, outputs, Batch);

                            var from = new float[Roads.Inputs];
                            Array.Fill(from, MinPlus.Zero);
                            from[0] = MinPlus.One;
                            var distances = new float[Roads.Outputs];
                            Roads.Infer(from, distances);

                            TinyFixtures.Fixtures.AllItems.Check(Tiny.Infer);
                            Console.WriteLine($"{output[0]} {outputs[0]} {distances[3]}");
                            return distances[3] < 9 ? 0 : 1;
                        }
                    }
                }
                """,
            ["top-level statements"] = """
                using System;
                using System.Linq;
                using System.Threading.Tasks;
                using SparseDnn;

                var distances = new float[Roads.Inputs];
                Array.Fill(distances, MinPlus.Zero);
                distances[0] = MinPlus.One;
                var reached = new float[Roads.Outputs];
                Roads.Infer(distances, reached);
                Console.WriteLine(Longest(reached));

                const int Batch = 32;
                var inputs = new float[Batch * Tiny.Inputs];
                Parallel.For(0, inputs.Length, i => inputs[i] = i % 4 / 4f);
                var outputs = new float[Batch * Tiny.Outputs];
                Tiny.InferBatch(inputs, outputs, Batch);
                foreach (var item in outputs.Chunk(Tiny.Outputs)) Console.WriteLine(item[0] == 0.25f ? "a quarter" : $"{item[0]}");

                await Task.Yield();
                return Best(args.Length) < 9 ? 0 : 1;

                static float Longest([Of<MinPlus>] float[] d) => d.Where(float.IsFinite).Max();

                float Best(int at)
                {
                    var best = MinPlus.Zero;
                    foreach (var x in reached.Skip(at)) best = MinPlus.Add(best, x);
                    return best;
                }

                [SparseNetwork(Inputs = 3, InputRange = new[] { 0.0, 1.0 })]
                [Layer(Outputs = 2, Edges = "0 0 1.5; 1 0 -2; 2 1 0.25", Biases = new[] { 0.5, 0 })]
                public static partial class Tiny;

                [SparseNetwork(Inputs = 4, Semiring = typeof(MinPlus))]
                [Layer(Outputs = 4, Edges = "0 1 2; 1 2 3; 2 3 1; 0 3 9; 0 0 0; 1 1 0; 2 2 0; 3 3 0", Repeat = 3)]
                public static partial class Roads;
                """,
            ["every kind of body"] = """
                using System;
                using System.Collections.Generic;
                using System.Linq;
                using System.Threading.Tasks;
                using SparseDnn;

                namespace Bodies
                {
                    [SparseNetwork(Inputs = 3, InputRange = new[] { 0.0, 1.0 })]
                    [Layer(Outputs = 2, Edges = "0 0 1.5; 1 0 -2; 2 1 0.25", Biases = new[] { 0.5, 0 })]
                    public static partial class Tiny;

                    public interface IRoads
                    {
                        [Of<MinPlus>]
                        float Direct { get; }
                        float Longer(float street) => Direct + street;
                    }

                    public abstract class Roads(int crossings)
                    {
                        [Of<MinPlus>]
                        private readonly float[] _distances = Enumerable.Repeat(MinPlus.Zero, crossings).ToArray();
                        private static readonly Func<float, float, float> Shorter = static (a, b) => Math.Min(a, b);

                        protected Roads([Of<MinPlus>] float[] distances)
                            : this(distances.Length) => distances.CopyTo(_distances, 0);

                        [Of<MinPlus>]
                        public float this[int at]
                        {
                            get => _distances[at];
                            set => _distances[at] = Math.Min(_distances[at], value);
                        }

                        [Of<MinPlus>]
                        public float Nearest
                        {
                            get
                            {
                                var least = MinPlus.Zero;
                                foreach (var d in _distances)
                                    least = Math.Min(least, d);
                                return least;
                            }
                        }

                        public event Action<float> Reached
                        {
                            add { value(_distances[0]); }
                            remove { }
                        }

                        public static implicit operator float(Roads roads) => roads.Nearest;

                        [return: Of<MinPlus>]
                        public IEnumerable<float> From([Of<MinPlus>] float start)
                        {
                            foreach (var d in _distances)
                                yield return Shorter(start, d) + 0.5f;
                        }

                        public async IAsyncEnumerable<float> Stream()
                        {
                            await Task.Yield();
                            for (var i = 0; i < _distances.Length; i++)
                                yield return Step(i);

                            float Step(int i) => _distances[i] + _distances[0];
                        }
                    }

                    public sealed class Town([Of<MinPlus>] float[] distances) : Roads(distances), IRoads
                    {
                        private readonly float[] _x = new float[Tiny.Inputs],
                            _y = new float[Tiny.Outputs];
                        private readonly Action<float[]> _run = static item =>
                        {
                            Span<float> y = stackalloc float[Tiny.Outputs];
                            Tiny.Infer(item, y);
                            Console.WriteLine(y[0]);
                        };

                        [Of<MinPlus>]
                        public float Direct => this[0];

                        public bool IsQuarter
                        {
                            get
                            {
                                Tiny.Infer(_x, _y);
                                return _y[0] == 0.25f;
                            }
                        }

                        public async Task<float> LoadAsync(float[] item)
                        {
                            await Task.Run(() => _run(item));
                            var output = new float[Tiny.Outputs];
                            Tiny.Infer(item, output);
                            return output switch
                            {
                                [var first, ..] when first > 0 => first,
                                _ => -1,
                            };
                        }
                    }

                    public readonly record struct Path([property: Of<MinPlus>] float Length)
                    {
                        public Path Then(Path next) => new(Length + next.Length);

                        public static Path operator +(Path a, Path b) => new(MinPlus.Add(a.Length, b.Length));
                    }
                }
                """,
        };
}
