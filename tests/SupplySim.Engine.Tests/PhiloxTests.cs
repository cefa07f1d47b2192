using System.Globalization;
using SupplySim.Engine.Internals;
using SupplySim.Testing;

namespace SupplySim.Engine.Tests;

public class PhiloxTests
{
    /// <summary>From Random123 (D. E. Shaw Research), tests/kat_vectors: counter, key, result of philox4x64 with 10 rounds.</summary>
    [Theory]
    [InlineData(
        "0000000000000000 0000000000000000 0000000000000000 0000000000000000", "0000000000000000 0000000000000000",
        "16554d9eca36314c db20fe9d672d0fdc d7e772cee186176b 7e68b68aec7ba23b")]
    [InlineData(
        "ffffffffffffffff ffffffffffffffff ffffffffffffffff ffffffffffffffff", "ffffffffffffffff ffffffffffffffff",
        "87b092c3013fe90b 438c3c67be8d0224 9cc7d7c69cd777b6 a09caebf594f0ba0")]
    [InlineData(
        "243f6a8885a308d3 13198a2e03707344 a4093822299f31d0 082efa98ec4e6c89", "452821e638d01377 be5466cf34e90c6c",
        "a528f45403e61d95 38c72dbd566e9788 a5a1610e72fd18b5 57bd43b5e52b7fe6")]
    public void It_gives_the_published_answers(string counter, string key, string expected)
    {
        var keys = Parse(key);
        Philox.Encrypt(Block(Parse(counter)), keys[0], keys[1]).Should().Be(Block(Parse(expected)));
    }

    [Fact]
    public void It_gives_every_answer_in_the_published_file()
    {
        var lines = File.ReadLines(DataFolder.Find("rng/random123_kat_vectors.txt"))
            .Where(line => line.StartsWith("philox4x64 10 ", StringComparison.Ordinal)).ToList();
        lines.Should().HaveCountGreaterThanOrEqualTo(3);
        foreach (var line in lines)
        {
            var words = Parse(line["philox4x64 10 ".Length..]);
            Philox.Encrypt(Block(words[..4]), words[4], words[5]).Should().Be(Block(words[6..]), line);
        }
    }

    /// <summary>NumPy seeds the key through its SeedSequence, and counts from 1.</summary>
    [Theory]
    [InlineData("rng/numpy_philox-testset-1.csv")]
    [InlineData("rng/numpy_philox-testset-2.csv")]
    public void It_gives_the_numbers_of_numpy(string file)
    {
        var lines = File.ReadAllLines(DataFolder.Find(file));
        var key = NumpySeedSequence.TwoWords(ParseHex(lines[0].Split(',')[1]));
        var expected = lines.Skip(1).Select(line => ParseHex(line.Split(',')[1])).ToArray();
        expected.Should().HaveCount(1000);
        var actual = Enumerable.Range(0, expected.Length).Select(index =>
            Philox.Encrypt(new PhiloxBlock((ulong)(1 + index / 4), 0, 0, 0), key.First, key.Second)[index % 4]);
        actual.Should().Equal(expected);
    }

    private static PhiloxBlock Block(ulong[] words) => new(words[0], words[1], words[2], words[3]);

    private static ulong[] Parse(string words) =>
        [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ParseHex)];

    private static ulong ParseHex(string text) => ulong.Parse(
        text.Trim().Replace("0x", "", StringComparison.Ordinal), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
