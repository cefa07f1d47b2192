using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>Where columns ask for clearance to pass one crossing: all channels must grant, and can be reached.</summary>
/// <remarks>
/// Each channel takes its own time to answer, which passes only while it can be reached; what it has answered before it goes down is
/// answered. A clearance is granted when all have answered yes and all can be reached, and where only so many are in a day in the order
/// of the answers. It is void when it expires or a channel goes down before the first vehicle is inspected; then all are asked again, as
/// they are when one has answered no. One run, one thread.
/// </remarks>
internal sealed class ClearanceDesk : IEventHandler
{
    private readonly World _world;
    private readonly CrossingState _state;
    private readonly Clearance _rules;
    private readonly ClearanceQuota? _quota;
    private readonly Action<Convoy> _changed;
    private readonly ClearanceChannel[] _channels;
    private readonly HandlerId _handler;
    private readonly Dictionary<long, int> _numbers = []; // of requests, by column and direction
    private readonly List<ClearanceRequest?> _requests = [];
    private readonly Stack<int> _free = new();
    private int _granted; // of those who have not begun to pass

    public ClearanceDesk(Transport transport, CrossingState state, Clearance rules, Action<Convoy> changed)
    {
        (_world, _state, _rules, _changed) = (transport.World, state, rules, changed);
        _channels = [.. rules.Channels.Select(channel => new ClearanceChannel(_world, state.Plan.Crossing.Id, channel, rules))];
        _handler = _world.Simulation.Register(this);
        if (rules.PerDay is { } perDay) _quota = new ClearanceQuota(_world, state, perDay, Grant);
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
        if (!_free.TryPop(out var number))
        {
            number = _requests.Count;
            _requests.Add(null);
        }
        var request = new ClearanceRequest(number, convoy, member.Yard.NextOccasion(member.Vehicle), _channels.Length);
        _requests[number] = request;
        _numbers.Add(KeyOf(convoy), number);
        AskChannels(request);
    }

    // Where nobody is, which is the rule before a gate that clears a few a day, no column has to be looked up.
    public bool IsCleared(Convoy convoy) =>
        _granted > 0 && _numbers.TryGetValue(KeyOf(convoy), out var number) && _requests[number]!.IsGranted;

    /// <summary>The column begins to pass, and is covered from now on, or goes another way.</summary>
    /// <returns>What it was granted; null where nothing was.</returns>
    public ClearanceToken? End(Convoy convoy)
    {
        if (!_numbers.Remove(KeyOf(convoy), out var number)) return null;
        var request = _requests[number]!;
        _world.Simulation.Cancel(request.Next);
        _requests[number] = null;
        _free.Push(number);
        request.IsOver = true;
        if (request.IsGranted) _granted--;
        return request.IsGranted ? new ClearanceToken(request.Since, request.Since + _rules.Valid) : null;
    }

    private static long KeyOf(Convoy convoy) => 2 * convoy.Ordinal + (convoy.IsOutbound ? 1 : 0);

    // All channels have answered, or the grant has expired.
    void IEventHandler.Handle(long argument)
    {
        var request = _requests[(int)argument]!;
        if (request.IsGranted) Expire(request);
        else if (Array.Find(_channels, channel => channel.Refuses(request.Occasion)) is { } channel) Refuse(request, channel);
        else if (_quota is null) Grant(request);
        else _quota.Add(request);
    }

    private void Expire(ClearanceRequest request)
    {
        request.IsGranted = false;
        _granted--;
        AskChannels(request);
        _changed(request.Convoy);
    }

    private void Grant(ClearanceRequest request)
    {
        request.IsGranted = true;
        _granted++;
        request.Since = _world.Now;
        request.Next = _world.Simulation.Schedule(_rules.Valid, Priorities.StatusChange, _handler, request.Number);
        _changed(request.Convoy);
    }

    private void Refuse(ClearanceRequest request, ClearanceChannel channel)
    {
        if (_world.Story is not null)
            _world.Tell(HappeningKind.Refused, _state.Plan.Crossing.Id, $"{channel.Rules.Id}, {request.Convoy.Name}");
        AskChannels(request);
    }

    private void AskChannels(ClearanceRequest request)
    {
        request.Ask();
        for (var channel = 0; channel < _channels.Length; channel++) request.Left[channel] = _channels[channel].Sample(request.Occasion);
        request.Since = _world.Now;
        if (_state.ChannelsUp) GoOn(request);
    }

    // All can be reached: they have answered when the slowest has.
    private void GoOn(ClearanceRequest request)
    {
        if (request.IsAnswered || _world.Simulation.IsPending(request.Next)) return;
        request.Since = _world.Now;
        var slowest = TimeSpan.Zero;
        foreach (var left in request.Left)
            if (left > slowest) slowest = left;
        request.Next = _world.Simulation.Schedule(slowest, Priorities.StatusChange, _handler, request.Number);
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

    private void PassTime(ClearanceRequest request)
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
            if (_requests[number] is { } frozen) GoOn(frozen);
    }

    // Grants are void before anybody is told: nobody passes on one of them at the last moment.
    private void GoDown()
    {
        var voided = _requests.OfType<ClearanceRequest>().Where(Void).ToArray();
        _state.SetChannels(up: false);
        foreach (var request in voided)
        {
            if (request.IsOver) continue;
            AskChannels(request);
            _changed(request.Convoy);
        }
    }

    // True where there was a grant to make void.
    private bool Void(ClearanceRequest request)
    {
        _world.Simulation.Cancel(request.Next);
        var wasGranted = request.IsGranted;
        request.IsGranted = false;
        if (wasGranted) _granted--;
        return wasGranted;
    }
}

/// <summary>A clearance that was granted.</summary>
/// <param name="Granted">When.</param>
/// <param name="Expires">From when on it is void.</param>
internal readonly record struct ClearanceToken(SimTime Granted, SimTime Expires);
