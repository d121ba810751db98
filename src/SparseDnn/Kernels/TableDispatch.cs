using System.Runtime.Intrinsics;

namespace SparseDnn.Kernels;

/// <summary>From a register width known at run time to the kernel specialised on it.</summary>
internal static class TableDispatch
{
    public static void Single<TSummation>(LayerTable<float> table, VectorWidth width, ref float x, ref float y, int registers)
        where TSummation : struct, ISummation
    {
        switch (width)
        {
            case VectorWidth.Bits256: TableKernel<float, Vector256<float>, Lanes256Single, TSummation>.Run(table, ref x, ref y, registers); break;
            case VectorWidth.Bits512: TableKernel<float, Vector512<float>, Lanes512Single, TSummation>.Run(table, ref x, ref y, registers); break;
            case VectorWidth.Bits128: TableKernel<float, Vector128<float>, Lanes128Single, TSummation>.Run(table, ref x, ref y, registers); break;
            default: TableKernel<float, float, LaneSingle, TSummation>.Run(table, ref x, ref y, registers); break;
        }
    }

    public static void Double<TSummation>(LayerTable<double> table, VectorWidth width, ref double x, ref double y, int registers)
        where TSummation : struct, ISummation
    {
        switch (width)
        {
            case VectorWidth.Bits256: TableKernel<double, Vector256<double>, Lanes256Double, TSummation>.Run(table, ref x, ref y, registers); break;
            case VectorWidth.Bits512: TableKernel<double, Vector512<double>, Lanes512Double, TSummation>.Run(table, ref x, ref y, registers); break;
            case VectorWidth.Bits128: TableKernel<double, Vector128<double>, Lanes128Double, TSummation>.Run(table, ref x, ref y, registers); break;
            default: TableKernel<double, double, LaneDouble, TSummation>.Run(table, ref x, ref y, registers); break;
        }
    }
}
