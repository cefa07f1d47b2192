using System.Globalization;
using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>How many vehicles may still be cleared at a crossing on a day of a run, and who waits for that.</summary>
/// <remarks>
/// What a column takes beyond what is left of a day is owed by the days after it; what is left of a day is not kept. They are granted in
/// the order of the answers; while nobody can be reached all of them wait, and while the crossing is shut those to whom it is. One run,
/// one thread.
/// </remarks>
internal sealed class ClearanceQuota : IEventHandler, ICrossingListener
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private readonly World _world;
    private readonly CrossingState _state;
    private readonly Number _perDay;
    private readonly Action<ClearanceRequest> _grant;
    private readonly HandlerId _handler;
    private readonly string _stream;
    private readonly List<ClearanceRequest> _waiting = []; // in the order of the answers; some may be over
    private long _day = -1;
    private long _today; // [vehicles] before anybody took of it
    private long _left; // [vehicles] of today; negative where it is owed
    private bool _areTooMany; // for what is left of the day
    private EventHandle _nextDay;

    /// <param name="world">Of the run.</param>
    /// <param name="state">The crossing.</param>
    /// <param name="perDay">[vehicles]</param>
    /// <param name="grant">Called for each whose turn has come.</param>
    public ClearanceQuota(World world, CrossingState state, Number perDay, Action<ClearanceRequest> grant)
    {
        (_world, _state, _perDay, _grant) = (world, state, perDay, grant);
        _stream = $"clearances-a-day/{state.Plan.Crossing.Id}";
        _handler = world.Simulation.Register(this);
        state.Listen(this);
    }

    /// <summary>All have answered yes.</summary>
    public void Add(ClearanceRequest answered)
    {
        answered.IsAnswered = true;
        _waiting.Add(answered);
        GrantInTurn();
    }

    // A day has begun.
    void IEventHandler.Handle(long argument) => GrantInTurn();

    // It may be open again to those who wait, or the channels may be back.
    void ICrossingListener.Changed(CrossingState crossing) => GrantInTurn();

    private void GrantInTurn()
    {
        if (!_state.ChannelsUp || _waiting.Count == 0) return;
        GoOnToToday();
        var (kept, areTooMany) = (0, false);
        for (var i = 0; i < _waiting.Count; i++)
        {
            var request = _waiting[i];
            if (request.IsOver) continue;
            var isShut = Passage.IsShut(_state, request.Convoy.Traffic, _world.Now);
            if (!isShut && _left > 0)
            {
                _left -= request.Convoy.Members.Count;
                _grant(request);
                continue;
            }
            _waiting[kept++] = request;
            areTooMany |= !isShut;
        }
        _waiting.RemoveRange(kept, _waiting.Count - kept);
        if (areTooMany) WaitForNextDay();
        else if (_areTooMany && kept == 0) Tell(areTooMany: false);
    }

    private void GoOnToToday()
    {
        for (var today = (_world.Now - SimTime.Start).Ticks / Day.Ticks; _day < today;)
        {
            _today = (long)Math.Round(_world.Sample(_perDay, _stream, ++_day), MidpointRounding.ToEven);
            _left = Math.Min(_left, 0) + _today;
        }
    }

    private void WaitForNextDay()
    {
        if (!_areTooMany) Tell(areTooMany: true);
        if (!_world.Simulation.IsPending(_nextDay))
            _nextDay = _world.Simulation.Schedule(SimTime.Start + (_day + 1) * Day, Priorities.StatusChange, _handler);
    }

    private void Tell(bool areTooMany)
    {
        _areTooMany = areTooMany;
        if (_world.Story is not null)
            _world.Tell(areTooMany ? HappeningKind.NoMoreCleared : HappeningKind.AllCleared, _state.Plan.Crossing.Id,
                areTooMany ? _today.ToString(CultureInfo.InvariantCulture) : null);
    }
}
