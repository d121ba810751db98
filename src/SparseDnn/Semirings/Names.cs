namespace SparseDnn;

#pragma warning disable CS1591, SA1649
public readonly struct PlusTimes;
public readonly struct MaxPlus;
public readonly struct MinPlus;
public readonly struct MaxTimes;
public readonly struct MinTimes;
public readonly struct MaxMin;
public readonly struct MinMax;
public readonly struct OrAnd;
public readonly struct XorAnd;
public readonly struct UnionIntersection;
public readonly struct Log;

public interface ISemiring<TSelf, T>
    where TSelf : struct, ISemiring<TSelf, T>
    where T : unmanaged
{
    static abstract T Zero { get; }
    static abstract T One { get; }
    static abstract T Add(T a, T b);
    static abstract T Multiply(T a, T b);
}
