using System;
using System.Threading;
using SparseDnn.Numerics;

namespace SparseDnn.Topologies;

/// <summary>Seeded random layers with the same number of inputs for every output.</summary>
internal static class RandomTopology
{
    /// <summary>The pattern: for each output in turn, a uniform sample of distinct inputs.</summary>
    /// <param name="inputs">Number of inputs.</param>
    /// <param name="outputs">Number of outputs.</param>
    /// <param name="inDegree">Inputs of each output, 0 to <paramref name="inputs"/>.</param>
    /// <param name="random">Advanced by the draws; see the remarks for their order.</param>
    /// <param name="cancellationToken">Checked for every output.</param>
    /// <remarks>
    /// Floyd's sampling: for j = inputs − inDegree … inputs − 1 draw t uniformly from [0, j]; take t, or j where t is
    /// already taken. The draws are those of <see cref="SplitMix64.Next"/>, output by output.
    /// </remarks>
    public static CsrPattern Layer(
        int inputs,
        int outputs,
        int inDegree,
        ref SplitMix64 random,
        CancellationToken cancellationToken = default
    )
    {
        if (inDegree < 0 || inDegree > inputs)
            throw new ArgumentOutOfRangeException(nameof(inDegree), inDegree, $"Between 0 and {inputs}.");
        var builder = new CsrBuilder(outputs, inputs, checked(outputs * inDegree));
        var takenBy = new int[inputs];
        for (var output = 0; output < outputs; output++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var columns = new int[inDegree];
            for (var i = 0; i < inDegree; i++)
            {
                var last = inputs - inDegree + i;
                var draw = random.Next(last + 1);
                if (takenBy[draw] == output + 1)
                    draw = last;
                takenBy[draw] = output + 1;
                columns[i] = draw;
            }

            builder.AddRow(columns);
        }

        return builder.Build();
    }
}
