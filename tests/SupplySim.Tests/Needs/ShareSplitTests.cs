using CsCheck;
using SupplySim.Needs;

namespace SupplySim.Tests.Needs;

/// <summary>Batches of people split among camps by shares, in whole people.</summary>
public sealed class ShareSplitTests
{
    private const long Ample = long.MaxValue;

    // 60 % of seven are 4.2 and 40 % are 2.8. What is owed is carried: after three batches 12.6 and 8.4 are due.
    [Fact]
    public void A_fraction_is_carried_to_the_next_batch()
    {
        var split = new ShareSplit([0.6, 0.4]);
        Split(split, 7, Ample, Ample).Should().Equal(4, 3);
        Split(split, 7, Ample, Ample).Should().Equal(4, 3);
        Split(split, 7, Ample, Ample).Should().Equal(5, 2);
        Split(split, 0, Ample, Ample).Should().Equal(0, 0);
        Split(split, 1, Ample, Ample).Should().Equal(0, 1);
    }

    // Of equals the nearest comes first.
    [Fact]
    public void One_by_one_each_has_its_turn()
    {
        var split = new ShareSplit([1.0 / 3, 1.0 / 3, 1.0 / 3]);
        Enumerable.Range(0, 6).Select(_ => Array.IndexOf(Split(split, 1, Ample, Ample, Ample), 1)).Should().Equal(0, 1, 2, 0, 1, 2);
    }

    // Each has its own first: the second camp loses none of its forty to those of the first for whom there is no room.
    [Fact]
    public void Who_finds_no_room_goes_to_the_nearest_other_that_has_some()
    {
        Split(new([0.6, 0.4, 0]), 100, 50, 45, 1000).Should().Equal(50, 45, 5);
        Split(new([0.6, 0.4, 0]), 100, 100, 0, 1000).Should().Equal(100, 0, 0);
        Split(new([0.6, 0.4, 0]), 100, 70, 0, 10).Should().Equal(70, 20, 10);
    }

    [Fact]
    public void Where_none_has_room_all_stay_with_the_camp_of_their_share() =>
        Split(new([0.6, 0.4]), 100, 10, 10).Should().Equal(60, 40);

    [Fact]
    public void Nobody_is_lost_and_over_many_batches_each_gets_its_share() =>
        Gen.Select(Gen.Int[0, 100].Array[2, 6].Where(parts => parts.Sum() > 0), Gen.Int[0, 50].Array[1, 200])
            .Sample((parts, batches) =>
            {
                var shares = parts.Select(part => (double)part / parts.Sum()).ToArray();
                var (split, given, people) = (new ShareSplit(shares), new long[parts.Length], 0L);
                foreach (var batch in batches)
                {
                    var groups = Split(split, batch, [.. parts.Select(_ => Ample)]);
                    groups.Should().OnlyContain(group => group >= 0);
                    groups.Sum().Should().Be(batch);
                    people += batch;
                    for (var camp = 0; camp < given.Length; camp++) given[camp] += groups[camp];
                }
                for (var camp = 0; camp < given.Length; camp++)
                {
                    Math.Abs(given[camp] - people * shares[camp]).Should().BeLessThan(2);
                    if (parts[camp] == 0) given[camp].Should().Be(0);
                }
            });

    // Whoever is beyond the room of all is beyond it with or without shares: no room is left unused.
    [Fact]
    public void As_many_find_room_as_there_is() =>
        Gen.Select(Gen.Int[1, 100].Array[4], Gen.Int[0, 300].Array[4], Gen.Int[0, 2000]).Sample((parts, room, people) =>
        {
            var split = new ShareSplit(parts.Select(part => (double)part / parts.Sum()));
            var groups = Split(split, people, [.. room.Select(one => (long)one)]);
            groups.Sum().Should().Be(people);
            groups.Zip(room).Sum(one => Math.Min(one.First, one.Second)).Should().Be(Math.Min(people, room.Sum()));
        });

    private static long[] Split(ShareSplit split, long people, params long[] room)
    {
        var groups = new long[room.Length];
        split.Split(people, room.ToArray(), groups);
        return groups;
    }
}
