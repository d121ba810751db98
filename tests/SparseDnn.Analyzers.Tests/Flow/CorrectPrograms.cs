using Xunit;

namespace SparseDnn.Analyzers.Tests.Flow;

/// <summary>Programs without a fault, marked and not: nothing may be reported in them.</summary>
internal static class CorrectPrograms
{
    public static TheoryData<string, string> All =>
        new()
        {
            {
                "Floyd and Warshall over min-plus",
                """
                    static class Roads
                    {
                        [return: Of<MinPlus>]
                        public static float[,] All(int n, IEnumerable<(int From, int To, float Length)> streets)
                        {
                            var d = new float[n, n];
                            for (var i = 0; i < n; i++)
                            for (var j = 0; j < n; j++)
                                d[i, j] = i == j ? 0 : float.PositiveInfinity;
                            foreach (var (from, to, length) in streets)
                                d[from, to] = Math.Min(d[from, to], length);
                            Relax(d);
                            return d;
                        }

                        public static void Relax([Of<MinPlus>] float[,] d)
                        {
                            var n = d.GetLength(0);
                            for (var k = 0; k < n; k++)
                            for (var i = 0; i < n; i++)
                            for (var j = 0; j < n; j++)
                                d[i, j] = Math.Min(d[i, j], d[i, k] + d[k, j]);
                        }

                        public static bool HasNegativeCycle([Of<MinPlus>] float[,] d) =>
                            Enumerable.Range(0, d.GetLength(0)).Any(i => d[i, i] < 0);
                    }
                    """
            },
            {
                "Dijkstra over min-plus",
                """
                    static class Roads
                    {
                        [return: Of<MinPlus>]
                        public static double[] From(List<(int To, double Length)>[] neighbours, int source)
                        {
                            var distances = new double[neighbours.Length];
                            Array.Fill(distances, double.PositiveInfinity);
                            distances[source] = MinPlus.One;
                            var queue = new PriorityQueue<int, double>();
                            queue.Enqueue(source, 0);
                            while (queue.TryDequeue(out var at, out var distance))
                            {
                                if (distance > distances[at])
                                    continue;
                                foreach (var (to, length) in neighbours[at])
                                {
                                    var longer = distances[at] + length;
                                    if (longer >= distances[to])
                                        continue;
                                    distances[to] = longer;
                                    queue.Enqueue(to, longer);
                                }
                            }

                            return distances;
                        }

                        public static double Farthest([Of<MinPlus>] double[] distances) =>
                            distances.Where(double.IsFinite).DefaultIfEmpty(0).Max();
                    }
                    """
            },
            {
                "Viterbi over max-plus and max-times",
                """
                    class Model
                    {
                        [Of<MaxPlus>] readonly float[] _scores;
                        [Of<MaxTimes>] readonly double[] _shares = new double[8];

                        public Model(int states)
                        {
                            _scores = new float[states];
                            Reset();
                        }

                        void Reset() { for (var i = 0; i < _scores.Length; i++) _scores[i] = MaxPlus.Zero; _scores[0] = 0; }

                        public void Step([Of<MaxPlus>] float[][] transitions, [Of<MaxPlus>] ReadOnlySpan<float> emissions)
                        {
                            Span<float> next = stackalloc float[_scores.Length];
                            next.Fill(MaxPlus.Zero);
                            for (var i = 0; i < _scores.Length; i++)
                                for (var j = 0; j < next.Length; j++)
                                    next[j] = MathF.Max(next[j], _scores[i] + transitions[i][j] + emissions[j]);
                            next.CopyTo(_scores);
                        }

                        public void Step([Of<MaxTimes>] double[,] transitions)
                        {
                            var next = new double[_shares.Length];
                            for (var i = 0; i < _shares.Length; i++)
                                for (var j = 0; j < next.Length; j++)
                                    if (_shares[i] * transitions[i, j] is var p && p > next[j]) next[j] = p;
                            var largest = next.Max();
                            for (var j = 0; j < next.Length; j++) _shares[j] = largest > 0 ? next[j] / largest : 0;
                        }

                        public (float Score, int State) Best
                        {
                            get
                            {
                                var best = (Score: MaxPlus.Zero, State: -1);
                                for (var i = 0; i < _scores.Length; i++)
                                    if (_scores[i] > best.Score) best = (_scores[i], i);
                                return best;
                            }
                        }
                    }
                    """
            },
            {
                "Reachability over or-and, words and booleans",
                """
                    static class Web
                    {
                        public static void Step([Of<OrAnd>] bool[] reached, [Of<OrAnd>] bool[,] links)
                        {
                            var next = new bool[reached.Length];
                            for (var i = 0; i < reached.Length; i++)
                                for (var j = 0; j < next.Length; j++) next[j] |= reached[i] && links[i, j];
                            next.CopyTo(reached, 0);
                        }

                        public static int Count([Of<OrAnd>] ulong[] words)
                        {
                            var count = 0;
                            foreach (var word in words) count += BitOperations.PopCount(word);
                            for (var i = 1; i < words.Length; i++) words[0] |= words[i] & words[i - 1] & ~0ul << 3;
                            return count == 0 ? words.Length * 64 : count;
                        }
                    }
                    """
            },
            {
                "Widest paths, least squares and logarithms",
                """
                    static class Mixed
                    {
                        public static int Widest([Of<MaxMin>] int[] path) => path.Aggregate(int.MaxValue, Math.Min);

                        public static float Loss([Of<PlusTimes>] float[] y, float[] target)
                        {
                            float sum = 0;
                            for (var i = 0; i < y.Length; i++)
                            {
                                var e = y[i] - target[i];
                                sum += e * e;
                            }
                            return sum / y.Length;
                        }

                        public static double Total([Of<Log>] IEnumerable<double> terms)
                        {
                            var total = Log.Zero + 0.0;
                            foreach (var term in terms)
                                total = Log.Add(total, term);
                            return total;
                        }

                        public static float Relu([Of<PlusTimes>] float z, float b) => Math.Min(MaxPlus.Add(MaxPlus.Multiply(z, b), 0), 32f);

                        [return: Of<MinPlus>]
                        public static float? Find([Of<MinPlus>] Dictionary<int, float> known, int at) =>
                            known.TryGetValue(at, out var d) ? d : null;

                        public static string Text([Of<MinPlus>] float d) =>
                            d switch
                            {
                                float.PositiveInfinity => "none",
                                < 10 => "near",
                                _ => $"{d:F2} km, {(int)d} and {d.ToString()}",
                            };
                    }
                    """
            },
            {
                "Marks through async, iterators, lambdas, local functions, references and tuples",
                """
                    class Everything
                    {
                        [Of<MinPlus>]
                        float _best = MinPlus.Zero;

                        [Of<MinPlus>]
                        public float Best
                        {
                            get => _best;
                            set => _best = Math.Min(_best, value);
                        }

                        [return: Of<MinPlus>]
                        async Task<float> LoadAsync([Of<MinPlus>] float start)
                        {
                            await Task.Delay(1);
                            try
                            {
                                return start + await LoadAsync(start);
                            }
                            catch (Exception) when (start > 1)
                            {
                                return start;
                            }
                            finally
                            {
                                Best = start;
                            }
                        }

                        [return: Of<MinPlus>]
                        IEnumerable<float> Steps([Of<MinPlus>] float start, float step)
                        {
                            for (var x = start; x < 100; x += step)
                                yield return x;
                        }

                        async IAsyncEnumerable<float> Stream([Of<MinPlus>] float[] d)
                        {
                            foreach (var x in d)
                            {
                                await Task.Yield();
                                yield return x;
                            }
                        }

                        void Lambdas([Of<MinPlus>] float[] d, float[] lengths)
                        {
                            Func<float, float> twice = x => x * 2;
                            var ordinary = lengths.Select(length => length * 2).Sum();
                            var longer = d.Select((x, i) => x + lengths[i]).Where(x => x < 10).ToArray();
                            Array.Sort(d, (a, b) => a.CompareTo(b));
                            var least = d.Aggregate((a, b) => Math.Min(a, b));
                            float total = 0;
                            void Add(float x) => total += x * 2;
                            foreach (var x in d)
                                Add(x);
                            var (first, second) = (d[0], lengths[0]);
                            (first, second) = (second, first);
                            Console.WriteLine(first * total + twice(d[0]) + ordinary + longer.Length * 2 + least);
                        }

                        unsafe void References([Of<MinPlus>] float[] d, Span<float> scratch)
                        {
                            ref var cell = ref d[0];
                            cell = Math.Min(cell, 3);
                            fixed (float* p = d)
                            {
                                p[0] = 1;
                                *(p + 1) = *p * 2;
                            }
                            var copy = scratch;
                            copy.Clear();
                            lock (d)
                            {
                                using var text = new System.IO.StringWriter();
                                text.Write(d[0]);
                            }
                            float? maybe = d.Length > 0 ? d[0] : null;
                            var value = maybe ?? 7;
                            maybe ??= value;
                            goto end;
                            end:
                            Console.WriteLine(maybe is { } known and > 3 ? known : value);
                            checked
                            {
                                Console.WriteLine(d.Length * 2 + d.Count(x => x == MinPlus.Zero));
                            }
                        }

                        static bool TryGet([Of<MinPlus>] float[] d, int i, out float value)
                        {
                            value = default;
                            if (i >= d.Length)
                                return false;
                            value = d[i];
                            return true;
                        }

                        void Exchange([Of<MinPlus>] ref float[] now, [Of<MinPlus>] ref float[] next)
                        {
                            (now, next) = (next, now);
                            if (TryGet(now, 0, out var x))
                                now[0] = x;
                        }
                    }
                    """
            },
            {
                "Buffers that are filled before use",
                """
                    class Buffers
                    {
                        [Of<MinPlus>]
                        float[] _now = [],
                            _next = [];

                        [Of<MinPlus>]
                        float[]? Cache { get; set; }

                        public void Resize(int n)
                        {
                            _now = new float[n];
                            _next = new float[n];
                            _now.AsSpan().Fill(MinPlus.Zero);
                            var s = _next;
                            for (var i = 0; i < s.Length; i++)
                                s[i] = MinPlus.Zero;
                            Cache ??= new float[n];
                            Use(Cache);
                        }

                        static void Use(float[] x) => Array.Fill(x, 1);

                        [return: Of<MinPlus>]
                        static float[] Copied(float[] from)
                        {
                            var to = new float[from.Length];
                            from.CopyTo(to, 0);
                            return to;
                        }

                        [return: Of<MinPlus>]
                        static float[] Converted(int[] from)
                        {
                            var to = new float[from.Length];
                            for (var i = 0; i < to.Length; i++)
                                to[i] = from[i];
                            return to;
                        }

                        [return: Of<MinPlus>]
                        static float[] Filled(int n) => Array.ConvertAll(new int[n], _ => float.PositiveInfinity);

                        [return: Of<MinPlus>]
                        static float[] Read(System.IO.Stream stream, int n)
                        {
                            var to = new float[n];
                            stream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(to.AsSpan()));
                            return to;
                        }

                        [return: Of<MinPlus>]
                        static float[] Inner(int n)
                        {
                            var d = new float[n];
                            void Set()
                            {
                                for (var i = 0; i < n; i++)
                                    d[i] = 5;
                            }
                            Set();
                            return d;
                        }

                        static void Init([Of<MinPlus>] float[] d) => Array.Fill(d, MinPlus.Zero);

                        static void Call(int n)
                        {
                            var d = new float[n];
                            Init(d);
                        }

                        [return: Of<MinPlus>]
                        static float[] Try(int n, Func<int, float> f)
                        {
                            var d = new float[n];
                            try
                            {
                                for (var i = 0; i < n; i++)
                                    d[i] = f(i);
                            }
                            finally
                            {
                                Console.WriteLine(n);
                            }
                            return d;
                        }
                    }
                    """
            },
            {
                "Numeric code without any attribute of ours",
                """
                    static class Plain
                    {
                        public static double Mean(double[] x) => x.Sum() / x.Length;

                        public static double[] Solve(double[,] a, double[] b)
                        {
                            var n = b.Length;
                            var x = new double[n];
                            for (var i = n - 1; i >= 0; i--)
                            {
                                var s = b[i];
                                for (var j = i + 1; j < n; j++)
                                    s -= a[i, j] * x[j];
                                x[i] = s / a[i, i];
                            }
                            return x;
                        }

                        public static float[] Relu(float[] z)
                        {
                            var y = new float[z.Length];
                            Parallel.For(0, z.Length, i => y[i] = Math.Max(z[i], 0));
                            return y;
                        }

                        public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
                        {
                            var sum = Vector<float>.Zero;
                            for (var i = 0; i + Vector<float>.Count <= a.Length; i += Vector<float>.Count)
                                sum += new Vector<float>(a[i..]) * new Vector<float>(b[i..]);
                            return Vector.Sum(sum);
                        }

                        public static double Noise(double[] x) => x.AsParallel().Sum() + x.AsParallel().Aggregate((a, b) => a + b);

                        public static bool IsZero(double x) => x == 0 || x == default;
                    }
                    """
            },
        };
}
