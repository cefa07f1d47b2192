using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SupplySim.Engine;
using SupplySim.Experiments;
using SupplySim.Results.Tests.Fixture;
using SupplySim.Results.Text;
using SupplySim.Statistics;

namespace SupplySim.Results.Tests.Text;

/// <summary>Chance or ignorance, in a sentence, in summary.json and in the report.</summary>
public sealed class SpreadsTests
{
    private static readonly ImmutableArray<UnknownFigure> Figures =
        [new("places.aster.people", "unknown(1000, 2000)"), new("disruptions.searches.inspection", "unknown(1.5, 3)"),
            new("defaults.loading", "unknown(1 h, 2 h)")];

    [Fact]
    public void What_matters_is_named_with_its_share()
    {
        var result = With(0.6, 0.2);

        var name = Names.Of(result.Scenario, "aster");
        Spreads.Sentences(result).Should().ContainSingle().Which.Should().MatchRegex(
            $"^in contested, 7\\d % of the spread of .+ is not knowing people of {name} \\([56]\\d %, [45]\\d to [67]\\d %\\) and "
                + $"inspection of searches \\([12]\\d %, \\d+ to [23]\\d %\\); the rest is chance or cannot be told from it\\.$");
        SummaryScreen.Of(result, null).Should().Contain("\nSpread: In contested, 7");
        Report.Of(result, null).Should().Contain("id=\"spread\"").And.Contain("loading of defaults").And.Contain("unknown(1.5, 3)");
    }

    [Fact]
    public void What_shows_in_nothing_is_told_with_the_most_that_it_can_be() =>
        Spreads.Sentences(With(0, 0)).Should().ContainSingle().Which.Should().MatchRegex(
            "^in contested, of what is not known \\(people of .+, inspection of searches, loading of defaults\\) nothing can be told from "
                + "chance: it is at most \\d+ % of the spread of .+\\.$");

    /// <summary>From few runs, and of what hardly ever happens, a share may be anything.</summary>
    [Fact]
    public void Where_nothing_can_be_said_that_is_said()
    {
        var result = With(0, 0);
        var first = result.Alternatives[0];
        var measures = first.Measures.Select(one =>
            one with { Spread = one.Spread! with { Split = one.Spread.Split with { Together = new(0.2, 0, 1, double.NaN) } } });
        Spreads.Sentences(result with { Alternatives = [first with { Measures = [.. measures] }] }).Should().ContainSingle().Which.Should()
            .MatchRegex(
            "nothing can be told from chance, and from \\d+ runs it cannot be said how much it is at most\\.$");
    }

    [Fact]
    public void Another_alternative_in_which_it_shows_more_is_told_besides()
    {
        var (little, much) = (With(0, 0), With(0.6, 0.2));
        var result = little with { Alternatives = [little.Alternatives[0], much.Alternatives[0] with { Name = "quiet" }] };

        var sentences = Spreads.Sentences(result);
        (sentences.Length, sentences[0][..23]).Should().Be((2, "in contested, of what i"));
        sentences[1].Should().MatchRegex("^in quiet, 7\\d % of the spread of .+ is not knowing people of");
    }

    [Fact]
    public void Where_all_is_known_or_nothing_is_random_nothing_is_said()
    {
        var result = With(0.6, 0.2);
        Spreads.Sentences(SmallExperiment.Result).Should().BeEmpty();
        Report.Of(SmallExperiment.Result, null).Should().NotContain("id=\"spread\"");
        Spreads.Sentences(result with { Alternatives = [.. result.Alternatives.Select(one => one with { IsAlike = true })] })
            .Should().BeEmpty();
        Spreads.Sentences(result with { Runs = 1 }).Should().BeEmpty();
        Spreads.Sentences(result with { Runs = 29 }).Should().ContainSingle().Which.Should().StartWith("from fewer than 30 runs");
    }

    // Draws go together by chance, most of all in few runs, and each figure is credited with its own alone.
    [Fact]
    public void Shares_come_to_no_more_than_all_where_nothing_is_chance() =>
        Spreads.Sentences(With(0.6, 0.4)).Single().Should()
            .MatchRegex("^in contested, 100 % of the spread of .+ is not knowing people of .+ \\(60 %, .+\\) and inspection of searches "
                + "\\(40 %, .+\\)\\.$");

    // A stock that is below its level at the start falls below it some ticks later with fewer people.
    [Fact]
    public void What_differs_by_a_rounding_has_no_spread()
    {
        var result = With(0.6, 0.2);
        var first = result.Alternatives[0];
        var same = first.Measures.Select(one => one with { Estimate = one.Estimate with { Min = 1e-8, P50 = 1.1e-8, Max = 2e-8 } });
        Spreads.Sentences(result with { Alternatives = [first with { Measures = [.. same] }, .. result.Alternatives.Skip(1)] })
            .Should().BeEmpty();
    }

    [Fact]
    public void The_spread_of_an_instant_is_called_so()
    {
        var result = With(0.6, 0.2);
        var measure = result.Scenario.Measures.First(one => one.Is == MeasureKind.FirstTimeBelowWarning);
        Spreads.Of(new(measure, result.Alternatives[0].Measures[0].Spread!), result.Scenario).Should().Be("when a camp is first below 7 d");
    }

    [Theory]
    [InlineData(MeasureKind.FirstTimeBelowWarning, "camps", 0.6, "^whether a camp is ever below 7 d hangs mostly on what nobody "
        + "knows: people of Aster camp \\([56]\\d %, \\d+ to \\d+ %\\); the rest is chance or cannot be told from it\\.$")]
    [InlineData(MeasureKind.TimeToRecover, "camps", 0.3, "^whether camps recover hangs in part on what nobody knows: people")]
    [InlineData(MeasureKind.TimeToRecover, "aster", 0.6, "^whether Aster camp recovers hangs mostly on")]
    [InlineData(MeasureKind.FirstTimeCaptured, "old-bridge", 0.6, "^whether Old Bridge is ever captured hangs mostly on")]
    public void Whether_something_happens_hangs_on_what_nobody_knows(MeasureKind kind, string of, double share, string sentence)
    {
        var result = With(share, 0);
        var first = result.Alternatives[0];
        var column = first.Layout.Columns.First(one => one.Detail is null);
        var whether = first.Measures[first.Layout.Columns.IndexOf(column)];
        var measured = whether with { Spread = whether.Spread! with { IsOfHappening = true } };
        var scenario = result.Scenario with { Measures = [new(column.Measure) { Of = of, Is = kind }] };
        MeasureEstimate[] measures = [.. first.Measures.Select(one => one.Column == column ? measured : one)];
        Spreads.Sentences(result with { Scenario = scenario,
            Alternatives = [first with { Scenario = scenario, Measures = [.. measures] }] })
            .Should().ContainSingle().Which.Should().MatchRegex(sentence);
    }

    // How many people there are is nothing but what is not known of them; where nothing else can be told, that is.
    [Theory]
    [InlineData(MeasureKind.People, true)]
    [InlineData(MeasureKind.Shut, true)]
    [InlineData(MeasureKind.UnmetPersonDays, false)]
    public void What_came_of_it_is_told_before_what_may_be_nothing_but_the_unknown_itself(MeasureKind kind, bool isPassedOver)
    {
        var (most, less) = (With(1, 0).Alternatives[0], With(0.6, 0.2).Alternatives[0]);
        var whole = most.Layout.Columns.Index().Where(column => column.Item.IsWhole).Select(column => column.Index).Take(2).ToArray();
        var measures = whole.Select((at, i) => new Measure(most.Layout.Columns[at].Measure)
            { Of = "camps", Is = i == 0 ? kind : MeasureKind.ConsumedPerNeed }).ToArray();
        var scenario = most.Scenario with { Measures = [.. measures] };
        string Told(params MeasureEstimate[] all) => Spreads.Sentences(SmallExperiment.Result with
        {
            Scenario = scenario, Alternatives = [most with { Scenario = scenario, Measures = [.. all] }],
        }).Single();

        Told([most.Measures[whole[0]], less.Measures[whole[1]]]).Should()
            .Contain(isPassedOver ? "of the spread of need met, camps is" : "100 % of the spread of person-days");
        Told([most.Measures[whole[0]], less.Measures[whole[1]] with { Spread = null }]).Should().StartWith("100 % of the spread of ");
    }

    [Fact]
    public void The_summary_has_every_share_with_interval_level_method_and_n()
    {
        var alternative = JsonNode.Parse(Summary.Of(With(0.6, 0.2), null).ToJson())!["alternatives"]![0]!;

        alternative["unknowns"]!.AsArray().Select(one => one!["path"]!.GetValue<string>()).Should().Equal(Figures.Select(one => one.Path));
        var spread = alternative["measures"]![0]!["spread"]!;
        spread.AsObject().Select(field => field.Key).Should().Equal("of", "n", "level", "method", "ignorance", "unknowns");
        (spread["of"]!.GetValue<string>(), spread["n"]!.GetValue<int>(), spread["level"]!.GetValue<double>()).Should()
            .Be(("value", 200, 0.95));
        var first = spread["unknowns"]![0]!;
        first.AsObject().Select(field => field.Key).Should().Equal("unknown", "share", "pValue", "sure");
        (first["unknown"]!.GetValue<string>(), first["sure"]!.GetValue<bool>()).Should().Be((Figures[0].Path, true));
        var (low, share, high) = (Of("low"), Of("share"), Of("high"));
        share.Should().BeApproximately(0.6, 0.1).And.BeGreaterThan(low).And.BeLessThan(high);

        double Of(string key) => first["share"]![key]!.GetValue<double>();
    }

    // Every measure of the first alternative as a sum of what is unknown and of chance.
    private static ExperimentResult With(double one, double other)
    {
        double[] Draws(string name) => [.. Enumerable.Range(0, 200).Select(run => new RandomStream(7, run, StreamKey.Of(name)).Uniform(0))];
        double[][] things = [.. Figures.Select(figure => Draws(figure.Path))];
        var chance = Draws("chance");
        double[] values = [.. Enumerable.Range(0, 200).Select(i =>
            Math.Sqrt(12 * one) * things[0][i] + Math.Sqrt(12 * other) * things[1][i] + Math.Sqrt(12 * (1 - one - other)) * chance[i])];
        var split = VarianceSplit.Of(values, things)!;
        var sure = Holm.Adjust([.. split.Shares.Select(share => share.PValue)]);
        var spread = new Spread
        {
            IsOfHappening = false, Split = split,
            Unknowns = [.. Figures.Select((figure, i) => new UnknownShare(figure, split.Shares[i], sure[i] <= 0.05))],
        };
        var first = SmallExperiment.Result.Alternatives[0];
        return SmallExperiment.Result with
        {
            Alternatives = [first with { Unknowns = Figures,
                Measures = [.. first.Measures.Select(measure => measure with { Spread = spread })] },
                .. SmallExperiment.Result.Alternatives.Skip(1)],
        };
    }
}
