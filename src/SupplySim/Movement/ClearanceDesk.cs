using SupplySim.Engine;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>Where columns ask for clearance to pass one crossing: all channels must grant, and can be reached.</summary>
/// <remarks>
/// A request asked while the channels are down waits; one under way when they go down is frozen and goes on when they are up
/// again. A grant is void when it expires or the channels go down before the first vehicle is inspected; then it is asked
/// again. One run, one thread.
/// </remarks>
internal sealed class ClearanceDesk
{
    private readonly World _world;
    private readonly CrossingState _state;
    private readonly Clearance _rules;
    private readonly Action<Convoy> _changed;
    private readonly Draw[] _channels;
    private readonly Signal _turned;
    private readonly Dictionary<(Convoy, bool), Request> _requests = [];

    public ClearanceDesk(Transport transport, CrossingState state, Clearance rules, Action<Convoy> changed)
    {
        (_world, _state, _rules, _changed) = (transport.World, state, rules, changed);
        _channels = [.. rules.Channels.Select(channel =>
            new Draw(rules.GrantedIn, _world.Simulation, $"clearance/{state.Plan.Crossing.Id}/{channel}"))];
        _turned = new Signal(_world.Simulation);
        if (rules.DownWhile is not { } down) return;
        var watch = _world.Follow(down);
        watch.OnTurn(() => SetChannels(!watch.IsTrue));
        if (watch.IsTrue) SetChannels(up: false);
    }

    /// <summary>Asks for a column in its present direction, if the holders want it and it was not asked before.</summary>
    public void Ask(Convoy convoy)
    {
        if (_requests.ContainsKey((convoy, convoy.IsOutbound)) || _state.PermissionFor(convoy.Traffic) != Permission.WithClearance) return;
        var request = new Request();
        _requests.Add((convoy, convoy.IsOutbound), request);
        var member = convoy.Members[0];
        _world.Simulation.Start(Pursue(convoy, request, member.Yard.NextOccasion(member.Vehicle)), "clearance");
    }

    public bool IsCleared(Convoy convoy) => _requests.TryGetValue((convoy, convoy.IsOutbound), out var request) && request.IsGranted;

    /// <summary>The column begins to pass, and is covered from now on, or goes another way.</summary>
    public void End(Convoy convoy)
    {
        if (_requests.Remove((convoy, convoy.IsOutbound), out var request)) request.IsOver = true;
    }

    private async Process Pursue(Convoy convoy, Request request, long occasion)
    {
        for (var attempt = 0; !request.IsOver; attempt++)
        {
            await WaitForAll(_channels.Max(channel => channel.Sample(occasion + ((long)attempt << 24))));
            request.IsGranted = true;
            _changed(convoy);
            await _turned.Wait(_rules.Valid, Priorities.StatusChange);
            request.IsGranted = false;
            _changed(convoy);
        }
    }

    // The time passes only while the channels are up.
    private async Process WaitForAll(TimeSpan time)
    {
        while (true)
        {
            while (!_state.ChannelsUp) await _turned.Wait();
            var since = _world.Now;
            if (!await _turned.Wait(time, Priorities.StatusChange)) return;
            time -= _world.Now - since;
        }
    }

    private void SetChannels(bool up)
    {
        _state.SetChannels(up);
        _turned.Fire();
    }

    private sealed class Request
    {
        public bool IsGranted { get; set; }

        public bool IsOver { get; set; }
    }
}
