using CsCheck;
using SupplySim.Networks;

namespace SupplySim.Tests.Networks;

/// <summary>The order in which places are settled.</summary>
public sealed class PlaceHeapTests
{
    [Fact]
    public void Places_come_out_in_order_of_cost_then_number_however_their_costs_fell() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5]).Array[1, 20].Sample(places =>
        {
            var costs = places.Select(place => (long)(place.Item1 + place.Item2)).ToArray();
            var heap = new PlaceHeap(costs);
            heap.Clear();
            for (var place = places.Length - 1; place >= 0; place--) heap.AddOrRaise(place);
            for (var place = 0; place < places.Length; place++)
            {
                costs[place] = places[place].Item1;
                heap.AddOrRaise(place);
            }
            var expected = Enumerable.Range(0, places.Length).OrderBy(place => (costs[place], place));
            return expected.All(place =>
                    heap.Holds(place) && heap.TryTake(out var first) && first == place && !heap.Holds(place))
                && !heap.TryTake(out _);
        });
}
