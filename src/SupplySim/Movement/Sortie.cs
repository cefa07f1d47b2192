using SupplySim.Engine;

namespace SupplySim.Movement;

/// <summary>What lies ahead of a crew that sets to work now: a load, out and back, and home where its base
/// is elsewhere; waits for opening hours and mean times on the ground included, all others left out.</summary>
/// <param name="Ready">When the aircraft is loaded.</param>
/// <param name="TakeOff">When it takes off with the load.</param>
/// <param name="Unloaded">When it is ready to go back.</param>
/// <param name="Back">When it takes off for that.</param>
/// <param name="End">When the crew's work is done.</param>
internal readonly record struct Sortie(SimTime Ready, SimTime TakeOff, SimTime Unloaded, SimTime Back, SimTime End);
