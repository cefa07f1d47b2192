namespace SupplySim.Engine.Tests;

/// <summary>What tests of services do at lanes.</summary>
internal static class Lanes
{
    /// <summary>Closes them for a time.</summary>
    public static void Close(this Story story, Resource lanes, double from, double to, int then)
    {
        story.At(from, () => lanes.Capacity = 0);
        story.At(to, () => lanes.Capacity = then);
    }

    /// <summary>Seizes, serves, and tells when.</summary>
    public static async Process Pass(this Story story, Resource lanes, string name, double hours, OnClose onClose = OnClose.Resume,
        byte priority = 128, int amount = 1)
    {
        using var hold = await lanes.Seize(amount, new Priority(priority));
        story.Log(name + " begins");
        var service = await hold.Serve(TimeSpan.FromHours(hours), onClose);
        story.Log($"{name} ends, went on at {(service.LastBegan - SimTime.Start).TotalHours}, paused {service.Pauses}");
    }
}
