using System.Runtime.ExceptionServices;

namespace SupplySim.Engine.Internals;

/// <summary>A <see cref="ProcessBox"/> with the result of its body.</summary>
internal abstract class ResultBox<TResult> : ProcessBox
{
    private TResult _result = default!;

    public void End(TResult result)
    {
        _result = result;
        End(exception: null);
    }

    /// <summary>The result of the body, or what it threw; recycles the box.</summary>
    public TResult TakeResult(long version)
    {
        CheckEnded(version);
        var taken = _result;
        var thrown = Exception;
        _result = default!;
        Recycle();
        if (thrown is not null) ExceptionDispatchInfo.Throw(thrown);
        return taken;
    }
}
