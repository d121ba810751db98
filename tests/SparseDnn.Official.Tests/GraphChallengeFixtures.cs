#if GRAPHCHALLENGE_FIXTURES
namespace SparseDnn.Official.Tests;

/// <summary>Fixtures of the official network, computed while it is compiled.</summary>
[ExactFixtures(typeof(GraphChallenge1024), Items = 32, Seed = 7)]
public static partial class GraphChallengeFixtures;
#endif
