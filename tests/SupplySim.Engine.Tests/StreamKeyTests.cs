namespace SupplySim.Engine.Tests;

public class StreamKeyTests
{
    /// <summary>Expected values by a second implementation, in another language, from the description of the hash.</summary>
    [Fact]
    public void The_keys_of_this_version_are_these()
    {
        Hex("a").Should().Be("2dc299cb511592031c67ef4e4f301104");
        Hex("travel/dohuk-zakho").Should().Be("cc0baaff6539dba53c78e3f470f4b413");
        Hex("fighting/فيش خابور, longer than one block of bytes").Should().Be("aca772dcf23817ba990602e08cd8de70");

        static string Hex(string name) => FormattableString.Invariant(
            $"{StreamKey.Of(name).High:x16}{StreamKey.Of(name).Low:x16}");
    }

    [Fact]
    public void Names_that_look_alike_have_different_keys()
    {
        var names = Enumerable.Range(0, 100_000).Select(index => $"inspection/truck-{index}")
            .Append("a").Append("a\0").Append("a\0\0").Append("\0a").Append("A").Append("a ").Append("\0").Append("\0\0")
            .Append(new string('x', 31)).Append(new string('x', 32)).Append(new string('x', 33)).Append(new string('x', 64));
        names.Select(StreamKey.Of).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void One_changed_character_changes_half_of_the_bits_wherever_it_is()
    {
        const int length = 100;
        var differing = new List<int>();
        for (var place = 0; place < length; place++)
        {
            var name = new string('a', length).ToCharArray();
            name[place] = 'b';
            var (one, other) = (StreamKey.Of(new string('a', length)), StreamKey.Of(new string(name)));
            differing.Add(System.Numerics.BitOperations.PopCount(one.High ^ other.High)
                + System.Numerics.BitOperations.PopCount(one.Low ^ other.Low));
        }
        differing.Average().Should().BeInRange(61.5, 66.5, "64 is expected, and its standard error is 0.57");
        differing.Should().OnlyContain(bits => bits > 30 && bits < 98, "six standard deviations of 5.7");
    }

    [Fact]
    public void A_name_that_is_empty_or_no_text_is_refused()
    {
        foreach (var name in new[] { "", "half a pair \ud800" })
        {
            var hashing = () => StreamKey.Of(name);
            hashing.Should().Throw<ArgumentException>();
        }
    }
}
