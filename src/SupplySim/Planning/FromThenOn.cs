using SupplySim.Engine;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Planning;

/// <summary>Policies that decide one way until a moment and another way from then on: what an intervention makes of two.</summary>
/// <remarks>What either looks at is reported all the time, so that the run up to the moment does not depend on what comes.</remarks>
internal static class FromThenOn
{
    /// <summary>How those who plan decide before and after. Who is served first, how far one goes round and when one learns are no policies
    /// that are asked: they are as before.</summary>
    public static Policies Of(Policies before, Policies after, Moment from) => before with
    {
        Routing = Likeness.AreAlike(before.Routing, after.Routing) ? before.Routing : new Routed(before.Routing, after.Routing, from),
        Divert = Likeness.AreAlike(before.Divert, after.Divert) ? before.Divert : new Diverted(before.Divert, after.Divert, from),
        Dispatch = Likeness.AreAlike(before.Dispatch, after.Dispatch) ? before.Dispatch
            : new Dispatched(before.Dispatch, after.Dispatch, from) { MinimumLoad = before.Dispatch.MinimumLoad },
        Airlift = Likeness.AreAlike(before.Airlift, after.Airlift) ? before.Airlift : new Flown(before.Airlift, after.Airlift, from),
        Preposition = Likeness.AreAlike(before.Preposition, after.Preposition)
            ? before.Preposition
            : new Raised(before.Preposition, after.Preposition, from),
    };

    // The policy that decides now.
    private static T Now<T>(Situation situation, T before, T after, Moment from) => situation.Now < situation.TimeOf(from) ? before : after;

    // Of two, one of which is somebody's own, whoever has thrown is meant: messages call both.
    private static string NameOf(Policy? before, Policy? after) =>
        string.Join(" or ", new[] { before, after }.Where(one => one is { IsBuiltIn: false }).Select(one => one!.Name).Distinct());

    // One that changes its mind at the moment has to be asked then.
    private static Advice<T> AtTheLatest<T>(Situation situation, Advice<T> advice, Moment from)
    {
        var moment = situation.TimeOf(from);
        return situation.Now < moment && moment < SimTime.Never
            ? advice with { AskAgain = SimTime.Min(advice.AskAgain ?? SimTime.Never, moment) }
            : advice;
    }

    private sealed record Routed(RoutingPolicy Before, RoutingPolicy After, Moment From) : RoutingPolicy
    {
        internal override bool LooksAtStocks => Before.LooksAtStocks || After.LooksAtStocks;

        internal override bool LooksAtQueues => Before.LooksAtQueues || After.LooksAtQueues;

        internal override string Name => NameOf(Before, After);

        internal override bool IsBuiltIn => Before.IsBuiltIn && After.IsBuiltIn;

        public override Way? Choose(Situation situation, RoutingQuestion question) =>
            Now(situation, Before, After, From).Choose(situation, question);
    }

    private sealed record Diverted(DivertPolicy Before, DivertPolicy After, Moment From) : DivertPolicy
    {
        internal override bool LooksAtStocks => Before.LooksAtStocks || After.LooksAtStocks;

        internal override string Name => NameOf(Before, After);

        internal override bool IsBuiltIn => Before.IsBuiltIn && After.IsBuiltIn;

        public override PlaceId? Choose(Situation situation, DivertQuestion question) =>
            Now(situation, Before, After, From).Choose(situation, question);
    }

    private sealed record Dispatched(DispatchPolicy Before, DispatchPolicy After, Moment From) : DispatchPolicy
    {
        internal override bool LooksAtStocks => Before.LooksAtStocks || After.LooksAtStocks;

        internal override string Name => NameOf(Before, After);

        internal override bool IsBuiltIn => Before.IsBuiltIn && After.IsBuiltIn;

        public override Dispatch Decide(Situation situation, DispatchQuestion question) =>
            Now(situation, Before, After, From).Decide(situation, question);
    }

    // Without a policy a line flies as it says itself.
    private sealed record Flown(AirliftPolicy? Before, AirliftPolicy? After, Moment From) : AirliftPolicy
    {
        internal override bool LooksAtStocks => Before is { LooksAtStocks: true } || After is { LooksAtStocks: true };

        internal override string Name => NameOf(Before, After);

        internal override bool IsBuiltIn => Before is null or { IsBuiltIn: true } && After is null or { IsBuiltIn: true };

        public override Advice<bool> Decide(Situation situation, AirliftQuestion question) =>
            AtTheLatest(situation, Now(situation, Before, After, From)?.Decide(situation, question) ?? new Advice<bool>(true), From);
    }

    // Without a policy levels are as they are.
    private sealed record Raised(PrepositionPolicy? Before, PrepositionPolicy? After, Moment From) : PrepositionPolicy
    {
        internal override bool LooksAtStocks => Before is { LooksAtStocks: true } || After is { LooksAtStocks: true };

        internal override string Name => NameOf(Before, After);

        internal override bool IsBuiltIn => Before is null or { IsBuiltIn: true } && After is null or { IsBuiltIn: true };

        public override Advice<TimeSpan> Raise(Situation situation, PrepositionQuestion question) =>
            AtTheLatest(situation, Now(situation, Before, After, From)?.Raise(situation, question) ?? new Advice<TimeSpan>(TimeSpan.Zero),
                From);
    }
}
