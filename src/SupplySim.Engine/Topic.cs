namespace SupplySim.Engine;

/// <summary>A kind of event that can be listened to:
/// <c>if (delivered.IsObserved) delivered.Publish(new Delivered(…));</c></summary>
/// <remarks>Listeners are called at once, in the order in which they came, inside the event that publishes; they watch,
/// and must not change the run. While nobody listens, the question costs one comparison and nothing is made.</remarks>
/// <typeparam name="TEvent">What is published.</typeparam>
public sealed class Topic<TEvent>
{
    private Action<TEvent>? _listeners;

    internal Topic()
    {
    }

    /// <summary>Whether anybody listens.</summary>
    public bool IsObserved => _listeners is not null;

    /// <summary>Calls the listener with whatever is published from now on.</summary>
    /// <returns>Dispose it to stop listening.</returns>
    public IDisposable Listen(Action<TEvent> listener)
    {
        ArgumentNullException.ThrowIfNull(listener);
        _listeners += listener;
        return new Listening(this, listener);
    }

    /// <summary>Tells all who listen.</summary>
    public void Publish(TEvent published) => _listeners?.Invoke(published);

    private sealed class Listening(Topic<TEvent> topic, Action<TEvent> listener) : IDisposable
    {
        private Topic<TEvent>? _topic = topic;

        public void Dispose()
        {
            if (_topic is { } left) left._listeners -= listener;
            _topic = null;
        }
    }
}
