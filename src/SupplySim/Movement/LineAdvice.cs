using SupplySim.Engine;
using SupplySim.Planning;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>Asks for one supply line whether it flies, and to what it raises its levels, and tells the line.</summary>
/// <remarks>There only where a policy says something about such lines. One run, one thread.</remarks>
internal sealed class LineAdvice : IEventHandler
{
    private readonly Transport _transport;
    private readonly World _world;
    private readonly LineKeeper _line;
    private readonly HandlerId _handler;
    private readonly AirliftPolicy? _airlift;
    private readonly PrepositionPolicy? _preposition;
    private readonly AirliftQuestion _flight;
    private readonly PrepositionQuestion _levels;
    private EventHandle _again;

    private LineAdvice(Transport transport, LineKeeper line, int[] commodities, AirliftPolicy? airlift, PrepositionPolicy? preposition)
    {
        (_transport, _world, _line, _airlift, _preposition) = (transport, transport.World, line, airlift, preposition);
        _handler = _world.Simulation.Register(this);
        _flight = new AirliftQuestion(transport.Router, _world.Catalogue, transport.Reports.Situation, line.Line, commodities);
        _levels = new PrepositionQuestion(line.Line);
        transport.Reports.OnLearned += Ask;
        if (airlift is not null)
            transport.Reports.OnStock += place => { if (_flight.Served.Contains(_world.Catalogue.Places[place].Id)) Ask(); };
        _again = _world.Simulation.Schedule(_world.Now, Priorities.Review, _handler);
    }

    /// <summary>Begins to ask, where there is something to ask for this line.</summary>
    public static void Follow(Transport transport, LineKeeper line, int[] commodities, bool flies)
    {
        var (policies, ordersByLevel) = (transport.Reports.Policies, line.Line.UpTo is not null);
        var (airlift, preposition) = (flies ? policies.Airlift : null, ordersByLevel ? policies.Preposition : null);
        if (airlift is not null || preposition is not null) _ = new LineAdvice(transport, line, commodities, airlift, preposition);
    }

    void IEventHandler.Handle(long argument) => Ask();

    private void Ask()
    {
        var (situation, again) = (_transport.Reports.Situation, SimTime.Never);
        if (_airlift is not null)
        {
            var advice = Policy.Ask(_airlift, situation, _flight, static (policy, known, question) => policy.Decide(known, question));
            _line.SetFlying(_flight.IsFlying = advice.Value);
            again = Later(advice.AskAgain, _airlift, again);
        }
        if (_preposition is not null)
        {
            var advice = Policy.Ask(_preposition, situation, _levels, static (policy, known, question) => policy.Raise(known, question));
            if (advice.Value < TimeSpan.Zero)
                throw new InvalidOperationException(
                    $"{_preposition.Called} raises the levels of '{_line.Line.Id}' to {advice.Value}; allowed: 0 and above");
            _line.RaiseTo(advice.Value);
            again = Later(advice.AskAgain, _preposition, again);
        }
        if (again >= _world.Catalogue.Horizon) _world.Simulation.Cancel(_again);
        else if (!_world.Simulation.Reschedule(_again, again)) _again = _world.Simulation.Schedule(again, Priorities.Review, _handler);
    }

    private SimTime Later(SimTime? asked, Policy policy, SimTime other)
    {
        if (asked is not { } time) return other;
        if (time <= _world.Now)
            throw new InvalidOperationException(
                $"{policy.Called} wants to be asked about '{_line.Line.Id}' again at {time}, and it is {_world.Now}");
        return SimTime.Min(time, other);
    }
}
