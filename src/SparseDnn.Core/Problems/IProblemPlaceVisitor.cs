namespace SparseDnn.Problems;

/// <summary>An answer for each place that a problem can have: who adds a place is asked for all of them.</summary>
/// <typeparam name="T">What is answered.</typeparam>
internal interface IProblemPlaceVisitor<out T>
{
    /// <summary>The answer for an attribute or its argument.</summary>
    T Visit(DeclarationPlace place);

    /// <summary>The answer for the name of the declared type.</summary>
    T Visit(TypeNamePlace place);

    /// <summary>The answer for the name of a type around the declared one.</summary>
    T Visit(ContainingTypePlace place);

    /// <summary>The answer for a member of the declared type.</summary>
    T Visit(MemberPlace place);

    /// <summary>The answer for a text inside an attribute argument.</summary>
    T Visit(InlineTextPlace place);

    /// <summary>The answer for a place in a file.</summary>
    T Visit(FilePlace place);

    /// <summary>The answer for a place in a binary file.</summary>
    T Visit(ByteOffsetPlace place);

    /// <summary>The answer for an entry of a file whose line is not known.</summary>
    T Visit(FileEntryPlace place);
}
