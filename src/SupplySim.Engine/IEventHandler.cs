namespace SupplySim.Engine;

/// <summary>What happens when an event is due. Handlers are long-lived objects, registered once; an event carries only
/// the handler's id and one number, so that nothing is allocated for it.</summary>
/// <remarks><see cref="object.ToString"/> of a handler is its name in the messages of failures.</remarks>
public interface IEventHandler
{
    /// <summary>Called at the event's time. May schedule, cancel and wake anything; must not run the simulation.</summary>
    /// <param name="argument">The number given when the event was scheduled.</param>
    void Handle(long argument);
}
