using System;

namespace SparseDnn.Analyzers.Dataflow;

/// <summary>What is known of a value.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
internal interface IFlowValue<TSelf> : IEquatable<TSelf>
    where TSelf : IFlowValue<TSelf>
{
    /// <summary>What holds of either value.</summary>
    TSelf Join(TSelf other);
}
