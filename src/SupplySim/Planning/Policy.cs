namespace SupplySim.Planning;

/// <summary>How those who plan decide one kind of question. One's own is an immutable record with one method.</summary>
/// <remarks>
/// A policy is asked at decision events: something is to set out, something was learned, vehicles have come back. It is given
/// what is known, a <see cref="Situation"/>, and never the truth. It must be pure: the same question in the same situation
/// gets the same answer, and nothing is remembered in between; a run is repeated bit by bit only then. An answer that makes no
/// sense (a way that does not exist, a number that is none) ends the run and says whose it was.
/// </remarks>
public abstract record Policy
{
    /// <summary>Whether places must report their stock for it. Those built in that never look spare the run the reports.</summary>
    internal virtual bool LooksAtStocks => true;

    /// <summary>Whether crossings must report who waits there for it.</summary>
    internal virtual bool LooksAtQueues => !IsBuiltIn;

    /// <summary>Whether it comes with the library: what it reads is known, and its answers need no check.</summary>
    internal virtual bool IsBuiltIn => GetType().Assembly == typeof(Policy).Assembly;

    /// <summary>How messages call it.</summary>
    internal string Called => $"the policy {Name}";

    /// <summary>What its author calls it.</summary>
    internal virtual string Name => GetType().Name;

    /// <summary>The key of the policies at which it decides, such as <c>share</c>.</summary>
    internal abstract string Key { get; }

    /// <summary>The answer of a policy. What one's own throws, unless it is the machine that fails, is told with whose it was.</summary>
    /// <param name="policy">Who is asked.</param>
    /// <param name="situation">What is known.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="answer">Calls the one method; static, so that nothing is allocated to ask.</param>
    internal static TAnswer Ask<TPolicy, TQuestion, TAnswer>(
        TPolicy policy, Situation situation, TQuestion question, Func<TPolicy, Situation, TQuestion, TAnswer> answer)
        where TPolicy : Policy
    {
        try
        {
            return answer(policy, situation, question);
        }
        catch (Exception thrown) when (!policy.IsBuiltIn && thrown is not OutOfMemoryException)
        {
            throw new InvalidOperationException(
                $"{policy.Called} of '{policy.Key}' failed with {thrown.GetType().Name}: {thrown.Message}", thrown);
        }
    }
}
