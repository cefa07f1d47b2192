using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>Where columns ask for clearance to pass one crossing: all channels must grant, and can be reached.</summary>
/// <remarks>
/// A request asked while the channels are down waits; one under way when they go down is frozen and goes on when they are up
/// again. A grant is void when it expires or the channels go down before the first vehicle is inspected; then it is asked
/// again. One run, one thread.
/// </remarks>
internal sealed class ClearanceDesk : IEventHandler
{
    private readonly World _world;
    private readonly CrossingState _state;
    private readonly Clearance _rules;
    private readonly Action<Convoy> _changed;
    private readonly Draw[] _channels;
    private readonly HandlerId _handler;
    private readonly Dictionary<(Convoy, bool IsOutbound), int> _numbers = [];
    private readonly List<Request?> _requests = [];
    private readonly Stack<int> _free = new();

    public ClearanceDesk(Transport transport, CrossingState state, Clearance rules, Action<Convoy> changed)
    {
        (_world, _state, _rules, _changed) = (transport.World, state, rules, changed);
        _channels = [.. rules.Channels.Select(channel =>
            new Draw(rules.GrantedIn, _world.Simulation, $"clearance/{state.Plan.Crossing.Id}/{channel}"))];
        _handler = _world.Simulation.Register(this);
        if (rules.DownWhile is not { } down) return;
        var watch = _world.Follow(down);
        watch.OnTurn(() => SetChannels(!watch.IsTrue));
        if (watch.IsTrue) SetChannels(up: false);
    }

    /// <summary>Asks for a column in its present direction, if the holders want it and it was not asked before.</summary>
    public void Ask(Convoy convoy)
    {
        if (_numbers.ContainsKey((convoy, convoy.IsOutbound)) || _state.PermissionFor(convoy.Traffic) != Permission.WithClearance) return;
        var member = convoy.Members[0];
        var request = new Request(convoy, member.Yard.NextOccasion(member.Vehicle));
        if (!_free.TryPop(out var number))
        {
            number = _requests.Count;
            _requests.Add(null);
        }
        _requests[number] = request;
        _numbers.Add((convoy, convoy.IsOutbound), number);
        AskChannels(request, number);
    }

    public bool IsCleared(Convoy convoy) =>
        _numbers.TryGetValue((convoy, convoy.IsOutbound), out var number) && _requests[number]!.IsGranted;

    /// <summary>The column begins to pass, and is covered from now on, or goes another way.</summary>
    /// <returns>What it was granted; null where nothing was.</returns>
    public ClearanceToken? End(Convoy convoy)
    {
        if (!_numbers.Remove((convoy, convoy.IsOutbound), out var number)) return null;
        var request = _requests[number]!;
        _world.Simulation.Cancel(request.Next);
        _requests[number] = null;
        _free.Push(number);
        return request.IsGranted ? new ClearanceToken(request.Since, request.Since + _rules.Valid) : null;
    }

    // All channels have granted, or the grant has expired.
    void IEventHandler.Handle(long argument)
    {
        var request = _requests[(int)argument]!;
        request.IsGranted = !request.IsGranted;
        request.Since = _world.Now;
        if (request.IsGranted) request.Next = _world.Simulation.Schedule(_rules.Valid, Priorities.StatusChange, _handler, argument);
        else AskChannels(request, (int)argument);
        _changed(request.Convoy);
    }

    private void AskChannels(Request request, int number)
    {
        var occasion = request.Occasion + ((long)request.Attempts++ << 24);
        request.Remaining = TimeSpan.Zero;
        foreach (var channel in _channels)
            if (channel.Sample(occasion) is var answer && answer > request.Remaining) request.Remaining = answer;
        if (_state.ChannelsUp) GoOn(request, number);
    }

    private void GoOn(Request request, int number)
    {
        request.Since = _world.Now;
        request.Next = _world.Simulation.Schedule(request.Remaining, Priorities.StatusChange, _handler, number);
    }

    private void SetChannels(bool up)
    {
        if (up)
        {
            _state.SetChannels(up);
            for (var number = 0; number < _requests.Count; number++)
                if (_requests[number] is { } frozen) GoOn(frozen, number);
            return;
        }
        // Grants are void before anybody is told: nobody passes on one of them at the last moment.
        var voided = _requests.Select((request, number) => (request, number)).Where(one => one.request is not null && Freeze(one.request)).ToArray();
        _state.SetChannels(up);
        foreach (var (request, number) in voided)
        {
            if (_requests[number] != request) continue;
            AskChannels(request!, number);
            _changed(request!.Convoy);
        }
    }

    // True where a grant was void; where there was none yet, time stands still for the request.
    private bool Freeze(Request request)
    {
        _world.Simulation.Cancel(request.Next);
        var wasGranted = request.IsGranted;
        if (!wasGranted) request.Remaining -= _world.Now - request.Since;
        request.IsGranted = false;
        return wasGranted;
    }

    private sealed class Request(Convoy convoy, long occasion)
    {
        public Convoy Convoy { get; } = convoy;

        /// <summary>Of the draws of its first attempt.</summary>
        public long Occasion { get; } = occasion;

        /// <summary>How often it was asked.</summary>
        public int Attempts { get; set; }

        /// <summary>[time] Until it is granted, as of <see cref="Since"/>; passes only while the channels are up.</summary>
        public TimeSpan Remaining { get; set; }

        /// <summary>When it was asked or went on; once it is granted, when that was.</summary>
        public SimTime Since { get; set; }

        public bool IsGranted { get; set; }

        /// <summary>The grant or the expiry to come.</summary>
        public EventHandle Next { get; set; }
    }
}

/// <summary>A clearance that was granted.</summary>
/// <param name="Granted">When.</param>
/// <param name="Expires">From when on it is void.</param>
internal readonly record struct ClearanceToken(SimTime Granted, SimTime Expires);
