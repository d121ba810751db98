namespace SparseDnn.Samples.GraphChallenge;

/// <summary>What the user asked for.</summary>
/// <param name="Network"><see cref="Contender.Radix"/> or <see cref="Contender.Official"/>.</param>
/// <param name="Images">File of images; null to draw them.</param>
/// <param name="Categories">File of the expected categories; null for none.</param>
/// <param name="Out">File to write the found categories to; null for none.</param>
/// <param name="Items">Number of images; null for all of the file, or as many as the benchmark has.</param>
/// <param name="Seed">Seed of drawn images.</param>
/// <param name="Threads">Most threads; 0 for one a core.</param>
/// <param name="PacksBits">Whether the network gets the images as packed bits.</param>
/// <param name="AsksCategories">Whether the network is asked for categories alone, not for outputs.</param>
internal sealed record RunOptions(
    string Network,
    string? Images,
    string? Categories,
    string? Out,
    int? Items,
    long Seed,
    int Threads,
    bool PacksBits,
    bool AsksCategories
);
