using SupplySim.Scenarios.Tests.Support;
using SupplySim.Scenarios.Vocabulary;

namespace SupplySim.Scenarios.Tests.Values;

public class ConditionTests
{
    [Theory]
    [InlineData("stock(valley) < 5 d", "stock(valley) < 5 d")]
    [InlineData("stock < 5 d", "stock < 5 d")]
    [InlineData("stock(valley) < 5 d and not open(bridge)", "(stock(valley) < 5 d and not open(bridge))")]
    [InlineData("captured(bridge) or open(bridge) and stock <= 1 week",
        "(captured(bridge) or (open(bridge) and stock <= 7 d))")]
    [InlineData("(captured(bridge) or open(bridge)) and stock > 36 h",
        "((captured(bridge) or open(bridge)) and stock > 1.5 d)")]
    [InlineData("front-distance(bridge)>=40 km", "front-distance(bridge) >= 40 km")]
    [InlineData("not not captured(bridge)", "not not captured(bridge)")]
    [InlineData("open(bridge - valley)", "open(bridge - valley)")]
    [InlineData("not open( bridge -  valley ) and open(bridge)", "(not open(bridge - valley) and open(bridge))")]
    [InlineData("any(camp.stock) < 5 d or all(camp.stock) > 10 d", "(any(camp.stock) < 5 d or all(camp.stock) > 10 d)")]
    [InlineData("stock( valley.food ) < 5 d or stock(food) >= 2 d", "(stock(valley.food) < 5 d or stock(food) >= 2 d)")]
    [InlineData("any(camp.food) < 5 d or all( camp.tents ) > 10 d", "(any(camp.food) < 5 d or all(camp.tents) > 10 d)")]
    [InlineData("since(2017-10-26) and not since( day 12.5 )", "(since(2017-10-26) and not since(day 12.5))")]
    [InlineData("since(2017-10-26T06:00+03:00)", "since(2017-10-26T06:00+03:00)")]
    [InlineData("readiness < 60 % or readiness >= 0.125", "(readiness < 60 % or readiness >= 12.5 %)")]
    public void Conditions_bind_not_before_and_before_or(string text, string written) =>
        ReadOne.Value(Kinds.ConditionHere, text).ToString().Should().Be(written);

    [Theory]
    [InlineData("", "SS0210", -6)]
    [InlineData("stock", "SS0312", 1)]
    [InlineData("stock < 5", "SS0304", 9)]
    [InlineData("stock < 5 and captured(bridge)", "SS0304", 9)]
    [InlineData("stock < 5 km", "SS0303", 9)]
    [InlineData("stock < -5 d", "SS0306", 9)]
    [InlineData("stock = 5 d", "SS0312", 1)]
    [InlineData("fight-distance(bridge) < 5 d", "SS0303", 26)]
    [InlineData("fight-distance < 5 km", "SS0312", 16)]
    [InlineData("open(valley)", "SS0208", 6)]
    [InlineData("open(bridge", "SS0312", 12)]
    [InlineData("open(valley - bridge)", "SS0208", 6)]
    [InlineData("open(bridge - valley (air))", "SS0208", 6)]
    [InlineData("open(bridge -)", "SS0208", 6)]
    [InlineData("open(bridge - valley", "SS0312", 21)]
    [InlineData("captured(bridge - valley)", "SS0312", 17)]
    [InlineData("open(bridge) and", "SS0312", 17)]
    [InlineData("open(bridge) xor captured(bridge)", "SS0312", 14)]
    [InlineData("(open(bridge)", "SS0312", 14)]
    [InlineData("opened(bridge)", "SS0312", 1)]
    [InlineData("any(depot.stock) < 5 d", "SS0312", 5)]
    [InlineData("any(camp.fod) < 5 d", "SS0208", 10)]
    [InlineData("any(camp.) < 5 d", "SS0312", 5)]
    [InlineData("stock(valley.fod) < 5 d", "SS0208", 14)]
    [InlineData("stock(fod) < 5 d", "SS0208", 7)]
    [InlineData("stock() < 5 d", "SS0312", 7)]
    [InlineData("stock(valley, food) < 5 d", "SS0312", 13)]
    [InlineData("stock(valley.food < 5 d", "SS0312", 19)]
    [InlineData("5 d > stock", "SS0312", 1)]
    [InlineData("since", "SS0312", 6)]
    [InlineData("since(", "SS0312", 7)]
    [InlineData("since(2017-13-01)", "SS0312", 7)]
    [InlineData("since(bridge)", "SS0312", 7)]
    [InlineData("since(day 5", "SS0312", 7)]
    [InlineData("date > 2017-10-26", "SS0312", 1)]
    [InlineData("readiness(valley) < 60 %", "SS0208", 11)]
    [InlineData("readiness < 60", "SS0306", 13)]
    [InlineData("readiness < 3 d", "SS0303", 13)]
    [InlineData("readiness", "SS0312", 1)]
    public void What_is_no_condition_is_refused(string text, string code, int column) =>
        ReadOne.Mistake(Kinds.ConditionHere, text).Should().Be((code, column));

    [Fact]
    public void Stock_alone_says_nothing_where_the_rule_is_about_no_place() =>
        ReadOne.Mistake(Kinds.Condition, "stock < 5 d").Should().Be(("SS0312", 1));

    [Fact]
    public void Readiness_alone_says_nothing_where_the_rule_is_about_no_place() =>
        ReadOne.Mistake(Kinds.Condition, "readiness < 60 %").Should().Be(("SS0312", 1));

    [Fact]
    public void Of_one_commodity_it_is_written_with_a_dot() =>
        ReadOne.Help(Kinds.Condition, "stock(valley, food) < 5 d").Should().Be("of one commodity it is written `stock(valley.food)`");

    // It would be a place where none is meant.
    [Fact]
    public void A_commodity_alone_says_nothing_where_the_rule_is_about_no_place() =>
        ReadOne.Mistake(Kinds.Condition, "stock(food) < 5 d").Should().Be(("SS0208", 7));
}
