using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Movement;

/// <summary>One channel of a clearance during a run: how long it takes to answer, and whether it can be reached.</summary>
/// <remarks>Several reasons may keep it down; the last to go brings it back.</remarks>
internal sealed class ClearanceChannel(World world, string crossing, Channel channel, Clearance clearance)
{
    private readonly Draw _answers = world.Draw((channel.GrantedIn ?? clearance.GrantedIn)!, $"clearance/{crossing}/{channel.Id}");
    private readonly Draw _up = world.Draw(channel.UpFor ?? TimeSpan.Zero, $"channel-up/{crossing}/{channel.Id}");
    private readonly Draw _down = world.Draw(channel.DownFor ?? TimeSpan.Zero, $"channel-down/{crossing}/{channel.Id}");
    private readonly Number? _refused = channel.Refused ?? clearance.Refused;
    private readonly string _shares = $"share-refused/{crossing}/{channel.Id}";
    private readonly RandomStream _refusals = world.Random($"refused/{crossing}/{channel.Id}");
    private int _reasons;

    public Channel Rules { get; } = channel;

    public bool IsUp => _reasons == 0;

    /// <summary>[time] How long it takes to answer.</summary>
    public TimeSpan Sample(long occasion) => _answers.Sample(occasion);

    /// <summary>Whether what it answers is no.</summary>
    public bool Refuses(long occasion) =>
        _refused is not null && _refusals.Uniform(occasion) < world.Sample(_refused, _shares, occasion);

    /// <summary>[time] How long it can be reached this time.</summary>
    public TimeSpan UpFor(int time) => _up.Sample(time);

    /// <summary>[time] How long it cannot be reached this time.</summary>
    public TimeSpan DownFor(int time) => _down.Sample(time);

    /// <summary>There is one reason more for it to be down, or one less.</summary>
    public void Change(bool isDown) => _reasons += isDown ? 1 : -1;
}
