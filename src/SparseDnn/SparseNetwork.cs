using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Elements;
using SparseDnn.Elements;
using SparseDnn.Execution.Files;
using SparseDnn.Kernels;
using SparseDnn.Networks;
using SparseDnn.Networks.Build;
using SparseDnn.Networks.Kinds;
using SparseDnn.Planning;
using SparseDnn.Planning.Model;
using SparseDnn.Primitives;
using SparseDnn.Problems;
using SparseDnn.Semirings;

namespace SparseDnn;

/// <summary>
/// Makes networks at run time, described by the same attributes as declarations: for networks too large to compile in, or known only when
/// the program runs.
/// </summary>
public static class SparseNetwork
{
    /// <summary>Builds a network; weights files are looked up in the current folder.</summary>
    /// <typeparam name="T"><see langword="float"/> or <see langword="double"/>.</typeparam>
    /// <param name="inputs">Number of inputs; null where the first layer tells.</param>
    /// <param name="layers">The layers, such as <c>new WeightFilesAttribute("n1024-l{1..120}.tsv") { Bias = -0.3 }</c>.</param>
    /// <exception cref="SparseNetworkException">Something is wrong with a file or a layer; every problem is listed.</exception>
    public static SparseNetwork<T> Load<T>(int? inputs, params SparseLayersAttribute[] layers)
        where T : unmanaged => Load<T>(new LoadOptions { Inputs = inputs }, layers);

    /// <summary>Builds a network over plus-times with ReLU between its layers.</summary>
    /// <typeparam name="T">float, double, int or long.</typeparam>
    /// <param name="options">Folder of the files, number of inputs, name, summation.</param>
    /// <param name="layers">The layers in order.</param>
    /// <exception cref="SparseNetworkException">Something is wrong with a file or a layer; every problem is listed.</exception>
    /// <exception cref="NotSupportedException">There are no networks of <typeparamref name="T"/>.</exception>
    public static SparseNetwork<T> Load<T>(LoadOptions options, params SparseLayersAttribute[] layers)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(options);
        return Execute<T>(
            Planner.PlanTables(BuildModel<T>(options, layers), options.CancellationToken),
            SemiringPair.Default<T>().Kernels<T>
        );
    }

    /// <summary>
    /// Builds a network that is linear over a semiring, as <c>[SparseNetwork(Semiring = typeof(TSemiring))]</c> declares it.
    /// </summary>
    /// <typeparam name="T">Element type: float, double, int, long, bool or ulong.</typeparam>
    /// <typeparam name="TSemiring">The semiring, built in or with a generated part.</typeparam>
    /// <param name="options">Folder of the files, number of inputs, name, summation.</param>
    /// <param name="layers">The layers in order.</param>
    /// <exception cref="SparseNetworkException">Something is wrong with a file or a layer; every problem is listed.</exception>
    /// <exception cref="NotSupportedException">The semiring has no generated part.</exception>
    public static SparseNetwork<T> Load<T, TSemiring>(LoadOptions options, params SparseLayersAttribute[] layers)
        where T : unmanaged
        where TSemiring : struct, ISemiring<TSemiring, T> => Load<T>(options, SemiringPair.Of<T, TSemiring>(), layers);

    /// <summary>
    /// Builds a network that oscillates between two semirings, as <c>[Oscillate(typeof(TCorrelate), typeof(TSelect))]</c> declares it.
    /// </summary>
    /// <typeparam name="T">Element type: float, double, int, long, bool or ulong.</typeparam>
    /// <typeparam name="TCorrelate">The semiring that the edges are summed over.</typeparam>
    /// <typeparam name="TSelect">The semiring of bias and activation.</typeparam>
    /// <param name="options">Folder of the files, number of inputs, name, summation.</param>
    /// <param name="layers">The layers in order.</param>
    /// <exception cref="SparseNetworkException">Something is wrong with a file or a layer; every problem is listed.</exception>
    /// <exception cref="NotSupportedException">A semiring has no generated part.</exception>
    public static SparseNetwork<T> Load<T, TCorrelate, TSelect>(LoadOptions options, params SparseLayersAttribute[] layers)
        where T : unmanaged
        where TCorrelate : struct, ISemiring<TCorrelate, T>
        where TSelect : struct, ISemiring<TSelect, T> => Load<T>(options, SemiringPair.Of<T, TCorrelate, TSelect>(), layers);

    /// <summary>
    /// Builds the model of a network over plus-times with ReLU without making it runnable: for analysis, and for judging outputs by exact
    /// arithmetic.
    /// </summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <param name="options">Folder of the files, number of inputs, name, summation.</param>
    /// <param name="layers">The layers in order, for instance the attributes that a declared type carries.</param>
    /// <exception cref="SparseNetworkException">Something is wrong with a file or a layer; every problem is listed.</exception>
    /// <exception cref="NotSupportedException">There are no networks of <typeparamref name="T"/>.</exception>
    public static Network BuildModel<T>(LoadOptions options, params SparseLayersAttribute[] layers)
        where T : unmanaged => BuildModel<T>(options, (Oscillation?)null, layers);

    /// <summary>Builds the model of a network that is linear over a semiring.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <typeparam name="TSemiring">The semiring.</typeparam>
    /// <param name="options">Folder of the files, number of inputs, name, summation.</param>
    /// <param name="layers">The layers in order.</param>
    /// <exception cref="SparseNetworkException">Something is wrong with a file or a layer; every problem is listed.</exception>
    public static Network BuildModel<T, TSemiring>(LoadOptions options, params SparseLayersAttribute[] layers)
        where T : unmanaged
        where TSemiring : struct, ISemiring<TSemiring, T> => BuildModel<T>(options, SemiringPair.Of<T, TSemiring>().Specification, layers);

    /// <summary>Builds the model of a network that oscillates between two semirings.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    /// <typeparam name="TCorrelate">The semiring that the edges are summed over.</typeparam>
    /// <typeparam name="TSelect">The semiring of bias and activation.</typeparam>
    /// <param name="options">Folder of the files, number of inputs, name, summation.</param>
    /// <param name="layers">The layers in order.</param>
    /// <exception cref="SparseNetworkException">Something is wrong with a file or a layer; every problem is listed.</exception>
    public static Network BuildModel<T, TCorrelate, TSelect>(LoadOptions options, params SparseLayersAttribute[] layers)
        where T : unmanaged
        where TCorrelate : struct, ISemiring<TCorrelate, T>
        where TSelect : struct, ISemiring<TSelect, T> =>
        BuildModel<T>(options, SemiringPair.Of<T, TCorrelate, TSelect>().Specification, layers);

    /// <summary>Makes a network of the model over built-in semirings runnable.</summary>
    /// <typeparam name="T">The element type of the network's format.</typeparam>
    /// <param name="network">A network, for instance one built by a program.</param>
    /// <param name="cancellationToken">Checked for every layer.</param>
    /// <exception cref="SparseNetworkException">The network is not sound.</exception>
    /// <exception cref="NotSupportedException">A semiring is not built in.</exception>
    public static SparseNetwork<T> Prepare<T>(Network network, CancellationToken cancellationToken = default)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(network);
        var format = Element.Format<T>();
        if (network.Elements != format)
            throw new ArgumentException(
                $"The network's format is {NumberTypes.Of(network.Elements).Name}, which {typeof(T).Name} does not hold.",
                nameof(network)
            );
        // What a builder made need not be looked at again; a program may have made this one.
        if (NetworkVerifier.Verify(network) is { Count: > 0 } problems)
            throw new SparseNetworkException(problems);
        return Execute<T>(Planner.PlanTables(network, cancellationToken), BuiltInSemirings.Kernels<T>);
    }

    private static SparseNetwork<T> Load<T>(LoadOptions options, SemiringPair semirings, SparseLayersAttribute[] layers)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(options);
        var model = BuildModel<T>(options, semirings.Specification, layers);
        return Execute<T>(Planner.PlanTables(model, options.CancellationToken), semirings.Kernels<T>);
    }

    private static Network BuildModel<T>(LoadOptions options, Oscillation? semirings, SparseLayersAttribute[] layers)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(layers);
        var problems = new List<Problem>();
        var declaration = new NetworkDeclaration(
            options.Name,
            options.Inputs,
            Demanded(Element.Format<T>(), options.Format),
            options.Summation,
            new EquatableArray<LayersDeclaration>(layers.Select((layer, i) => layer.ToDeclaration(i + 1, problems)).ToArray())
        )
        {
            Semirings = semirings,
            Rewrites = options.Rewrites,
            Kernels = options.Kernels,
            InputRange = options.InputRange is { } range ? new([range.Low, range.High]) : null,
            InputRangeFile = options.InputRangeFile,
        };
        if (problems.Count > 0)
            throw new SparseNetworkException(problems);
        var build = NetworkBuilder.Build(
            declaration,
            FolderFiles.Of(options.Folder, options.CancellationToken),
            long.MaxValue,
            options.CancellationToken
        );
        return build.Network
            ?? throw new SparseNetworkException([
                .. build.Problems.Select(problem => FolderFiles.Locate(problem, options.CancellationToken)),
            ]);
    }

    // What weights are stored in must be summed in the elements that the caller's type holds.
    private static ElementFormat Demanded(ElementFormat elements, ElementFormat? weights)
    {
        if (weights is not { } format)
            return elements;
        if (!Enum.IsDefined(format))
            throw new ArgumentOutOfRangeException(nameof(weights), format, "Format is no element format.");
        var row = NumberTypes.Of(format);
        return row.Accumulator.Format == elements
            ? format
            : throw new SparseNetworkException([
                Problem.Create(
                    ProblemKinds.WeightsNotSummed,
                    ProblemPlace.TypeName,
                    "LoadOptions.Format",
                    row.Name,
                    row.Accumulator.Name,
                    NumberTypes.Of(elements).Name,
                    elements
                ),
            ]);
    }

    /// <summary>Makes a plan of tables over built-in semirings runnable.</summary>
    /// <typeparam name="T">The element type of the network's format.</typeparam>
    /// <param name="plan">The plan.</param>
    internal static SparseNetwork<T> Execute<T>(NetworkPlan plan)
        where T : unmanaged => Execute<T>(plan, BuiltInSemirings.Kernels<T>);

    // Booleans are computed as words. Where the kernels come from is asked for at the call, so that a program compiled ahead of time has
    // only
    // those of the semirings it names.
    private static SparseNetwork<T> Execute<T>(NetworkPlan plan, Func<Network, object> kernels)
        where T : unmanaged =>
        typeof(T) == typeof(bool)
            ? (SparseNetwork<T>)(object)new BooleanNetwork(new TableNetwork<ulong>(plan, (LayerKernel<ulong>[])kernels(plan.Network)))
            : new TableNetwork<T>(plan, (LayerKernel<T>[])kernels(plan.Network));
}
