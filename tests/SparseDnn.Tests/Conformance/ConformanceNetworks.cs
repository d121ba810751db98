namespace SparseDnn.Tests.Conformance;

[SparseNetwork(Inputs = 20, Format = ElementFormat.Binary32, Semiring = typeof(MaxPlus))]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, MinWeight = -1, MaxWeight = 1, Epilogue = Epilogue.None)]
[BandedLayer(LowerBandwidth = 2, UpperBandwidth = 1, Weight = 0.25, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 300, InDegree = 9, Seed = 4, MinWeight = -1, MaxWeight = 1, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 9, Density = 0.5, Seed = 5, MinWeight = -1, MaxWeight = 1, Epilogue = Epilogue.None)]
public static partial class MaxPlusSingle;

[SparseNetwork(Inputs = 20, Format = ElementFormat.Binary64, Semiring = typeof(MaxPlus))]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, MinWeight = -1, MaxWeight = 1, Epilogue = Epilogue.None)]
[BandedLayer(LowerBandwidth = 2, UpperBandwidth = 1, Weight = 0.25, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 300, InDegree = 9, Seed = 4, MinWeight = -1, MaxWeight = 1, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 9, Density = 0.5, Seed = 5, MinWeight = -1, MaxWeight = 1, Epilogue = Epilogue.None)]
public static partial class MaxPlusDouble;

[SparseNetwork(Inputs = 20, Format = ElementFormat.Binary32, Semiring = typeof(MinPlus))]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, MinWeight = -1, MaxWeight = 1, Epilogue = Epilogue.None)]
[BandedLayer(LowerBandwidth = 2, UpperBandwidth = 1, Weight = 0.25, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 300, InDegree = 9, Seed = 4, MinWeight = -1, MaxWeight = 1, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 9, Density = 0.5, Seed = 5, MinWeight = -1, MaxWeight = 1, Epilogue = Epilogue.None)]
public static partial class MinPlusSingle;

[SparseNetwork(Inputs = 20, Format = ElementFormat.Binary64, Semiring = typeof(MinPlus))]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, MinWeight = -1, MaxWeight = 1, Epilogue = Epilogue.None)]
[BandedLayer(LowerBandwidth = 2, UpperBandwidth = 1, Weight = 0.25, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 300, InDegree = 9, Seed = 4, MinWeight = -1, MaxWeight = 1, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 9, Density = 0.5, Seed = 5, MinWeight = -1, MaxWeight = 1, Epilogue = Epilogue.None)]
public static partial class MinPlusDouble;

[SparseNetwork(Inputs = 20, Format = ElementFormat.Binary32, Semiring = typeof(MaxMin))]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, MinWeight = -1, MaxWeight = 1, Epilogue = Epilogue.None)]
[BandedLayer(LowerBandwidth = 2, UpperBandwidth = 1, Weight = 0.25, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 300, InDegree = 9, Seed = 4, MinWeight = -1, MaxWeight = 1, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 9, Density = 0.5, Seed = 5, MinWeight = -1, MaxWeight = 1, Epilogue = Epilogue.None)]
public static partial class MaxMinSingle;

[SparseNetwork(Inputs = 20, Format = ElementFormat.Binary64, Semiring = typeof(MaxMin))]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, MinWeight = -1, MaxWeight = 1, Epilogue = Epilogue.None)]
[BandedLayer(LowerBandwidth = 2, UpperBandwidth = 1, Weight = 0.25, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 300, InDegree = 9, Seed = 4, MinWeight = -1, MaxWeight = 1, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 9, Density = 0.5, Seed = 5, MinWeight = -1, MaxWeight = 1, Epilogue = Epilogue.None)]
public static partial class MaxMinDouble;

[SparseNetwork(Inputs = 20, Format = ElementFormat.Binary32, Semiring = typeof(MinMax))]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, MinWeight = -1, MaxWeight = 1, Epilogue = Epilogue.None)]
[BandedLayer(LowerBandwidth = 2, UpperBandwidth = 1, Weight = 0.25, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 300, InDegree = 9, Seed = 4, MinWeight = -1, MaxWeight = 1, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 9, Density = 0.5, Seed = 5, MinWeight = -1, MaxWeight = 1, Epilogue = Epilogue.None)]
public static partial class MinMaxSingle;

[SparseNetwork(Inputs = 20, Format = ElementFormat.Binary64, Semiring = typeof(MinMax))]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, MinWeight = -1, MaxWeight = 1, Epilogue = Epilogue.None)]
[BandedLayer(LowerBandwidth = 2, UpperBandwidth = 1, Weight = 0.25, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 300, InDegree = 9, Seed = 4, MinWeight = -1, MaxWeight = 1, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 9, Density = 0.5, Seed = 5, MinWeight = -1, MaxWeight = 1, Epilogue = Epilogue.None)]
public static partial class MinMaxDouble;

[SparseNetwork(Inputs = 20, Format = ElementFormat.Binary32, Semiring = typeof(Log))]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, MinWeight = -1, MaxWeight = 1, Epilogue = Epilogue.None)]
[BandedLayer(LowerBandwidth = 2, UpperBandwidth = 1, Weight = 0.25, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 300, InDegree = 9, Seed = 4, MinWeight = -1, MaxWeight = 1, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 9, Density = 0.5, Seed = 5, MinWeight = -1, MaxWeight = 1, Epilogue = Epilogue.None)]
public static partial class LogSingle;

[SparseNetwork(Inputs = 20, Format = ElementFormat.Binary64, Semiring = typeof(Log))]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, MinWeight = -1, MaxWeight = 1, Epilogue = Epilogue.None)]
[BandedLayer(LowerBandwidth = 2, UpperBandwidth = 1, Weight = 0.25, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 300, InDegree = 9, Seed = 4, MinWeight = -1, MaxWeight = 1, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 9, Density = 0.5, Seed = 5, MinWeight = -1, MaxWeight = 1, Epilogue = Epilogue.None)]
public static partial class LogDouble;

[SparseNetwork(Inputs = 20, Format = ElementFormat.Binary32, Semiring = typeof(PlusTimes))]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, MinWeight = -1, MaxWeight = 1, Epilogue = Epilogue.None)]
[BandedLayer(LowerBandwidth = 2, UpperBandwidth = 1, Weight = 0.25, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 300, InDegree = 9, Seed = 4, MinWeight = -1, MaxWeight = 1, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 9, Density = 0.5, Seed = 5, MinWeight = -1, MaxWeight = 1, Epilogue = Epilogue.None)]
public static partial class PlusTimesSingle;

[SparseNetwork(Inputs = 20, Format = ElementFormat.Binary64, Semiring = typeof(PlusTimes))]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, MinWeight = -1, MaxWeight = 1, Epilogue = Epilogue.None)]
[BandedLayer(LowerBandwidth = 2, UpperBandwidth = 1, Weight = 0.25, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 300, InDegree = 9, Seed = 4, MinWeight = -1, MaxWeight = 1, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 9, Density = 0.5, Seed = 5, MinWeight = -1, MaxWeight = 1, Epilogue = Epilogue.None)]
public static partial class PlusTimesDouble;

[SparseNetwork(Inputs = 20, Format = ElementFormat.Binary32, Semiring = typeof(MaxTimes))]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, MinWeight = 0.25, MaxWeight = 2, Epilogue = Epilogue.None)]
[BandedLayer(LowerBandwidth = 2, UpperBandwidth = 1, Weight = 0.75, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 300, InDegree = 9, Seed = 4, MinWeight = 0.25, MaxWeight = 2, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 9, Density = 0.5, Seed = 5, MinWeight = 0.25, MaxWeight = 2, Epilogue = Epilogue.None)]
public static partial class MaxTimesSingle;

[SparseNetwork(Inputs = 20, Format = ElementFormat.Binary64, Semiring = typeof(MaxTimes))]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, MinWeight = 0.25, MaxWeight = 2, Epilogue = Epilogue.None)]
[BandedLayer(LowerBandwidth = 2, UpperBandwidth = 1, Weight = 0.75, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 300, InDegree = 9, Seed = 4, MinWeight = 0.25, MaxWeight = 2, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 9, Density = 0.5, Seed = 5, MinWeight = 0.25, MaxWeight = 2, Epilogue = Epilogue.None)]
public static partial class MaxTimesDouble;

[SparseNetwork(Inputs = 20, Format = ElementFormat.Binary32, Semiring = typeof(MinTimes))]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, MinWeight = 0.25, MaxWeight = 2, Epilogue = Epilogue.None)]
[BandedLayer(LowerBandwidth = 2, UpperBandwidth = 1, Weight = 0.75, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 300, InDegree = 9, Seed = 4, MinWeight = 0.25, MaxWeight = 2, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 9, Density = 0.5, Seed = 5, MinWeight = 0.25, MaxWeight = 2, Epilogue = Epilogue.None)]
public static partial class MinTimesSingle;

[SparseNetwork(Inputs = 20, Format = ElementFormat.Binary64, Semiring = typeof(MinTimes))]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, MinWeight = 0.25, MaxWeight = 2, Epilogue = Epilogue.None)]
[BandedLayer(LowerBandwidth = 2, UpperBandwidth = 1, Weight = 0.75, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 300, InDegree = 9, Seed = 4, MinWeight = 0.25, MaxWeight = 2, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 9, Density = 0.5, Seed = 5, MinWeight = 0.25, MaxWeight = 2, Epilogue = Epilogue.None)]
public static partial class MinTimesDouble;

[SparseNetwork(Inputs = 20, Format = ElementFormat.Int32, Semiring = typeof(MaxMin))]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, MinWeight = -100, MaxWeight = 100, Epilogue = Epilogue.None)]
[BandedLayer(LowerBandwidth = 2, UpperBandwidth = 1, Weight = 7, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 300, InDegree = 9, Seed = 4, MinWeight = -100, MaxWeight = 100, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 9, Density = 0.5, Seed = 5, MinWeight = -100, MaxWeight = 100, Epilogue = Epilogue.None)]
public static partial class MaxMinInt32;

[SparseNetwork(Inputs = 20, Format = ElementFormat.Int64, Semiring = typeof(MaxMin))]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, MinWeight = -100, MaxWeight = 100, Epilogue = Epilogue.None)]
[BandedLayer(LowerBandwidth = 2, UpperBandwidth = 1, Weight = 7, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 300, InDegree = 9, Seed = 4, MinWeight = -100, MaxWeight = 100, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 9, Density = 0.5, Seed = 5, MinWeight = -100, MaxWeight = 100, Epilogue = Epilogue.None)]
public static partial class MaxMinInt64;

[SparseNetwork(Inputs = 20, Format = ElementFormat.Int32, Semiring = typeof(MinMax))]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, MinWeight = -100, MaxWeight = 100, Epilogue = Epilogue.None)]
[BandedLayer(LowerBandwidth = 2, UpperBandwidth = 1, Weight = 7, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 300, InDegree = 9, Seed = 4, MinWeight = -100, MaxWeight = 100, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 9, Density = 0.5, Seed = 5, MinWeight = -100, MaxWeight = 100, Epilogue = Epilogue.None)]
public static partial class MinMaxInt32;

[SparseNetwork(Inputs = 20, Format = ElementFormat.Int64, Semiring = typeof(MinMax))]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, MinWeight = -100, MaxWeight = 100, Epilogue = Epilogue.None)]
[BandedLayer(LowerBandwidth = 2, UpperBandwidth = 1, Weight = 7, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 300, InDegree = 9, Seed = 4, MinWeight = -100, MaxWeight = 100, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 9, Density = 0.5, Seed = 5, MinWeight = -100, MaxWeight = 100, Epilogue = Epilogue.None)]
public static partial class MinMaxInt64;

[SparseNetwork(Inputs = 20, Format = ElementFormat.Boolean, Semiring = typeof(OrAnd))]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, Epilogue = Epilogue.None)]
[BandedLayer(LowerBandwidth = 2, UpperBandwidth = 1, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 300, InDegree = 9, Seed = 4, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 9, Density = 0.5, Seed = 5, Epilogue = Epilogue.None)]
public static partial class OrAndBoolean;

[SparseNetwork(Inputs = 20, Format = ElementFormat.Word64, Semiring = typeof(OrAnd))]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, Epilogue = Epilogue.None)]
[BandedLayer(LowerBandwidth = 2, UpperBandwidth = 1, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 300, InDegree = 9, Seed = 4, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 9, Density = 0.5, Seed = 5, Epilogue = Epilogue.None)]
public static partial class OrAndWord64;

[SparseNetwork(Inputs = 20, Format = ElementFormat.Boolean, Semiring = typeof(XorAnd))]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, Epilogue = Epilogue.None)]
[BandedLayer(LowerBandwidth = 2, UpperBandwidth = 1, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 300, InDegree = 9, Seed = 4, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 9, Density = 0.5, Seed = 5, Epilogue = Epilogue.None)]
public static partial class XorAndBoolean;

[SparseNetwork(Inputs = 20, Format = ElementFormat.Word64, Semiring = typeof(XorAnd))]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, Epilogue = Epilogue.None)]
[BandedLayer(LowerBandwidth = 2, UpperBandwidth = 1, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 300, InDegree = 9, Seed = 4, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 9, Density = 0.5, Seed = 5, Epilogue = Epilogue.None)]
public static partial class XorAndWord64;

[SparseNetwork(Inputs = 20, Format = ElementFormat.Int32, Semiring = typeof(XorAnd))]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, MinWeight = -100, MaxWeight = 100, Epilogue = Epilogue.None)]
[BandedLayer(LowerBandwidth = 2, UpperBandwidth = 1, Weight = 7, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 300, InDegree = 9, Seed = 4, MinWeight = -100, MaxWeight = 100, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 9, Density = 0.5, Seed = 5, MinWeight = -100, MaxWeight = 100, Epilogue = Epilogue.None)]
public static partial class XorAndInt32;

[SparseNetwork(Inputs = 20, Format = ElementFormat.Int64, Semiring = typeof(XorAnd))]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, MinWeight = -100, MaxWeight = 100, Epilogue = Epilogue.None)]
[BandedLayer(LowerBandwidth = 2, UpperBandwidth = 1, Weight = 7, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 300, InDegree = 9, Seed = 4, MinWeight = -100, MaxWeight = 100, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 9, Density = 0.5, Seed = 5, MinWeight = -100, MaxWeight = 100, Epilogue = Epilogue.None)]
public static partial class XorAndInt64;

[SparseNetwork(Inputs = 20, Format = ElementFormat.Word64, Semiring = typeof(UnionIntersection))]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, MinWeight = 1, MaxWeight = 100000, Epilogue = Epilogue.None)]
[BandedLayer(LowerBandwidth = 2, UpperBandwidth = 1, Weight = 77, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 300, InDegree = 9, Seed = 4, MinWeight = 1, MaxWeight = 100000, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 9, Density = 0.5, Seed = 5, MinWeight = 1, MaxWeight = 100000, Epilogue = Epilogue.None)]
public static partial class UnionIntersectionWord64;

[SparseNetwork(Inputs = 20, Format = ElementFormat.Int32, Semiring = typeof(UnionIntersection))]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, MinWeight = -100, MaxWeight = 100, Epilogue = Epilogue.None)]
[BandedLayer(LowerBandwidth = 2, UpperBandwidth = 1, Weight = 7, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 300, InDegree = 9, Seed = 4, MinWeight = -100, MaxWeight = 100, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 9, Density = 0.5, Seed = 5, MinWeight = -100, MaxWeight = 100, Epilogue = Epilogue.None)]
public static partial class UnionIntersectionInt32;

[SparseNetwork(Inputs = 20, Format = ElementFormat.Int64, Semiring = typeof(UnionIntersection))]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, MinWeight = -100, MaxWeight = 100, Epilogue = Epilogue.None)]
[BandedLayer(LowerBandwidth = 2, UpperBandwidth = 1, Weight = 7, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 300, InDegree = 9, Seed = 4, MinWeight = -100, MaxWeight = 100, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 9, Density = 0.5, Seed = 5, MinWeight = -100, MaxWeight = 100, Epilogue = Epilogue.None)]
public static partial class UnionIntersectionInt64;

[SparseNetwork(Inputs = 20, Format = ElementFormat.Binary32)]
[Oscillate(typeof(MaxPlus), typeof(MinPlus))]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, Bias = 0.375, BiasMode = BiasMode.NonzeroSums)]
[BandedLayer(LowerBandwidth = 2, UpperBandwidth = 1, Bias = 0.375, Ceiling = 2.5)]
[RandomLayer(Outputs = 300, InDegree = 9, Seed = 4, Activation = Activation.None, BiasMode = BiasMode.NonzeroSums, Bias = 0.375)]
[RandomLayer(Outputs = 9, Density = 0.5, Seed = 5)]
public static partial class MaxPlusThenMinPlus;

[SparseNetwork(Inputs = 20, Format = ElementFormat.Binary64)]
[Oscillate(typeof(MinPlus), typeof(MaxMin))]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, Bias = 0.375, BiasMode = BiasMode.NonzeroSums)]
[BandedLayer(LowerBandwidth = 2, UpperBandwidth = 1, Bias = 0.375, Ceiling = 2.5)]
[RandomLayer(Outputs = 300, InDegree = 9, Seed = 4, Activation = Activation.None, BiasMode = BiasMode.NonzeroSums, Bias = 0.375)]
[RandomLayer(Outputs = 9, Density = 0.5, Seed = 5)]
public static partial class MinPlusThenMaxMin;

[SparseNetwork(Inputs = 20, Format = ElementFormat.Int32)]
[Oscillate(typeof(MaxMin), typeof(MinMax))]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, MinWeight = -9, MaxWeight = 9, Bias = 3, BiasMode = BiasMode.NonzeroSums)]
[BandedLayer(LowerBandwidth = 2, UpperBandwidth = 1, Bias = 3, Ceiling = 50)]
[RandomLayer(
    Outputs = 300,
    InDegree = 9,
    Seed = 4,
    MinWeight = -9,
    MaxWeight = 9,
    Activation = Activation.None,
    BiasMode = BiasMode.NonzeroSums,
    Bias = 3
)]
[RandomLayer(Outputs = 9, Density = 0.5, Seed = 5, MinWeight = -9, MaxWeight = 9)]
public static partial class MaxMinThenMinMax;

[SparseNetwork(Inputs = 20, Format = ElementFormat.Binary32)]
[Oscillate(typeof(PlusTimes), typeof(MinPlus))]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, Bias = 0.375, BiasMode = BiasMode.NonzeroSums)]
[BandedLayer(LowerBandwidth = 2, UpperBandwidth = 1, Bias = 0.375, Ceiling = 2.5)]
[RandomLayer(Outputs = 300, InDegree = 9, Seed = 4, Activation = Activation.None, BiasMode = BiasMode.NonzeroSums, Bias = 0.375)]
[RandomLayer(Outputs = 9, Density = 0.5, Seed = 5)]
public static partial class PlusTimesThenMinPlus;

[SparseNetwork(Inputs = 20, Format = ElementFormat.BFloat16)]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, Bias = 0.375, BiasMode = BiasMode.NonzeroSums)]
[BandedLayer(LowerBandwidth = 2, UpperBandwidth = 1, Weight = 0.3, Ceiling = 2.5)]
[RandomLayer(Outputs = 300, InDegree = 9, Seed = 4, Bias = -0.01)]
[RandomLayer(Outputs = 9, Density = 0.5, Seed = 5, Activation = Activation.None)]
public static partial class PlusTimesThenBFloat16;

[SparseNetwork(Inputs = 20)]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, Bias = 0.375, Format = ElementFormat.BFloat16)]
[RandomLayer(Outputs = 300, InDegree = 9, Seed = 4, Bias = -0.01)]
[RandomLayer(Outputs = 9, Density = 0.5, Seed = 5, Format = ElementFormat.BFloat16)]
public static partial class PlusTimesThenBothFormats;

[SparseNetwork(Inputs = 20, Format = ElementFormat.BFloat16, Semiring = typeof(MinPlus))]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 300, InDegree = 9, Seed = 4, Epilogue = Epilogue.None)]
[RandomLayer(Outputs = 9, Density = 0.5, Seed = 5, Epilogue = Epilogue.None)]
public static partial class MinPlusThenBFloat16;
