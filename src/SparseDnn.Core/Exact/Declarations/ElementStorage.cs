using System;
using SparseDnn.Numerics;

namespace SparseDnn.Exact;

/// <summary>The storage format of each element format.</summary>
public static class ElementStorage
{
    /// <summary>The format in which a network's own values are stored.</summary>
    /// <param name="elements">The element format.</param>
    public static StorageFormat Of(ElementFormat elements) => elements switch
    {
        ElementFormat.Binary32 => StorageFormats.Binary32,
        ElementFormat.Binary64 => StorageFormats.Binary64,
        ElementFormat.Int32 => StorageFormats.Int32(0),
        ElementFormat.Int64 => StorageFormats.TryParse("int64", out var format) ? format : throw new NotSupportedException("int64 is no storage format."),
        ElementFormat.Boolean => StorageFormats.Boolean,
        _ => StorageFormats.Word64,
    };

    /// <summary>The C# type whose values carry a storage format.</summary>
    /// <param name="format">The format.</param>
    public static string TypeName(StorageFormat format) => format.BaseName switch
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
