using System;

namespace SparseDnn.Testing;

/// <summary>What a verifier found wrong; its message shows expected and actual.</summary>
public sealed class VerificationException(string message) : Exception(message);
