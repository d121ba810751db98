using System;

namespace SparseDnn;

/// <summary>Reachability, over or-and: which nodes of a layered graph a set reaches, with the reached sets chosen first.</summary>
/// <param name="sizes">Nodes of each level, at least two levels of at least two nodes.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = false, Inherited = false)]
public sealed class ReachabilityNetworkAttribute(params int[] sizes) : GraphFamilyAttribute(sizes);
