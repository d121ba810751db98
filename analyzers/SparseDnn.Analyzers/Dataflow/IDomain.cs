using System;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace SparseDnn.Analyzers.Dataflow;

/// <summary>What is followed through a method: what a state is, and what the operations of a block do to it.</summary>
/// <typeparam name="TState">What is known at one point of the method.</typeparam>
internal interface IDomain<TState>
    where TState : class
{
    /// <summary>A state that can be changed without the other.</summary>
    TState Copy(TState state);

    /// <summary>Adds to a state what holds on another way to the same point. It may only become less known.</summary>
    /// <returns>Whether that changed anything.</returns>
    bool Join(TState into, TState from);

    /// <summary>Takes a state through a block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="state">What holds before it; afterwards what holds behind it.</param>
    /// <param name="observe">Shown the state after whatever changes it, for those who handle exceptions; null where nobody does.</param>
    void Transfer(BasicBlock block, TState state, Action<TState>? observe);
}
