using SupplySim.Planning;
using SupplySim.Runs;

namespace SupplySim.Movement;

// What those who plan will hear of it, where any of them looks at queues.
internal sealed partial class CrossingQueue
{
    private readonly Situation? _told;
    private QueuePace _pace = QueuePace.None;

    // So many more wait, or fewer.
    private void TellWaiting(QueueEntry entry, int vehicles) =>
        _told?.NoteWaiting(Place, entry.Lane * _traffics + entry.Traffic, vehicles, entry.IsLaden);

    // One more waits for a search bay, or one no longer does.
    private void TellForBay(int traffic, bool comes) => _told!.NoteForBay(Place, comes ? 1 : -1, traffic);

    private void TellPace()
    {
        if (_told is null) return;
        var isByDirection = _state.Plan.Crossing.Lanes.Named is not null;
        var pace = new QueuePace([EachLane(0), isByDirection ? EachLane(1) : 0], _state.HoursByTraffic());
        if (pace.IsLike(_pace)) return;
        _told.NotePace(Place, _pace = pace);
    }

    private double EachLane(int lane) => PaceIn(lane) / LanesLeft(lane);

    // [ticks] For how long those of a line who are before an entry keep one lane busy, and all of the other lines.
    private long WorkBefore(QueueEntry entry)
    {
        var work = 0L;
        for (var traffic = 0; traffic < _traffics; traffic++)
        {
            if (traffic != entry.Traffic && IsShutFor(traffic)) continue;
            for (var one = LineOf(traffic, entry.Lane).First; one is not null && one.Sequence < entry.Sequence; one = one.Behind)
                work += (one.Count - one.Next) * _state.Plan.MeanInLane(traffic, one.IsLaden).Ticks;
        }
        return work;
    }
}
