using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Planning;

/// <summary>The queue at one crossing as those who plan know it: how long it was some time ago, and how fast it was dealt with.</summary>
/// <remarks>Each change is noted when it happens, and heard once it is as old as news has to be. So a lag costs memory for the
/// changes within it, and no event. One run, one thread.</remarks>
internal sealed class KnownQueue
{
    private readonly long[] _laden; // [ticks] By traffic
    private readonly long[] _empty;
    private readonly (int Laden, int Empty)[] _waiting; // by line
    private Change[] _changes = new Change[16]; // a ring of what is not heard yet
    private int _first;
    private int _count;
    private readonly CrossingPlan _plan;
    private QueuePace _pace;
    private long _forBays; // [ticks] For how long those who wait for search bays keep all of them busy

    public KnownQueue(CrossingPlan plan)
    {
        (_laden, _empty) = (new long[plan.Traffics], new long[plan.Traffics]);
        (_plan, _waiting, _pace) = (plan, new (int, int)[2 * plan.Traffics], QueuePace.None);
        for (var traffic = 0; traffic < plan.Traffics; traffic++)
        {
            _laden[traffic] = plan.MeanInLane(traffic, isLaden: true).Ticks;
            _empty[traffic] = plan.MeanInLane(traffic, isLaden: false).Ticks;
        }
    }

    /// <summary>When what is known was so.</summary>
    public SimTime AsOf { get; private set; }

    /// <summary>From now on so many more wait in a line; fewer where it is below zero.</summary>
    public void Note(SimTime now, int line, int vehicles, bool isLaden) =>
        Add(new Change(now, line, isLaden ? vehicles : 0, isLaden ? 0 : vehicles, 0, null));

    /// <summary>From now on so many more wait for a search bay; fewer where it is below zero.</summary>
    public void NoteForBay(SimTime now, int vehicles, int traffic) =>
        Add(new Change(now, 0, 0, 0, vehicles * _plan.MeanInBay(traffic).Ticks, null));

    /// <summary>From now on it is dealt with at another pace.</summary>
    public void Note(SimTime now, QueuePace pace) => Add(new Change(now, 0, 0, 0, 0, pace));

    /// <summary>What has happened up to then has been heard.</summary>
    public void Hear(SimTime upTo)
    {
        AsOf = SimTime.Max(AsOf, upTo);
        for (; _count > 0 && _changes[_first].At <= upTo; _count--)
        {
            ref var change = ref _changes[_first];
            _pace = change.Pace ?? _pace;
            _waiting[change.Line].Laden += change.Laden;
            _waiting[change.Line].Empty += change.Empty;
            _forBays += change.ForBays;
            change = default;
            _first = (_first + 1) & (_changes.Length - 1);
        }
    }

    /// <summary>[vehicles] Of one traffic, in both directions.</summary>
    public int Of(int traffic)
    {
        var ((laden, empty), (ladenBack, emptyBack)) = (_waiting[traffic], _waiting[_laden.Length + traffic]);
        return laden + empty + ladenBack + emptyBack;
    }

    /// <summary>[ticks] For how long those who wait in one group of lanes keep one lane busy.</summary>
    /// <param name="group">The lanes.</param>
    /// <param name="without">A bit for each traffic that holds nobody up.</param>
    public long Work(int group, ulong without)
    {
        var work = 0L;
        for (var traffic = 0; traffic < _laden.Length; traffic++)
        {
            if ((without >> traffic & 1) != 0) continue;
            var (laden, empty) = _waiting[group * _laden.Length + traffic];
            work += laden * _laden[traffic] + empty * _empty[traffic];
        }
        return work;
    }

    /// <summary>[ticks] How long one waits for a search bay, by how often one has to.</summary>
    public long ForBay(int traffic, bool isLaden) =>
        _forBays == 0 ? 0 : (long)Math.Round(_forBays * _plan.ShareInBay(traffic, isLaden));

    /// <summary>When it is the turn of one who comes at an instant, with so much to be done before; never where it opens no more.</summary>
    public SimTime TurnOf(SimTime at, int group, int traffic, long work) => _pace.TurnOf(at, group, traffic, work);

    private void Add(in Change change)
    {
        if (_count == _changes.Length)
        {
            var more = new Change[2 * _count];
            for (var i = 0; i < _count; i++) more[i] = _changes[(_first + i) & (_count - 1)];
            (_changes, _first) = (more, 0);
        }
        _changes[(_first + _count++) & (_changes.Length - 1)] = change;
    }

    private readonly record struct Change(SimTime At, int Line, int Laden, int Empty, long ForBays, QueuePace? Pace);
}

/// <summary>How fast a queue is dealt with: the lanes that work, and the hours.</summary>
/// <param name="EachLane">By group of lanes: how long one unit of work takes, all lanes together.</param>
/// <param name="Hours">By traffic.</param>
internal sealed record QueuePace(double[] EachLane, OpeningTimes[] Hours)
{
    /// <summary>Nothing has been heard: nobody waits.</summary>
    public static QueuePace None { get; } = new([0, 0], []);

    public bool IsLike(QueuePace other) =>
        EachLane.AsSpan().SequenceEqual(other.EachLane) && Hours.AsSpan().SequenceEqual(other.Hours);

    public SimTime TurnOf(SimTime at, int group, int traffic, long work)
    {
        var wait = new TimeSpan((long)Math.Round(work * EachLane[group]));
        return Hours.Length == 0 ? at + wait : Hours[traffic].AfterOpen(at, wait);
    }
}
