using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SparseDnn.Analyzers.Use.Calls;

/// <summary>Where a diagnostic on a call goes.</summary>
internal static class CallPlace
{
    /// <summary>The name of the called method.</summary>
    public static Location Name(IInvocationOperation call) =>
        call.Syntax is InvocationExpressionSyntax invocation
            ? invocation.Expression switch
            {
                MemberAccessExpressionSyntax access => access.Name.Identifier.GetLocation(),
                MemberBindingExpressionSyntax binding => binding.Name.Identifier.GetLocation(),
                SimpleNameSyntax name => name.Identifier.GetLocation(),
                var expression => expression.GetLocation(),
            }
            : call.Syntax.GetLocation();
}
