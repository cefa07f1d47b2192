namespace SupplySim.Engine.Tests;

/// <summary>Processes that are awaited where they are called.</summary>
public class SubProcessTests
{
    private readonly Story _story = new();

    [Fact]
    public void A_sub_process_runs_within_its_caller_and_hands_back_its_result()
    {
        _story.Simulation.Start(Caller());
        _story.Tell().Should().Equal("0 calls", "0 works", "3 has 42", "3 has 7 at once", "3 done");

        async Process Caller()
        {
            _story.Log("calls");
            _story.Log($"has {await Work()}");
            _story.Log($"has {await Quick()} at once");
            await Nothing();
            _story.Log("done");
        }

        async Process<int> Work()
        {
            _story.Log("works");
            await _story.Hours(3);
            return 42;
        }

#pragma warning disable CS1998 // Without a wait on purpose: they end in the event in which they are awaited.
        async Process<int> Quick() => 7;

        async Process Nothing()
        {
        }
#pragma warning restore CS1998
    }

    [Fact]
    public void What_a_sub_process_throws_comes_out_of_the_await()
    {
        _story.Simulation.Start(Caller());
        _story.Tell().Should().Equal("0 finally", "0 caught no way", "1 finally", "1 caught too late");

        async Process Caller()
        {
            foreach (var (hours, reason) in new[] { (0, "no way"), (1, "too late") })
            {
                try
                {
                    await Failing(hours, reason);
                }
                catch (FormatException exception)
                {
                    _story.Log("caught " + exception.Message);
                }
            }
        }

        async Process Failing(int hours, string reason)
        {
            try
            {
                if (hours > 0) await _story.Hours(hours);
                throw new FormatException(reason);
            }
            finally
            {
                _story.Log("finally");
            }
        }
    }

    [Fact]
    public void Sub_processes_nest_a_hundred_thousand_deep_and_loop_a_hundred_thousand_times()
    {
        _story.Simulation.Start(Caller());
        _story.Tell().Should().Equal("0 100000", "1 100000", "1 looped");

        async Process Caller()
        {
            _story.Log($"{await Depth(100_000, 0)}");
            _story.Log($"{await Depth(100_000, 1)}");
            for (var turn = 0; turn < 100_000; turn++) await Depth(0, 0);
            _story.Log("looped");
        }

        async Process<int> Depth(int levels, int hours)
        {
            if (levels > 0) return 1 + await Depth(levels - 1, hours);
            if (hours > 0) await _story.Hours(hours);
            return 0;
        }
    }
}
