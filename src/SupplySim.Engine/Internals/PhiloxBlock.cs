namespace SupplySim.Engine.Internals;

/// <summary>Four words: a counter going into <see cref="Philox"/>, or the random numbers coming out.</summary>
internal readonly record struct PhiloxBlock(ulong Word0, ulong Word1, ulong Word2, ulong Word3)
{
    public const int Words = 4;

    public ulong this[int index] => index switch
    {
        0 => Word0,
        1 => Word1,
        2 => Word2,
        _ => Word3,
    };
}
