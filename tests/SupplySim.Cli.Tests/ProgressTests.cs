using SupplySim.Experiments;
using SupplySim.Results.Tests.Fixture;

namespace SupplySim.Cli.Tests;

public sealed class ProgressTests : IDisposable
{
    private readonly ToolRun _tool = new();
    private readonly HandClock _clock = new();

    public ProgressTests()
    {
        _tool.Clock = _clock;
        _tool.Runner = (_, options) =>
        {
            for (var done = 1; done <= 60; done++)
            {
                _clock.Pass(TimeSpan.FromSeconds(0.5));
                options.Progress?.Report(new(done, 100));
            }
            return ToolRun.WithoutGoals(SmallExperiment.Result);
        };
    }

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void In_CI_a_line_is_told_every_ten_seconds()
    {
        _tool.Environment["CI"] = "true";

        _tool.RunScenario();

        _tool.Error.Should()
            .Be("20 of 100 runs, 2 runs/s, 40 s left\n40 of 100 runs, 2 runs/s, 30 s left\n60 of 100 runs, 2 runs/s, 20 s left\n");
    }

    [Fact]
    public void Where_nobody_looks_nothing_is_told()
    {
        _tool.RunScenario();

        _tool.Error.Should().BeEmpty();
    }

    [Fact]
    public void On_a_plain_terminal_there_are_lines()
    {
        _tool.IsTerminal = true;

        _tool.RunScenario("--plain");

        _tool.Error.Should().Contain("20 of 100 runs").And.NotContain("\u001b");
    }

    [Theory]
    [InlineData("--quiet")]
    [InlineData("-q")]
    [InlineData("--no-progress")]
    public void Who_wants_silence_gets_it(string flag)
    {
        _tool.Environment["CI"] = "true";
        _tool.IsTerminal = true;

        _tool.RunScenario(flag);

        _tool.Error.Should().BeEmpty();
    }

    [Fact]
    public void On_a_terminal_the_experiment_runs_under_a_bar_to_its_end()
    {
        _tool.IsTerminal = true;

        _tool.RunScenario("--no-color").Should().Be(ExitCode.Done);

        _tool.Asked!.Progress.Should().NotBeNull();
        _tool.Out.Should().Contain("report  ");
    }

    private sealed class HandClock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public void Pass(TimeSpan time) => _ticks += time.Ticks;

        public override long GetTimestamp() => _ticks;

        public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 11, 22, 13, 40, 5, TimeSpan.Zero).AddTicks(_ticks);
    }
}
