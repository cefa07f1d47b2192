using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>Where columns ask for clearance to pass one crossing: all channels must grant, and can be reached.</summary>
/// <remarks>
/// Each channel takes its own time to answer, which passes only while it can be reached; what it has answered before it goes down is
/// answered. A clearance is granted when all have answered and all can be reached. It is void when it expires or a channel goes down
/// before the first vehicle is inspected; then all are asked again. One run, one thread.
/// </remarks>
internal sealed class ClearanceDesk : IEventHandler
{
    private readonly World _world;
    private readonly CrossingState _state;
    private readonly Clearance _rules;
    private readonly Action<Convoy> _changed;
    private readonly ClearanceChannel[] _channels;
    private readonly HandlerId _handler;
    private readonly Dictionary<long, int> _numbers = []; // of requests, by column and direction
    private readonly List<Request?> _requests = [];
    private readonly Stack<int> _free = new();

    public ClearanceDesk(Transport transport, CrossingState state, Clearance rules, Action<Convoy> changed)
    {
        (_world, _state, _rules, _changed) = (transport.World, state, rules, changed);
        _channels = [.. rules.Channels.Select(channel => new ClearanceChannel(_world, state.Plan.Crossing.Id, channel, rules))];
        _handler = _world.Simulation.Register(this);
        if (rules.DownWhile is { } down) Follow(down, _channels);
        foreach (var channel in _channels)
        {
            if (channel.Rules.DownWhile is { } own) Follow(own, [channel]);
            if (channel.Rules.UpFor is not null)
                _world.Simulation.Start(Alternate(channel), $"{state.Plan.Crossing.Id}/{channel.Rules.Id}");
        }
    }

    /// <summary>Asks for a column in its present direction, if the holders want it and it was not asked before.</summary>
    public void Ask(Convoy convoy)
    {
        if (_numbers.ContainsKey(KeyOf(convoy)) || _state.PermissionFor(convoy.Traffic) != Permission.WithClearance) return;
        var member = convoy.Members[0];
        var request = new Request(convoy, member.Yard.NextOccasion(member.Vehicle), _channels.Length);
        if (!_free.TryPop(out var number))
        {
            number = _requests.Count;
            _requests.Add(null);
        }
        _requests[number] = request;
        _numbers.Add(KeyOf(convoy), number);
        AskChannels(request, number);
    }

    public bool IsCleared(Convoy convoy) =>
        _numbers.TryGetValue(KeyOf(convoy), out var number) && _requests[number]!.IsGranted;

    /// <summary>The column begins to pass, and is covered from now on, or goes another way.</summary>
    /// <returns>What it was granted; null where nothing was.</returns>
    public ClearanceToken? End(Convoy convoy)
    {
        if (!_numbers.Remove(KeyOf(convoy), out var number)) return null;
        var request = _requests[number]!;
        _world.Simulation.Cancel(request.Next);
        _requests[number] = null;
        _free.Push(number);
        return request.IsGranted ? new ClearanceToken(request.Since, request.Since + _rules.Valid) : null;
    }

    private static long KeyOf(Convoy convoy) => 2 * convoy.Ordinal + (convoy.IsOutbound ? 1 : 0);

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
        for (var channel = 0; channel < _channels.Length; channel++) request.Left[channel] = _channels[channel].Sample(occasion);
        request.Since = _world.Now;
        if (_state.ChannelsUp) GoOn(request, number);
    }

    // All can be reached: it is granted when the slowest has answered.
    private void GoOn(Request request, int number)
    {
        if (_world.Simulation.IsPending(request.Next)) return;
        request.Since = _world.Now;
        var slowest = TimeSpan.Zero;
        foreach (var left in request.Left)
            if (left > slowest) slowest = left;
        request.Next = _world.Simulation.Schedule(slowest, Priorities.StatusChange, _handler, number);
    }

    private void Follow(Condition down, ClearanceChannel[] channels)
    {
        var watch = _world.Follow(down);
        watch.OnTurn(() => Change(channels, watch.IsTrue));
        if (watch.IsTrue) Change(channels, isDown: true);
    }

    private async Process Alternate(ClearanceChannel channel)
    {
        for (var time = 0; ; time++)
        {
            await _world.Delay(channel.UpFor(time));
            Change([channel], isDown: true);
            await _world.Delay(channel.DownFor(time));
            Change([channel], isDown: false);
        }
    }

    // Some channels cannot be reached any more, or can be again, for one reason.
    private void Change(ClearanceChannel[] channels, bool isDown)
    {
        foreach (var request in _requests)
            if (request is { IsGranted: false }) PassTime(request);
        foreach (var channel in channels) channel.Change(isDown);
        var areUp = Array.TrueForAll(_channels, channel => channel.IsUp);
        if (areUp == _state.ChannelsUp) return;
        if (_world.Story is not null)
            _world.Tell(areUp ? HappeningKind.Reachable : HappeningKind.Unreachable, _state.Plan.Crossing.Id,
                areUp ? null : string.Join(", ", _channels.Where(channel => !channel.IsUp).Select(channel => channel.Rules.Id)));
        if (areUp) GoUp();
        else GoDown();
    }

    private void PassTime(Request request)
    {
        for (var channel = 0; channel < _channels.Length; channel++)
            if (_channels[channel].IsUp && request.Left[channel] - (_world.Now - request.Since) is var left)
                request.Left[channel] = left > TimeSpan.Zero ? left : TimeSpan.Zero;
        request.Since = _world.Now;
    }

    private void GoUp()
    {
        _state.SetChannels(up: true);
        for (var number = 0; number < _requests.Count; number++)
            if (_requests[number] is { } frozen) GoOn(frozen, number);
    }

    // Grants are void before anybody is told: nobody passes on one of them at the last moment.
    private void GoDown()
    {
        var voided = _requests.Select((request, number) => (request, number))
            .Where(one => one.request is not null && Void(one.request)).ToArray();
        _state.SetChannels(up: false);
        foreach (var (request, number) in voided)
        {
            if (_requests[number] != request) continue;
            AskChannels(request!, number);
            _changed(request!.Convoy);
        }
    }

    // True where there was a grant to make void.
    private bool Void(Request request)
    {
        _world.Simulation.Cancel(request.Next);
        var wasGranted = request.IsGranted;
        request.IsGranted = false;
        return wasGranted;
    }

    private sealed class Request(Convoy convoy, long occasion, int channels)
    {
        public Convoy Convoy { get; } = convoy;

        /// <summary>Of the draws of its first attempt.</summary>
        public long Occasion { get; } = occasion;

        /// <summary>How often it was asked.</summary>
        public int Attempts { get; set; }

        /// <summary>[time] By channel: until it has answered, as of <see cref="Since"/>; passes only while it can be reached.</summary>
        public TimeSpan[] Left { get; } = new TimeSpan[channels];

        /// <summary>Up to when that was reckoned; once it is granted, when that was.</summary>
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
