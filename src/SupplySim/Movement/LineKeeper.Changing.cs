namespace SupplySim.Movement;

// Whether it is active, and what becomes of it in the middle of a run.
internal sealed partial class LineKeeper
{
    /// <summary>It orders by other levels, at other times or on other conditions from now on; between the
    /// same places, by the same fleet, the same goods. What it sends at a rate is counted anew; what has
    /// come due is sent all the same.</summary>
    public void Change(SupplyLine line)
    {
        var before = Line;
        Line = line;
        if (!Likeness.AreAlike((before.When, before.Until), (line.When, line.Until))) ChangeCondition();
        if (!Likeness.AreAlike((before.Send, before.Every), (line.Send, line.Every))) ChangeSending(before);
        _overdue.Look();
        if (IsByTrigger && !Likeness.AreAlike(before.Review, line.Review)) PlanReview(_world.Now);
        Reconsider();
    }

    private void ChangeCondition()
    {
        _when = null;
        if (Line.When is { } when) FollowCondition(when, Line.Until ?? when.Not());
        else _isActive = true;
        FollowActivity();
    }

    // A sending of this very instant comes after the change, and is the last of what was before; what came
    // due since the last one goes with the first of the new.
    private void ChangeSending(SupplyLine before)
    {
        var left = before.Send is { } old ? SendTimes.Due(old, _world.Now - _sendsFrom) - _sent : 0;
        var isDue = before.Send is { } rate && Line.Send is not null && NextSending(before, rate) == _world.Now;
        (_sendsFrom, _sends, _sent) = (_world.Now, isDue ? -1 : 0, -left);
        if (isDue) return;
        _world.Simulation.Cancel(_send);
        if (Line.Send is { } send) PlanSend(send);
    }

    private void FollowCondition(Condition when, Condition until)
    {
        var (start, stop) = (_world.Follow(when, To), _world.Follow(until, To));
        (_when, _isActive) = (when, Begins());
        // where both can be true, it may be over already
        start.OnTurn(() => { if (ReferenceEquals(_when, when) && (start.IsTrue || stop.IsTrue)) SetActive(Begins()); });
        stop.OnTurn(() => { if (ReferenceEquals(_when, when) && stop.IsTrue) SetActive(false); });

        bool Begins() => start.IsTrue && !stop.HoldsForGood; // after an end that has come for good, such as a date, nothing begins any more
    }

    private void SetActive(bool isActive)
    {
        _isActive = isActive;
        FollowActivity();
    }

    /// <summary>Those who plan let it fly, or do not.</summary>
    public void SetFlying(bool mayFly)
    {
        if (mayFly == _mayFly) return;
        _mayFly = mayFly;
        FollowActivity();
    }

    // What nobody can carry is not ordered: it would count as on its way, and others would order less.
    private bool IsActive => _isActive && _mayFly && (!IsByTrigger || _transport.Yards[_fleet].HasAny);

    /// <summary>Its fleet has become another, or it has become active or not.</summary>
    public void FollowActivity()
    {
        if (!IsActive || !IsByTrigger) NotePause();
        if (IsActive) Reconsider();
        else if (IsByTrigger)
        {
            TakeBack(_world.Now);
            Forget();
        }
    }
}
