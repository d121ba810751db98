using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using SparseDnn.Algebra;
using SparseDnn.Execution;
using SparseDnn.Formats;
using SparseDnn.Kernels;
using SparseDnn.Networks;
using SparseDnn.Planning;
using SparseDnn.Primitives;

namespace SparseDnn;

/// <summary>Makes networks at run time, described by the same attributes as declarations: for networks too large to compile in, or known only when the program runs.</summary>
public static class SparseNetwork
{
    /// <summary>Builds a network; weights files are looked up in the current folder.</summary>
    /// <typeparam name="T"><see langword="float"/> or <see langword="double"/>.</typeparam>
    /// <param name="inputs">Number of inputs; null where the first layer tells.</param>
    /// <param name="layers">The layers, such as <c>new WeightFilesAttribute("n1024-l{1..120}.tsv") { Bias = -0.3 }</c>.</param>
    /// <exception cref="SparseNetworkException">Something is wrong with a file or a layer; every problem is listed.</exception>
    public static SparseNetwork<T> Load<T>(int? inputs, params SparseLayersAttribute[] layers)
        where T : unmanaged => Load<T>(new LoadOptions { Inputs = inputs }, layers);

    /// <summary>Builds a network.</summary>
    /// <typeparam name="T"><see langword="float"/> or <see langword="double"/>.</typeparam>
    /// <param name="options">Folder of the files, number of inputs, name, summation.</param>
    /// <param name="layers">The layers in order.</param>
    /// <exception cref="SparseNetworkException">Something is wrong with a file or a layer; every problem is listed.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither <see langword="float"/> nor <see langword="double"/>.</exception>
    public static SparseNetwork<T> Load<T>(LoadOptions options, params SparseLayersAttribute[] layers)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(options);
        return Prepare<T>(BuildModel<T>(options, layers), options.CancellationToken);
    }

    /// <summary>Builds the model of a network without making it runnable: for analysis, and for judging outputs by exact arithmetic.</summary>
    /// <typeparam name="T"><see langword="float"/> for binary32, <see langword="double"/> for binary64.</typeparam>
    /// <param name="options">Folder of the files, number of inputs, name, summation.</param>
    /// <param name="layers">The layers in order, for instance the attributes that a declared type carries.</param>
    /// <exception cref="SparseNetworkException">Something is wrong with a file or a layer; every problem is listed.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is neither <see langword="float"/> nor <see langword="double"/>.</exception>
    public static Network BuildModel<T>(LoadOptions options, params SparseLayersAttribute[] layers)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(layers);
        var declaration = new NetworkDeclaration(
            options.Name, options.Inputs, FormatOf<T>(), options.Summation,
            new EquatableArray<LayersDeclaration>(layers.Select((layer, i) => layer.ToDeclaration(i + 1)).ToArray()));
        var build = NetworkBuilder.Build(declaration, name => Read(options.Folder, name, options.CancellationToken), long.MaxValue, options.CancellationToken);
        return build.Network ?? throw new SparseNetworkException(build.Problems);
    }

    /// <summary>Makes a network of the model runnable.</summary>
    /// <typeparam name="T"><see langword="float"/> for binary32, <see langword="double"/> for binary64.</typeparam>
    /// <param name="network">A network, for instance one built by a program.</param>
    /// <param name="cancellationToken">Checked for every layer.</param>
    /// <exception cref="SparseNetworkException">The network is not sound.</exception>
    public static SparseNetwork<T> Prepare<T>(Network network, CancellationToken cancellationToken = default)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(network);
        var format = FormatOf<T>();
        if (network.Elements != format)
            throw new ArgumentException($"The network's format is {ElementFormats.Of(network.Elements).Name}, which {typeof(T).Name} does not hold.", nameof(network));
        if (NetworkVerifier.Verify(network) is { Count: > 0 } problems) throw new SparseNetworkException(problems);
        var plan = Planner.PlanTables(network, cancellationToken);
        return new LoadedNetwork<T>(plan, format, BuiltInSemirings.Kernels<T>(network));
    }

    private static ElementFormat FormatOf<T>() =>
        typeof(T) == typeof(float) ? ElementFormat.Binary32
        : typeof(T) == typeof(double) ? ElementFormat.Binary64
        : throw new NotSupportedException($"Networks of {typeof(T).Name} do not exist; use float or double.");

    private static WeightFileLookup Read(string folder, string name, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, name);
        if (!File.Exists(path)) return new WeightFileLookup.Missing();
        using var text = new StreamReader(path, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
        return new WeightFileLookup.Found(path, WeightFileReader.Read(text, path, cancellationToken, keepExplicitZeros: true));
    }
}
