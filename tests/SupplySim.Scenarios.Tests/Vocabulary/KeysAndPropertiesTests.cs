using System.Collections.Immutable;
using System.Reflection;
using SupplySim.Disruptions;
using SupplySim.Planning;
using SupplySim.Scenarios.Vocabulary;

namespace SupplySim.Scenarios.Tests.Vocabulary;

/// <summary>One vocabulary, not two: the keys of the language are the properties of the model.</summary>
public class KeysAndPropertiesTests
{
    /// <summary>What a block says by its own key, or what is not for a file to say.</summary>
    private static readonly string[] WithoutKey =
    [
        "Camp.Id", "Commodity.Id", "Displacement.Id", "Crossing.Id", "Depot.Id", "Fleet.Id", "Force.Id", "Front.Id", "KnownState.Id",
        "Measure.Id", "Observation.Id",
            "Parameter.Id", "Party.Id", "SupplyLine.Id", "Town.Id",
        "Scenario.Campaigns", "Channel.Id", "Closure.Id", "Destruction.Id", "Grounding.Id", "Opening.Id", "Restriction.Id", "Rumour.Id", "Slowdown.Id",
        "Route.From", "Route.To", "Route.Name",
    ];

    private static readonly (string Shape, string Key)[] WithoutProperty =
    [
        ("a camp", "kind"), ("a crossing", "kind"), ("a depot", "kind"), ("a force", "kind"),
            ("a scenario", "supplysim"), ("a town", "kind"), ("an airlift for those cut off", "rule"),
        ("dispatch that always goes", "rule"), ("dispatch that stays at the base", "rule"), ("dispatch that waits nearby", "rule"),
        ("diverting that holds", "rule"), ("diverting that returns", "rule"), ("diverting to need", "rule"),
        ("prepositioning by a warning", "rule"),
        ("routing by the fastest way", "rule"), ("routing by the safest way", "rule"),
        ("routing that reckons with queues", "rule"), ("routing that waits or goes round", "rule"),
    ];

    [Fact]
    public void Every_key_is_the_kebab_case_of_the_property_that_it_fills()
    {
        foreach (var shape in AllShapes.ByName)
            foreach (var key in shape.All.Where(k => k.Property is not null))
                shape.Type.GetProperty(key.Property!.Name).Should()
                    .NotBeNull("{0} is a key of {1}", key.Name, shape.What)
                    .And.Subject.As<PropertyInfo>().CanWrite.Should().BeTrue();
        Kebab.Case("WarnBelow").Should().Be("warn-below");
        AllShapes.ByName.SelectMany(s => s.All.Where(k => k.Property is null).Select(k => (s.What, k.Name))).Should()
            .Equal(WithoutProperty);
    }

    [Fact]
    public void Every_property_that_can_be_set_has_its_key()
    {
        var missing = AllShapes.ByName.SelectMany(s => Settable(s.Type).Where(p => s.All.All(k => k.Name != Kebab.Case(p.Name)))
            .Select(p => $"{s.Type.Name}.{p.Name}"));
        missing.Should().BeEquivalentTo(WithoutKey);
    }

    [Fact]
    public void No_key_stands_twice_in_a_shape()
    {
        foreach (var shape in AllShapes.ByName) shape.All.Select(k => k.Name).Should().OnlyHaveUniqueItems(shape.What);
    }

    [Fact]
    public void Every_record_that_a_scenario_holds_has_a_shape_or_is_a_single_value()
    {
        Type[] values = [typeof(AllocationPolicy), typeof(Alternative), typeof(Arrivals), typeof(ChangingRate), typeof(Condition),
            typeof(GoalCondition), typeof(Haven),
            typeof(PlaceId), typeof(Portion), typeof(SizeRange), typeof(Targets), typeof(Waypoint)];
        var reached = new HashSet<Type>();
        Reach(typeof(Scenario));
        reached.Except(values).Except(AllShapes.ByName.Select(s => s.Type)).Where(t => !t.IsAbstract).Should().BeEmpty();

        void Reach(Type type)
        {
            if (type.IsGenericType) foreach (var argument in type.GetGenericArguments()) Reach(argument);
            if (type.IsArray) Reach(type.GetElementType()!);
            if (type.Namespace is not ("SupplySim" or "SupplySim.Disruptions" or "SupplySim.Planning") || type.IsEnum || type.IsGenericType
                || values.Contains(type) || !reached.Add(type)) return;
            foreach (var property in Settable(type)) Reach(property.PropertyType);
            foreach (var derived in type.Assembly.GetTypes().Where(t => t.BaseType == type && t.IsVisible)) Reach(derived);
        }
    }

    [Fact]
    public void Abstract_records_are_bound_by_the_shapes_of_all_that_derive_from_them()
    {
        PlaceShapes.All.Select(s => s.Type).Should().BeEquivalentTo(Concrete(typeof(Place)));
        DisruptionShapes.All.Select(s => s.Type).Should().BeEquivalentTo(Concrete(typeof(Disruption)));
        PolicyShapes.Routing.Shapes.Select(s => s.Type).Should().BeEquivalentTo(Concrete(typeof(RoutingPolicy)));
        PolicyShapes.Divert.Shapes.Select(s => s.Type).Should().BeEquivalentTo(Concrete(typeof(DivertPolicy)));
        PolicyShapes.Airlift.Shapes.Select(s => s.Type).Should().BeEquivalentTo(Concrete(typeof(AirliftPolicy)));
        PolicyShapes.Preposition.Shapes.Select(s => s.Type).Should().BeEquivalentTo(Concrete(typeof(PrepositionPolicy)));
        PolicyShapes.Dispatch.Shapes.Select(s => s.Type).Should().BeEquivalentTo(Concrete(typeof(DispatchPolicy)));

        static IEnumerable<Type> Concrete(Type root) =>
            root.Assembly.GetTypes().Where(t => t.IsSubclassOf(root) && !t.IsAbstract && t.IsVisible);
    }

    private static IEnumerable<PropertyInfo> Settable(Type type) =>
        type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(p => p.SetMethod is { IsPublic: true });
}
