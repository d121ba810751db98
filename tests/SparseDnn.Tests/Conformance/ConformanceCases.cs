using System.Collections.Generic;

namespace SparseDnn.Tests.Conformance;

/// <summary>Every built-in semiring in every element type in which it exists, pairs of them, and semirings that users declare.</summary>
public static class ConformanceCases
{
    public static IReadOnlyList<ConformanceCase> All { get; } =
    [
        ConformanceCase.Of<float, MaxPlus>(MaxPlusSingle.Network, typeof(MaxPlusSingle)),
        ConformanceCase.Of<double, MaxPlus>(MaxPlusDouble.Network, typeof(MaxPlusDouble)),
        ConformanceCase.Of<float, MinPlus>(MinPlusSingle.Network, typeof(MinPlusSingle)),
        ConformanceCase.Of<double, MinPlus>(MinPlusDouble.Network, typeof(MinPlusDouble)),
        ConformanceCase.Of<float, MaxMin>(MaxMinSingle.Network, typeof(MaxMinSingle)),
        ConformanceCase.Of<double, MaxMin>(MaxMinDouble.Network, typeof(MaxMinDouble)),
        ConformanceCase.Of<float, MinMax>(MinMaxSingle.Network, typeof(MinMaxSingle)),
        ConformanceCase.Of<double, MinMax>(MinMaxDouble.Network, typeof(MinMaxDouble)),
        ConformanceCase.Of<float, Log>(LogSingle.Network, typeof(LogSingle)),
        ConformanceCase.Of<double, Log>(LogDouble.Network, typeof(LogDouble)),
        ConformanceCase.Of<float, PlusTimes>(PlusTimesSingle.Network, typeof(PlusTimesSingle)),
        ConformanceCase.Of<double, PlusTimes>(PlusTimesDouble.Network, typeof(PlusTimesDouble)),
        ConformanceCase.Of<float, MaxTimes>(MaxTimesSingle.Network, typeof(MaxTimesSingle)),
        ConformanceCase.Of<double, MaxTimes>(MaxTimesDouble.Network, typeof(MaxTimesDouble)),
        ConformanceCase.Of<float, MinTimes>(MinTimesSingle.Network, typeof(MinTimesSingle)),
        ConformanceCase.Of<double, MinTimes>(MinTimesDouble.Network, typeof(MinTimesDouble)),
        ConformanceCase.Of<int, MaxMin>(MaxMinInt32.Network, typeof(MaxMinInt32)),
        ConformanceCase.Of<long, MaxMin>(MaxMinInt64.Network, typeof(MaxMinInt64)),
        ConformanceCase.Of<int, MinMax>(MinMaxInt32.Network, typeof(MinMaxInt32)),
        ConformanceCase.Of<long, MinMax>(MinMaxInt64.Network, typeof(MinMaxInt64)),
        ConformanceCase.Of<bool, OrAnd>(OrAndBoolean.Network, typeof(OrAndBoolean)),
        ConformanceCase.Of<ulong, OrAnd>(OrAndWord64.Network, typeof(OrAndWord64)),
        ConformanceCase.Of<bool, XorAnd>(XorAndBoolean.Network, typeof(XorAndBoolean)),
        ConformanceCase.Of<ulong, XorAnd>(XorAndWord64.Network, typeof(XorAndWord64)),
        ConformanceCase.Of<int, XorAnd>(XorAndInt32.Network, typeof(XorAndInt32)),
        ConformanceCase.Of<long, XorAnd>(XorAndInt64.Network, typeof(XorAndInt64)),
        ConformanceCase.Of<ulong, UnionIntersection>(UnionIntersectionWord64.Network, typeof(UnionIntersectionWord64)),
        ConformanceCase.Of<int, UnionIntersection>(UnionIntersectionInt32.Network, typeof(UnionIntersectionInt32)),
        ConformanceCase.Of<long, UnionIntersection>(UnionIntersectionInt64.Network, typeof(UnionIntersectionInt64)),
        ConformanceCase.Of<float, MaxPlus, MinPlus>(MaxPlusThenMinPlus.Network, typeof(MaxPlusThenMinPlus)),
        ConformanceCase.Of<double, MinPlus, MaxMin>(MinPlusThenMaxMin.Network, typeof(MinPlusThenMaxMin)),
        ConformanceCase.Of<int, MaxMin, MinMax>(MaxMinThenMinMax.Network, typeof(MaxMinThenMinMax)),
        ConformanceCase.Of<float, PlusTimes, MinPlus>(PlusTimesThenMinPlus.Network, typeof(PlusTimesThenMinPlus)),
        ConformanceCase.Of<float, Lukasiewicz>(LukasiewiczThenNothing.Network, typeof(LukasiewiczThenNothing)),
        ConformanceCase.Of<double, MaxTimesByLogarithms>(LogarithmsThenNothing.Network, typeof(LogarithmsThenNothing)),
        ConformanceCase.Of<bool, Reaches>(ReachesThenNothing.Network, typeof(ReachesThenNothing)),
        ConformanceCase.Of<float, PlusTimes, MaxPlus>(MixedInFullThen.Network, typeof(MixedInFullThen)),
        ConformanceCase.Of<float, PlusTimes>(LinearFirstThenReLU.Network, typeof(LinearFirstThenReLU)),
        ConformanceCase.Of<float, PlusTimes>(PlusTimesThenBFloat16.Network, typeof(PlusTimesThenBFloat16)),
        ConformanceCase.Of<float, PlusTimes>(PlusTimesThenBothFormats.Network, typeof(PlusTimesThenBothFormats)),
        ConformanceCase.Of<float, MinPlus>(MinPlusThenBFloat16.Network, typeof(MinPlusThenBFloat16)),
    ];
}
