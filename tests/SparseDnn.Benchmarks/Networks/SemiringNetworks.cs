using System;

namespace SparseDnn.Benchmarks.Networks;

/// <summary>The network of the semiring comparison over plus-times; those below have the same edges.</summary>
[SparseNetwork(Inputs = 1024)]
[RandomLayer(InDegree = 32, Seed = 1, MinWeight = 0, MaxWeight = 0.0625, Repeat = 8, Epilogue = Epilogue.None)]
public static partial class RandomPlusTimes;

/// <summary>Over min-plus.</summary>
[SparseNetwork(Inputs = 1024, Semiring = typeof(MinPlus))]
[RandomLayer(InDegree = 32, Seed = 1, MinWeight = 0, MaxWeight = 0.0625, Repeat = 8, Epilogue = Epilogue.None)]
public static partial class RandomMinPlus;

/// <summary>Over max-plus.</summary>
[SparseNetwork(Inputs = 1024, Semiring = typeof(MaxPlus))]
[RandomLayer(InDegree = 32, Seed = 1, MinWeight = 0, MaxWeight = 0.0625, Repeat = 8, Epilogue = Epilogue.None)]
public static partial class RandomMaxPlus;

/// <summary>Over or-and, 64 items a word.</summary>
[SparseNetwork(Inputs = 1024, Semiring = typeof(OrAnd))]
[RandomLayer(InDegree = 32, Seed = 1, Repeat = 8, Epilogue = Epilogue.None)]
public static partial class RandomOrAnd;

/// <summary>min-plus as a user writes it.</summary>
[Semiring]
public readonly partial struct UserMinPlus : ISemiring<UserMinPlus, float>
{
    /// <inheritdoc/>
    public static float Zero => float.PositiveInfinity;

    /// <inheritdoc/>
    public static float One => 0;

    /// <inheritdoc/>
    public static float Add(float a, float b) => MathF.Min(a, b);

    /// <inheritdoc/>
    public static float Multiply(float a, float b) => a + b;
}

/// <summary>Over the user's min-plus.</summary>
[SparseNetwork(Inputs = 1024, Semiring = typeof(UserMinPlus))]
[RandomLayer(InDegree = 32, Seed = 1, MinWeight = 0, MaxWeight = 0.0625, Repeat = 8, Epilogue = Epilogue.None)]
public static partial class RandomUserMinPlus;
