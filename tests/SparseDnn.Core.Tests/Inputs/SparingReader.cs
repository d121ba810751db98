using System;
using System.IO;

namespace SparseDnn.Core.Tests.Inputs;

/// <summary>Hands out a few characters at a time, as a network stream may.</summary>
internal sealed class SparingReader(string text, int charactersAtATime) : StringReader(text)
{
    public override int Read(char[] buffer, int index, int count) => base.Read(buffer, index, Math.Min(count, charactersAtATime));
}
