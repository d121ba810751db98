using System;

namespace SparseDnn.Samples.GraphChallenge;

/// <summary>Something that the user can mend: the message says what, where, and how. The program ends with exit code 2.</summary>
internal sealed class UserException(string message) : Exception(message);
