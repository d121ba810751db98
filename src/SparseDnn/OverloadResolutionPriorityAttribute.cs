#if !NET9_0_OR_GREATER
namespace System.Runtime.CompilerServices;

/// <summary>What compilers from C# 13 on look for by its name; part of later frameworks.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property, Inherited = false)]
internal sealed class OverloadResolutionPriorityAttribute(int priority) : Attribute
{
    /// <summary>Of overloads that fit, those of the highest priority are looked at; 0 where nothing is said.</summary>
    public int Priority { get; } = priority;
}
#endif
