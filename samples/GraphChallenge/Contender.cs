using System;
using System.Linq;
using System.Reflection;
using SparseDnn.Networks;

namespace SparseDnn.Samples.GraphChallenge;

/// <summary>A network that can be run and judged.</summary>
/// <param name="Declaration">The type that declares it.</param>
/// <param name="Compiled">Gets the compiled network; the first use decodes its tables.</param>
/// <param name="Folder">Folder of its weights files; empty where it has none.</param>
internal sealed record Contender(Type Declaration, Func<SparseNetwork<float>> Compiled, string Folder)
{
    /// <summary>Name of the network that is always there.</summary>
    public const string Radix = "radix";

    /// <summary>Name of the network that is there when its files were compiled in.</summary>
    public const string Official = "official";

    /// <summary>Finds a network by its name on the command line.</summary>
    /// <param name="name"><see cref="Radix"/> or <see cref="Official"/>.</param>
    /// <exception cref="UserException">The official network was not compiled in, or its files have moved away since.</exception>
    public static Contender Find(string name) =>
        name == Official ? FindOfficial() : new Contender(typeof(Radix1024), () => Radix1024.Network, "");

    /// <summary>The network's model, from the same attributes that the compiler saw.</summary>
    public Network BuildModel()
    {
        var declared = Declaration.GetCustomAttribute<SparseNetworkAttribute>()!;
        var options = new LoadOptions
        {
            Name = Declaration.Name,
            Folder = Folder,
            Inputs = declared.Inputs == 0 ? null : declared.Inputs,
            Summation = declared.Summation,
        };
        return SparseNetwork.BuildModel<float>(options, Declaration.GetCustomAttributes<SparseLayersAttribute>().ToArray());
    }

#if GRAPHCHALLENGE
    private static Contender FindOfficial()
    {
        var folder = typeof(Contender)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(data => data.Key == "GraphChallengeWeights")
            .Value!;
        if (!Directory.Exists(folder))
            throw new UserException(
                $"{folder}: the folder of the official layers is gone; "
                    + "verification reads them again, so put it back or build with -p:GraphChallengeWeights=DIR for where it is now."
            );
        return new Contender(typeof(GraphChallenge1024), () => GraphChallenge1024.Network, folder);
    }
#else
    private static Contender FindOfficial() =>
        throw new UserException(
            """
            The official layers are not compiled in. Unpack neuron1024.tar.gz of the Sparse DNN Graph Challenge, then run
              dotnet run -c Release --project samples/GraphChallenge -p:GraphChallengeWeights=DIR \
                  -- --network official --images FILE --categories FILE
            where DIR is the full path of the folder that holds neuron1024/n1024-l1.tsv to n1024-l120.tsv.
            """
        );
#endif
}
