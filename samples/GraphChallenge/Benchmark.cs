using System;
using System.Globalization;
using System.Threading;

namespace SparseDnn.Samples.GraphChallenge;

/// <summary>The whole run: images, inference, verification, comparison, report.</summary>
internal static class Benchmark
{
    /// <summary>Runs.</summary>
    /// <param name="options">What the user asked for.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    /// <exception cref="UserException">An argument or a file is not usable.</exception>
    public static int Run(RunOptions options)
    {
        var contender = Contender.Find(options.Network);
        if (options.Out is not null)
            UserFile.CheckWritable(options.Out);
        var images = options.Images is null
            ? ImageSet.Draw(options.Items ?? ImageSet.OfficialCount, options.Seed)
            : ImageFile.Read(options.Images, options.Items, CancellationToken.None);
        var expected = options.Categories is null ? null : CategoryFile.Read(options.Categories, images.Count);
        var model = contender.BuildModel();

        var inference = Inference.Run(contender, images, options);
        var found = inference.Categories();
        if (options.Out is not null)
            CategoryFile.Write(options.Out, found);
        var verification = Verification.Run(model, contender.Compiled(), images, inference, found);
        var comparison = expected is null ? null : Comparison.Of(found, expected);

        var report = new Report();
        report.Add("network", $"{contender.Compiled().Description}");
        report.Add("inputs", $"{images.Count:N0} images, {images.InkShare():P1} of the pixels set ({images.Source})");
        report.Add("categories found", $"{found.Count:N0} ({found.Count / (double)images.Count:P1} of the images stay alive)");
        if (comparison is not null)
            report.Add("categories expected", $"{comparison}", comparison.Agrees);
        report.Add("asked", $"{Asked(options)} on {Threads(options.Threads)}");
        report.Add("first image", $"{inference.FirstImage.TotalSeconds:F3} s, decoding of tables and compilation of kernels included");
        report.Add("first call", $"{Speed(inference.FirstCall)}");
        report.Add("second call", $"{Speed(inference.SecondCall)}");
        report.Add("steady", $"{Speed(inference.Steady)} (median of {inference.LaterCalls} later calls)");
        if (options.Out is not null)
            report.Add("written", $"{options.Out}");
        report.Write();
        Console.WriteLine("edges/s are inputs × declared edges ÷ time");
        Console.WriteLine($"verified: {Words(verification)}");
        return verification.Faulty is null && comparison is null or { Agrees: true } ? ExitCodes.Agreement : ExitCodes.Disagreement;

        string Speed(TimeSpan time) =>
            FormattableString.Invariant(
                $"{time.TotalMilliseconds:F1} ms, {Rate(images.Count * (double)model.Edges / time.TotalSeconds)} edges/s"
            );
    }

    private static string Asked(RunOptions options) =>
        $"{(options.AsksCategories ? "categories" : "outputs")} of {(options.PacksBits ? "packed bits" : "values")}";

    private static string Words(Verification verification) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(verification.Faulty is { } image ? $"NO, image {image} is wrong" : "yes")} "
                + $"({verification.Items} images, {verification.Alive} of them alive; "
                + $"worst error {verification.WorstError:G3}, bound {verification.LargestBound:G3}, "
                + $"{(verification.Faulty is null ? "" : "not ")}all bits as planned)"
        );

    private static string Rate(double rate) =>
        rate >= 1e12 ? FormattableString.Invariant($"{rate / 1e12:F2}·10¹²") : FormattableString.Invariant($"{rate / 1e9:F1}·10⁹");

    private static string Threads(int threads)
    {
        var count = threads == 0 ? Environment.ProcessorCount : threads;
        return FormattableString.Invariant($"{count} {(count == 1 ? "thread" : "threads")}");
    }
}
