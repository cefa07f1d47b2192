using SupplySim.Experiments;
using SupplySim.Quantities;
using SupplySim.Runs;

namespace SupplySim.Tests.Runs;

public class VehicleLedgerTests
{
    private readonly VehicleLedger _ledger = new([Trucks(count: 5)]);

    [Fact]
    public void All_vehicles_are_at_the_base_at_first() => Accounts().Should().Equal(5, 0, 0, 0);

    [Fact]
    public void What_leaves_one_account_enters_another()
    {
        _ledger.Transfer(0, VehicleAccount.Base, VehicleAccount.Moving, 4);
        _ledger.Transfer(0, VehicleAccount.Moving, VehicleAccount.Broken, 1);
        _ledger.Transfer(0, VehicleAccount.Moving, VehicleAccount.Lost, 2);
        Accounts().Should().Equal(1, 1, 1, 2);
    }

    [Theory]
    [InlineData(VehicleAccount.Base, 6)]
    [InlineData(VehicleAccount.Moving, 1)]
    [InlineData(VehicleAccount.Base, -1)]
    public void More_than_is_there_or_less_than_none_cannot_move(VehicleAccount from, int vehicles)
    {
        FluentActions.Invoking(() => _ledger.Transfer(0, from, VehicleAccount.Lost, vehicles))
            .Should().Throw<InvalidOperationException>().WithMessage($"{vehicles} vehicles of 'trucks'*");
        Accounts().Should().Equal(5, 0, 0, 0);
    }

    // One dock: laden at 0:30, 1:00, 1:30; the third is still being loaded at 1:15.
    [Fact]
    public void A_run_tells_where_the_vehicles_of_each_fleet_are_at_its_end() =>
        Small.Road(crates: 3).OneDock().Until("1:15").Run(1).Vehicles.Should().Equal(new VehicleTotal("trucks", 1, 2, 0, 0));

    private int[] Accounts() => [.. Enum.GetValues<VehicleAccount>().Select(account => _ledger.Balance(0, account))];

    private static Fleet Trucks(int count) =>
        new("trucks") { Traffic = "aid", Base = "depot", Count = count, Carries = Mass.FromTonnes(5) };
}
