using Xunit;

namespace SparseDnn.Analyzers.Tests.Editor;

/// <summary>Tests that count what the stages do, which other tests must not add to.</summary>
[CollectionDefinition(nameof(CountedWork), DisableParallelization = true)]
public sealed class CountedWork;
