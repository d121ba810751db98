using System;
using SparseDnn.Numerics;

namespace SparseDnn.Exact;

/// <summary>The C# types whose values carry storage formats.</summary>
public static class StorageTypes
{
    /// <summary>The type of a format as C# writes it: its own where C# has one, else an unsigned integer of its bits.</summary>
    /// <param name="format">The format.</param>
    public static string NameOf(StorageFormat format) =>
        format.BaseName switch
        {
            "binary64" => "double",
            "binary32" or "tf32" => "float",
            "binary16" => "global::System.Half",
            "bfloat16" => "ushort",
            "e4m3" or "e5m2" => "byte",
            "int8" => "sbyte",
            "int16" => "short",
            "int32" => "int",
            "int64" => "long",
            "bool" => "bool",
            "word64" => "ulong",
            _ => throw new ArgumentException($"No type holds {format}.", nameof(format)),
        };
}
