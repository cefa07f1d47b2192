namespace SupplySim.Engine.Internals;

/// <summary>Who is told a little in advance which events are due soon, to have what they need in the cache by then.</summary>
/// <remarks>Memory that lies far off answers after the time of ten events, but many questions at once: asking for what a
/// few dozen events need, before the first of them happens, costs little more than asking for one.</remarks>
internal interface IForesight
{
    /// <summary>Called with events that are probably due soon. Changes nothing that can be seen.</summary>
    void Foresee(int handler, long argument);
}
