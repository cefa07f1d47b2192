namespace SupplySim.Engine.Tests;

/// <summary>As much of NumPy's SeedSequence as gives the key behind its published Philox numbers: a seed of up to 64
/// bits is hashed into a pool of four 32-bit words, from which the key is hashed in turn (after O'Neill's seed_seq_fe).</summary>
internal static class NumpySeedSequence
{
    private const int PoolSize = 4;

    public static (ulong First, ulong Second) TwoWords(ulong seed)
    {
        unchecked
        {
            var pool = Pool((uint)seed, (uint)(seed >> 32));
            var multiplier = 0x8b51f9ddu;
            var words = new uint[4];
            for (var i = 0; i < words.Length; i++)
            {
                var word = pool[i % PoolSize] ^ multiplier;
                multiplier *= 0x58f38dedu;
                word *= multiplier;
                words[i] = word ^ (word >> 16);
            }
            return (words[0] | (ulong)words[1] << 32, words[2] | (ulong)words[3] << 32);
        }
    }

    private static uint[] Pool(uint low, uint high)
    {
        unchecked
        {
            var multiplier = 0x43b0d7e5u;
            uint[] pool = [Hash(low), Hash(high), Hash(0), Hash(0)];
            for (var source = 0; source < PoolSize; source++)
                for (var target = 0; target < PoolSize; target++)
                    if (source != target) pool[target] = Mix(pool[target], Hash(pool[source]));
            return pool;

            uint Hash(uint word)
            {
                word ^= multiplier;
                multiplier *= 0x931e8875u;
                word *= multiplier;
                return word ^ (word >> 16);
            }
        }
    }

    private static uint Mix(uint left, uint right)
    {
        unchecked
        {
            var mixed = 0xca01f9ddu * left - 0x4973f715u * right;
            return mixed ^ (mixed >> 16);
        }
    }
}
