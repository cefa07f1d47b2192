using SupplySim.Engine.Internals;

namespace SupplySim.Engine;

/// <summary>A <see cref="RandomStream"/> that counts its own occasions, for an owner whose draws come in one order.</summary>
/// <remarks>The n-th call of <see cref="Next"/> gives exactly the uniform of occasion n - 1. Computes four draws at a time.</remarks>
/// <param name="stream">The stream to draw from.</param>
public sealed class RandomSequence(RandomStream stream)
{
    private PhiloxBlock _block;

    /// <summary>How many numbers were drawn; also the occasion of the next.</summary>
    public long Occasions { get; private set; }

    /// <summary>The next number uniform on the open interval from 0 to 1.</summary>
    public double Next()
    {
        var word = (int)(Occasions % PhiloxBlock.Words);
        if (word == 0) _block = stream.Block(Occasions / PhiloxBlock.Words);
        stream.TellDrawn(Occasions, _block[word]);
        Occasions++;
        return RandomStream.ToUniform(_block[word]);
    }
}
