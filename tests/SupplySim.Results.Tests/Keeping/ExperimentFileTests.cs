using Microsoft.Data.Sqlite;
using SupplySim.Experiments;
using SupplySim.Results.Keeping;
using SupplySim.Scenarios;

namespace SupplySim.Results.Tests.Keeping;

/// <summary>What an experiment file gives back is what it was given, and what it does not hold it refuses in words.</summary>
public sealed class ExperimentFileTests : IDisposable
{
    private static readonly Scenario Contested = Read();
    private readonly string _folder = Directory.CreateTempSubdirectory("supplysim-file-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string FilePath => Path.Combine(_folder, ExperimentFile.FileName);

    // Fronts, losses, equipment, aircraft, blame: a run that has something of everything.
    private static Scenario Read() =>
        ScenarioFile.Read(Path.Combine(DataFolder.Checkout(), "examples", "fishkhabour-2017", "fishkhabour-2017.supply.yaml"));

    [Fact]
    public void A_run_comes_back_to_the_last_bit()
    {
        var bare = Contested with { Experiment = new() };
        var run = bare.Run(seed: 3, audit: true) with { Story = [], Trips = [], Stays = [], Heads = [] };
        run.Equipment.Should().NotBeEmpty();
        run.AircraftWaits.Should().NotBeEmpty();
        run.Blamed.Should().NotBeEmpty();
        run.IsRandom.Should().BeTrue();
        run.Values.Should().Contain(value => double.IsNaN(value));
        using (var file = Opened(bare)) file.Keep("baseline", 0, new RunOutcome(run, null));

        using var again = Opened(bare);
        var found = again.Find("baseline", 0, run.Layout)!.Run!;

        found.Values.Select(BitConverter.DoubleToInt64Bits).Should().Equal(run.Values.Select(BitConverter.DoubleToInt64Bits));
        found.Series.Select(BitConverter.DoubleToInt64Bits).Should().Equal(run.Series.Select(BitConverter.DoubleToInt64Bits));
        found.Should().BeEquivalentTo(run with { Seed = bare.Experiment.Seed },
            how => how.Excluding(one => one.Values).Excluding(one => one.Series));
        again.Find("baseline", 1, run.Layout).Should().BeNull();
        again.Find("other", 0, run.Layout).Should().BeNull();
    }

    // Words are told apart by reference when they are written, and may read the same all the same.
    [Fact]
    public void Words_come_back_whether_they_are_the_same_or_only_read_the_same()
    {
        var bare = Contested with { Experiment = new() };
        var run = bare.Run(seed: 3) with
        {
            HeldUp = [.. Enumerable.Range(0, 300).Select(i =>
                new HeldUp("camp-ü", $"place-{i % 7}", "hours", new TimeSpan(i)) { Awaited = i % 2 == 0 ? null : $"fleet-{i % 3}" })],
        };
        using var file = Opened(bare);
        file.Keep("baseline", 0, new RunOutcome(run, null));
        file.Find("baseline", 0, run.Layout)!.Run!.HeldUp.Should().Equal(run.HeldUp);
    }

    [Fact]
    public void An_experiment_that_was_stopped_goes_on_in_another_process_life_to_the_same_document()
    {
        var whole = Summary.Of(Experiment.Run(Contested, new() { Runs = 6 }), null).ToJson();
        using (var stop = new CancellationTokenSource())
        using (var file = new ExperimentFile(FilePath))
            Experiment.Run(Contested, new() { Runs = 6, Store = file, Progress = new After(14, stop) }, stop.Token).Ended.Should()
                .Be(ExperimentEnd.Cancelled);

        using var again = new ExperimentFile(FilePath);
        var result = Experiment.Run(Contested, new() { Runs = 6, Workers = 3, Store = again });

        Summary.Of(result, null).ToJson().Should().Be(whole);
        result.Cost.RunsFound.Should().BeGreaterThanOrEqualTo(14);
        (again.Runs, again.Replications(5), again.Replications(6)).Should().Be((30, 6, 0));
    }

    [Fact]
    public void A_failure_is_kept_with_its_words()
    {
        using (var file = Opened(Contested)) file.Keep("contested", 4, new RunOutcome(null, "it broke at 12:00; ü"));
        using var again = Opened(Contested);
        again.Find("contested", 4, Layout).Should().Be(new RunOutcome(null, "it broke at 12:00; ü"));
    }

    [Fact]
    public void Another_experiment_is_refused_by_what_differs()
    {
        Opened(Contested, seed: 1).Dispose();

        Refusal(() => Opened(Contested, seed: 2)).Should().Match<ExperimentFileException>(one => one.IsOther)
            .And.Subject.As<Exception>().Message.Should().Contain(FilePath).And.Contain("\n  seed: 1 there, 2 here\n").And
            .Contain("choose another folder");
        var other = Contested with { Fleets = [Contested.Fleets[0] with { Count = 7 }, .. Contested.Fleets.Skip(1)] };
        Refusal(() => Opened(other, seed: 1)).Message.Should()
            .Contain($"fleets.{Contested.Fleets[0].Id}.count: {Contested.Fleets[0].Count} there, 7 here");
    }

    [Fact]
    public void Another_version_is_refused_by_both_numbers()
    {
        Opened(Contested).Dispose();
        Sql("UPDATE experiment SET value = '0.0.9' WHERE path = 'supplysim'");

        var refusal = Refusal(() => Opened(Contested));
        refusal.IsOther.Should().BeTrue();
        refusal.Message.Should().Contain($"supplysim: 0.0.9 there, {ToolVersion.Number}");
    }

    [Fact]
    public void A_form_that_is_not_known_is_refused_and_left_alone()
    {
        Opened(Contested).Dispose();
        Sql("PRAGMA user_version = 9");
        Refusal(() => Opened(Contested)).Message.Should().Contain("form 9").And.Contain("reads form 8").And
            .Contain("Run the scenario anew into another folder");
    }

    [Fact]
    public void A_second_process_would_be_refused()
    {
        using var first = Opened(Contested);
        Refusal(() => Opened(Contested)).Message.Should().Contain("is in use: another process").And.Contain("Wait for it to end");
        first.Dispose();
        Opened(Contested).Dispose();
    }

    [Fact]
    public void An_empty_file_is_what_a_kill_at_the_beginning_leaves_and_is_taken()
    {
        File.WriteAllBytes(FilePath, []);
        using var file = Opened(Contested);
        file.Runs.Should().Be(0);
    }

    [Theory]
    [InlineData("not a database at all, only words that somebody wrote down here", "is no experiment file")]
    [InlineData("SQLite format 3", "is no experiment file")]
    public void Something_else_is_refused(string content, string words)
    {
        File.WriteAllText(FilePath, content.PadRight(4096));
        Refusal(() => Opened(Contested)).Message.Should().Contain(words);
        File.ReadAllText(FilePath).Should().Be(content.PadRight(4096));
    }

    [Fact]
    public void A_database_of_something_else_is_refused()
    {
        Sql("CREATE TABLE song (title TEXT)");
        Refusal(() => Opened(Contested)).Message.Should().Contain("is a database of something else");
    }

    [Fact]
    public void A_folder_in_its_place_and_a_folder_that_is_not_there_are_told()
    {
        Directory.CreateDirectory(FilePath);
        Refusal(() => Opened(Contested)).Message.Should().Contain("cannot be opened");
        Refusal(() => new ExperimentFile(Path.Combine(_folder, "none", "x.db")).Begin(ExperimentIdentity.Of(Contested))).Message.Should()
            .Contain("cannot be opened");
    }

    // A bit that turned on the disk does not become a result.
    [Theory]
    [InlineData("CAST(substr(content, 1, 40) || x'ff' || substr(content, 42) AS BLOB)")]
    [InlineData("substr(content, 1, 40)")]
    [InlineData("'words'")]
    [InlineData("NULL")]
    public void Damage_is_told_and_not_computed_with(string instead)
    {
        using (var file = new ExperimentFile(FilePath)) Experiment.Run(Contested, new() { Runs = 2, Store = file });
        Sql($"UPDATE run SET content = {instead} WHERE replication = 1 AND alternative = 2");

        using var again = new ExperimentFile(FilePath);
        var refusal = Refusal(() => Experiment.Run(Contested, new() { Runs = 2, Store = again }));
        refusal.Message.Should().Contain("is damaged: run 1 of '").And.Contain("does not read").And.Contain("Delete it");
        refusal.IsOther.Should().BeFalse();
    }

    /// <summary>A failure that was rewritten, made up or taken away, and any row under the number of another.</summary>
    [Theory]
    [InlineData("UPDATE run SET failure = 'nothing' WHERE failure IS NOT NULL")]
    [InlineData("UPDATE run SET failure = NULL WHERE failure IS NOT NULL")]
    [InlineData("UPDATE run SET failure = 'it broke', content = NULL WHERE replication = 1")]
    [InlineData("UPDATE run SET failure = 'it broke' WHERE replication = 1")]
    [InlineData("UPDATE run SET id = id + 9 WHERE replication = 0; UPDATE run SET id = id - 1 WHERE replication = 1")]
    [InlineData("UPDATE run SET id = id + 9 WHERE replication = 1; UPDATE run SET id = id + 1 WHERE replication = 0")]
    [InlineData("UPDATE alternative SET name = 'x' || name; UPDATE alternative SET name = 'contested' WHERE name = 'xno-fighting'")]
    public void A_row_that_is_not_as_it_was_kept_is_told(string change)
    {
        var bare = Contested with
        {
            Experiment = new() { Compare = [new("contested", Contested with { Experiment = new() }),
                new("no-fighting", Contested with { Experiment = new() })] },
        };
        var run = Contested.Run(seed: 3) with { Story = [], Trips = [], Stays = [], Heads = [] };
        using (var file = Opened(bare))
        {
            file.Keep("contested", 0, new RunOutcome(null, "it broke at 12:00"));
            file.Keep("contested", 1, new RunOutcome(run, null));
            file.Keep("no-fighting", 0, new RunOutcome(null, "it broke at 12:00"));
            file.Keep("no-fighting", 1, new RunOutcome(run, null));
        }
        foreach (var one in change.Split(';')) Sql(one);

        using var again = Opened(bare);
        var look = () => Enumerable.Range(0, 2).Select(number => again.Find("contested", number, run.Layout)).ToArray();
        look.Should().Throw<ExperimentFileException>().Which.Message.Should().Contain("is damaged: run ").And.Contain("does not read");
    }

    /// <summary>The same alternative, number and bytes, but kept for another seed.</summary>
    [Fact]
    public void A_row_of_another_experiment_is_told()
    {
        using (var file = Opened(Contested, seed: 1)) file.Keep("contested", 0, new RunOutcome(null, "it broke"));
        File.Move(FilePath, FilePath + ".other");
        using (var file = Opened(Contested, seed: 2)) file.Keep("contested", 0, new RunOutcome(null, "it broke"));
        Sql($"ATTACH '{FilePath}.other' AS other; DELETE FROM run; INSERT INTO run (id, failure, content, digest) SELECT id, failure, "
            + $"content, digest FROM other.run");

        using var again = Opened(Contested, seed: 2);
        Refusal(() => again.Find("contested", 0, Layout)!).Message.Should().Contain("its digest is another");
    }

    [Fact]
    public void Pages_that_were_overwritten_are_told()
    {
        using (var file = new ExperimentFile(FilePath)) Experiment.Run(Contested, new() { Runs = 4, Store = file });
        using (var stream = File.OpenWrite(FilePath))
        {
            stream.Position = 4096;
            stream.Write(new byte[stream.Length - 4096]);
        }
        Refusal(() => Opened(Contested)).Message.Should().Contain("is damaged");
    }

    [Fact]
    public void Before_it_is_begun_it_says_what_is_missing()
    {
        using var file = new ExperimentFile(FilePath);
        file.Invoking(one => one.Keep("a", 0, new RunOutcome(null, "x"))).Should().Throw<InvalidOperationException>()
            .WithMessage("*Begin*");
    }

    private static ResultLayout Layout { get; } = new() { Columns = [], Series = [], Days = 1 };

    private ExperimentFile Opened(Scenario scenario, ulong? seed = null)
    {
        var file = new ExperimentFile(FilePath);
        file.Begin(ExperimentIdentity.Of(scenario, seed));
        return file;
    }

    private static ExperimentFileException Refusal(Action open) => open.Should().Throw<ExperimentFileException>().Which;

    private static ExperimentFileException Refusal(Func<object> open) => Refusal(() => { open(); });

    private void Sql(string text)
    {
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = FilePath, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    private sealed class After(int runs, CancellationTokenSource stop) : IProgress<ExperimentProgress>
    {
        public void Report(ExperimentProgress value)
        {
            if (value.RunsDone == runs) stop.Cancel();
        }
    }
}
