using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>The transshipment at one crossing: loads go from the trucks that bring them onto those of the far bank.</summary>
/// <remarks>
/// For each load a truck is called from its base at the far bank; what waits for one waits for the fleet. The trucks that brought the
/// loads go home from there, those of the far bank form columns of their own and go on. A load is on one of the two at every instant. One
/// run, one thread.
/// </remarks>
internal sealed class Exchange
{
    private readonly Transport _transport;
    private readonly World _world;
    private readonly CrossingState _state;
    private readonly Transshipment _rules;
    private readonly Yard _onto;
    private readonly Draw?[] _takes;
    private readonly List<Handover> _without = [];
    private readonly Dictionary<int, Formation> _formations = [];
    private int _called;

    public Exchange(Transport transport, CrossingState state, Transshipment rules)
    {
        (_transport, _world, _state, _rules) = (transport, transport.World, state, rules);
        _onto = transport.Yards[_world.Catalogue.FleetNumber(rules.Onto)];
        _takes = new Draw?[_world.Catalogue.Fleets.Length];
        Docks = new Stage(_world, state, rules.Docks);
        _onto.Claimants.Add(Call);
    }

    /// <summary>Where the loads change trucks.</summary>
    public Stage Docks { get; }

    /// <summary>The trucks of the far bank that gather, by destination.</summary>
    public IReadOnlyCollection<Formation> Formations => _formations.Values;

    /// <summary>Whether what a fleet brings changes trucks here: not where its base is that of the far bank's trucks.</summary>
    public bool Binds(Yard yard) => _transport.BaseOf(yard) != _transport.BaseOf(_onto);

    /// <summary>A laden truck has come.</summary>
    public void Add(Convoy convoy, Member member)
    {
        FormationTo(member.Load!.To).Expected++;
        var handover = new Handover(this, convoy, member) { IsReady = false };
        _without.Add(handover);
        Docks.Add(handover);
        Call();
    }

    /// <summary>[time] How long the next load of a truck takes to change.</summary>
    public TimeSpan Sample(Member member)
    {
        ref var draw = ref _takes[member.Yard.Number];
        draw ??= _world.Draw(_rules.Takes, $"transshipment/{_state.Plan.Crossing.Id}/{member.Yard.Fleet.Id}");
        return draw.Value.Sample(member.Yard.NextOccasion(member.Vehicle));
    }

    /// <summary>A load has changed trucks.</summary>
    public void Done(Member from, Member onto)
    {
        (onto.Load, from.Load) = (from.Load, null);
        var formation = FormationTo(onto.Load!.To);
        formation.Expected--;
        formation.Add(onto);
        formation.TryGo();
    }

    /// <summary>A load is lost before it changed trucks, and with it the truck that had come for it.</summary>
    public void Lost(Handover handover, int destination, Member? onto)
    {
        _without.Remove(handover);
        if (onto is not null)
        {
            onto.Yard.State.Depart(1);
            onto.Yard.State.Lose(1);
            _world.Losses.NoteVehicle(destination);
            _world.Tell(HappeningKind.Lost, onto.Yard.Fleet.Id, $"vehicle {onto.Vehicle}");
        }
        var formation = FormationTo(destination);
        formation.Expected--;
        formation.TryGo();
    }

    // A truck for each load that none has come for, as far as there are any.
    private void Call()
    {
        for (; _onto.Idle > 0 && _called < _without.Count; _called++)
        {
            var truck = new Member(_onto, _onto.Take());
            var alone = new Convoy(_transport, [truck], _transport.BaseOf(_onto), _state.Place);
            _world.Simulation.Start(Come(truck, alone, _without[_called].BoundFor), _onto.Fleet.Id);
        }
    }

    private async Process Come(Member truck, Convoy alone, int onward)
    {
        var isThere = await alone.Reposition(onward);
        _called--;
        // What it was called for may have been lost meanwhile.
        if (isThere && _without.Count == 0) new Convoy(_transport, [truck], _state.Place, _transport.BaseOf(_onto)).GoHome();
        else if (isThere)
        {
            var next = _without[0];
            _without.RemoveAt(0);
            next.Onto = truck;
            Docks.SetReady(next);
        }
        else Call();
    }

    private Formation FormationTo(int destination)
    {
        if (!_formations.TryGetValue(destination, out var formation))
            _formations.Add(destination, formation = new Formation(_transport, _onto, _state.Place, destination, () => false));
        return formation;
    }
}

/// <summary>One load that changes trucks.</summary>
internal sealed class Handover(Exchange exchange, Convoy convoy, Member from) : Visit(convoy.Traffic)
{
    private readonly Shipment _shipment = from.Shipment;
    private bool _isTrapped;

    /// <summary>The truck that has come for it; null before.</summary>
    public Member? Onto { get; set; }

    public override Shipment Shipment => _shipment;

    /// <summary>Where the load is to go.</summary>
    public int BoundFor => _shipment.BoundFor;

    public override TimeSpan Sample() => exchange.Sample(from);

    public override void Done()
    {
        exchange.Done(from, Onto!);
        convoy.Wake();
    }

    public override void Lose()
    {
        convoy.Lose(from);
        exchange.Lost(this, _shipment.BoundFor, Onto);
        convoy.Wake();
    }

    public override void SetTrapped(bool isTrapped)
    {
        if (_isTrapped == isTrapped) return;
        _isTrapped = isTrapped;
        convoy.SetTrapped(isTrapped);
    }
}
