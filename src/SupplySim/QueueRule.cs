namespace SupplySim;

/// <summary>What a closure does to those who wait in the queue of a crossing, and to those who come to it while it lasts.</summary>
/// <remarks>Only to what brings something from where its supply line begins. A column that carries nothing is on its way home, and one
/// that took its load over at a transshipment has nowhere to bring it back to: both keep their place.</remarks>
public enum QueueRule
{
    /// <summary>They keep their place.</summary>
    Keep,

    /// <summary>They leave it for good. A column goes back to where it was loaded, and what it carries is stock there again; a
    /// stranger is gone.</summary>
    Disperse,

    /// <summary>They tell those who plan at once what they see, who then ask the <c>divert</c> policy where to go instead. A
    /// stranger keeps its place.</summary>
    Divert,
}
