using System;
using System.CommandLine;

namespace SparseDnn.Samples.GraphChallenge;

/// <summary>The options, and what they mean.</summary>
internal static class CommandLine
{
    private static readonly Option<string> Network = new("--network")
    {
        Description =
            "radix: a RadiX-Net of the benchmark's size, always there; official: the benchmark's own layers, when compiled in "
            + "with -p:GraphChallengeWeights=DIR",
        DefaultValueFactory = _ => Contender.Radix,
    };

    private static readonly Option<string?> Images = new("--images")
    {
        Description = "File of images, Matrix Market or TSV: image, pixel, perhaps value, counted from 1 (default: draw pen strokes)",
        HelpName = "file",
    };
    private static readonly Option<string?> Categories = new("--categories")
    {
        Description = "File of the categories that must be found, one image number a line",
        HelpName = "file",
    };
    private static readonly Option<string?> Out = new("--out") { Description = "File to write the found categories to", HelpName = "file" };
    private static readonly Option<int?> Items = new("--items")
    {
        Description = "Number of images (default: 60,000, or all of the file)",
        HelpName = "count",
    };
    private static readonly Option<long> Seed = new("--seed")
    {
        Description = "Seed of the drawn images",
        DefaultValueFactory = _ => 1,
        HelpName = "number",
    };
    private static readonly Option<int> Threads = new("--threads")
    {
        Description = "Most threads; 0 for one a core",
        DefaultValueFactory = _ => 0,
        HelpName = "count",
    };
    private static readonly Option<string> Input = new("--input")
    {
        Description = "values: images as 32-bit numbers; bits: images of zeros and ones as packed bits, a 32nd of the memory",
        DefaultValueFactory = _ => Values,
    };
    private static readonly Option<string> Result = new("--result")
    {
        Description = "outputs: every output of every image; categories: only whether an image has an output that is not zero",
        DefaultValueFactory = _ => Outputs,
    };
    private const string Values = "values",
        Bits = "bits",
        Outputs = "outputs",
        OnlyCategories = "categories";

    /// <summary>The command.</summary>
    /// <param name="run">Does what the options say and gives the exit code.</param>
    public static RootCommand Create(Func<RunOptions, int> run)
    {
        var command = new RootCommand(
            "Runs a Graph Challenge network of 1,024 neurons and 120 layers, checks a sample of the outputs by exact "
                + "arithmetic, and tells how fast it was."
        )
        {
            Network,
            Images,
            Categories,
            Out,
            Items,
            Seed,
            Threads,
            Input,
            Result,
        };
        Network.AcceptOnlyFromAmong(Contender.Radix, Contender.Official);
        Input.AcceptOnlyFromAmong(Values, Bits);
        Result.AcceptOnlyFromAmong(Outputs, OnlyCategories);
        command.Validators.Add(result =>
        {
            if (result.GetValue(Items) is < 1 or > ImageSet.MaxCount)
                result.AddError($"--items is 1 to {ImageSet.MaxCount}.");
            if (result.GetValue(Threads) < 0)
                result.AddError("--threads is 0 for one a core, or a number of threads.");
            if (result.GetValue(Images) is not null && result.GetResult(Seed) is { Implicit: false })
                result.AddError("--seed is for drawn images; leave it out, or leave out --images.");
        });
        command.SetAction(parsed =>
            run(
                new RunOptions(
                    parsed.GetValue(Network)!,
                    parsed.GetValue(Images),
                    parsed.GetValue(Categories),
                    parsed.GetValue(Out),
                    parsed.GetValue(Items),
                    parsed.GetValue(Seed),
                    parsed.GetValue(Threads),
                    parsed.GetValue(Input) == Bits,
                    parsed.GetValue(Result) == OnlyCategories
                )
            )
        );
        return command;
    }
}
