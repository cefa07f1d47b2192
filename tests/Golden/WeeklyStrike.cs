using SupplySim;
using SupplySim.Disruptions;
using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

public sealed record WeeklyStrike(string Id, string At, Duration Lasts) : Disruption(Id)
{
    public override async Process Unfold(World world)
    {
        for (var week = 0; ; week++)
        {
            await world.Delay(TimeSpan.FromDays(7));
            using (world.Close(At, cause: Id, to: [], EnRoute.Complete)) await world.Delay(world.Sample(Lasts, $"strike/{Id}", week));
        }
    }
}
