using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Conflict;

/// <summary>The offers of one stand-off or fight: when the next one comes, and whether it is accepted.</summary>
internal sealed class Negotiation
{
    private readonly FrontCourse _course;
    private Talks _rules;
    private Draw _every;
    private SimTime _since;
    private readonly int _session;
    private int _offers;

    public Negotiation(FrontCourse course, Talks rules, int session)
    {
        (_course, _rules, _session) = (course, rules, session);
        _every = course.World.Draw(rules.Every, $"offer/{course.Front.Id}");
        (_since, Next) = (course.World.Now, course.After(_every.Sample(Occasion)));
    }

    /// <summary>When the next offer is made.</summary>
    public SimTime Next { get; private set; }

    private long Occasion => Draw.Occasion(_session, _offers);

    /// <summary>From now on they talk by other rules. The next offer comes when it would have come; where
    /// that is another, as long from now as is drawn for it, as lucky as it was.</summary>
    public void GoBy(Talks rules)
    {
        var before = _rules;
        _rules = rules;
        if (Likeness.AreAlike(before.Every, rules.Every)) return;
        var (every, now) = (_course.World.Draw(rules.Every, $"offer/{_course.Front.Id}"), _course.World.Now);
        Next = _course.After(every.Sample(Occasion, TimeSpan.Zero, _every, now > _since ? now - _since : TimeSpan.Zero));
        (_every, _since) = (every, now);
    }

    /// <summary>The offer is made now; where it is refused, the next one is planned.</summary>
    public bool IsAccepted()
    {
        var (world, front) = (_course.World, _course.Front.Id);
        var isAccepted = world.Random($"talks/{front}").Happens(_rules.Accepted, Occasion);
        world.Record(Outcome.Offered, _session, isAccepted ? 1 : 0);
        world.Tell(HappeningKind.Offered, front, isAccepted ? "accepted" : "refused");
        if (isAccepted) return true;
        var cooling = _rules.Cooling is { } time ? world.Draw(time, $"cooling/{front}").Sample(Occasion) : TimeSpan.Zero;
        _offers++;
        _since = _course.After(cooling);
        Next = _course.After(cooling + _every.Sample(Occasion));
        return false;
    }
}
