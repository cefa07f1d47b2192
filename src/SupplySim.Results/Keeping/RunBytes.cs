using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;

namespace SupplySim.Results.Keeping;

/// <summary>A run as bytes, and back, to the last bit: all of it but its layout, its story and its trips.</summary>
/// <remarks>Days on which a series stays as it is are written once with their number: most of a run is such days. The form is 3; whoever changes
/// it raises <see cref="ExperimentFile.Form"/>.</remarks>
internal static class RunBytes
{
    public static byte[] Of(RunResult run)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(run.Events);
        writer.Write(run.OutcomeFingerprint);
        writer.Write(run.IsRandom);
        writer.Write(run.EventFingerprint);
        WriteNumbers(writer, run.Values);
        WriteNumbers(writer, run.Series);
        writer.Write7BitEncodedInt(run.Observed.Length);
        WriteNumbers(writer, run.Observed);
        Write(writer, run.Ledger, one =>
        {
            writer.Write(one.Commodity);
            foreach (var amount in (ReadOnlySpan<long>)[one.Initial, one.Supplied, one.Stock, one.InTransit, one.Consumed, one.Lost]) writer.Write7BitEncodedInt64(amount);
        });
        Write(writer, run.Vehicles, one =>
        {
            writer.Write(one.Fleet);
            foreach (var number in (ReadOnlySpan<int>)[one.Base, one.Moving, one.Broken, one.Lost]) writer.Write7BitEncodedInt(number);
        });
        Write(writer, run.Equipment, one =>
        {
            writer.Write(one.Party);
            writer.Write(one.Type);
            WriteMaybe(writer, one.Initial);
            WriteMaybe(writer, one.Present);
            writer.Write7BitEncodedInt64(one.Lost);
            WriteMaybe(writer, one.Claimed);
        });
        Write(writer, run.Strengths, one =>
        {
            writer.Write(one.Party);
            writer.Write7BitEncodedInt64(one.Initial);
            writer.Write7BitEncodedInt64(one.Lost);
        });
        foreach (var people in (ReadOnlySpan<long>)[run.People.Initial, run.People.Arrived, run.People.InCamp, run.People.Moving, run.People.Left])
            writer.Write7BitEncodedInt64(people);
        Write(writer, run.Blamed, one => WriteTime(writer, one.Disruption, one.Waited));
        Write(writer, run.Paused, one => WriteTime(writer, one.Line, one.Paused));
        Write(writer, run.AircraftWaits, one => WriteTime(writer, one.Cause, one.Waited));
        Write(writer, run.HeldUp, one =>
        {
            writer.Write(one.For);
            writer.Write(one.Where);
            WriteTime(writer, one.Cause, one.Time);
            writer.Write(one.Awaited ?? "");
        });
        Write(writer, run.RunOuts, one =>
        {
            writer.Write(one.Place);
            WriteTime(writer, one.Commodity, one.After);
        });
        writer.Write(run.Audit is not null);
        if (run.Audit is { } audit)
        {
            writer.Write(audit.Events);
            writer.Write(audit.Recounts);
            writer.Write(audit.Invariants);
        }
        return bytes.ToArray();
    }

    /// <exception cref="InvalidDataException">Or another: these are not the bytes of a run with this layout.</exception>
    public static RunResult Read(byte[] content, ulong seed, int replication, ResultLayout layout)
    {
        using var reader = new BinaryReader(new MemoryStream(content), Encoding.UTF8);
        var run = new RunResult
        {
            Layout = layout,
            Seed = seed,
            Replication = replication,
            // In the order in which they were written.
            Events = reader.ReadInt64(),
            OutcomeFingerprint = reader.ReadUInt64(),
            IsRandom = reader.ReadBoolean(),
            EventFingerprint = reader.ReadUInt64(),
            Values = ReadNumbers(reader, layout.Columns.Length),
            Series = ReadNumbers(reader, layout.Series.Length * layout.Days),
            Observed = ReadNumbers(reader, reader.Read7BitEncodedInt()),
            Ledger = Read(reader, () => new LedgerTotal(reader.ReadString(), Long(reader), Long(reader), Long(reader), Long(reader), Long(reader), Long(reader))),
            Vehicles = Read(reader, () => new VehicleTotal(
                reader.ReadString(), reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt())),
            Equipment = Read(reader, () => new EquipmentTotal(
                reader.ReadString(), reader.ReadString(), ReadMaybe(reader), ReadMaybe(reader), Long(reader), ReadMaybe(reader))),
            Strengths = Read(reader, () => new StrengthTotal(reader.ReadString(), Long(reader), Long(reader))),
            People = new PeopleTotal(Long(reader), Long(reader), Long(reader), Long(reader), Long(reader)),
            Blamed = Read(reader, () => new BlamedWait(reader.ReadString(), Time(reader))),
            Paused = Read(reader, () => new PausedLine(reader.ReadString(), Time(reader))),
            AircraftWaits = Read(reader, () => new AircraftWait(reader.ReadString(), Time(reader))),
            HeldUp = Read(reader, () => new HeldUp(reader.ReadString(), reader.ReadString(), reader.ReadString(), Time(reader)) { Awaited = reader.ReadString() is { Length: > 0 } fleet ? fleet : null }),
            RunOuts = Read(reader, () => new RunOut(reader.ReadString(), reader.ReadString(), Time(reader))),
            Audit = reader.ReadBoolean() ? new AuditReport(reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt32()) : null,
        };
        return reader.BaseStream.Position == content.Length ? run : throw new InvalidDataException("there is more than a run");
    }

    // A number and how often it stands there in a row, by its bits: two numbers that are equal may differ in them.
    private static void WriteNumbers(BinaryWriter writer, ImmutableArray<double> numbers)
    {
        for (var left = MemoryMarshal.Cast<double, long>(numbers.AsSpan()); left.Length > 0;)
        {
            var times = left.IndexOfAnyExcept(left[0]) is var other && other < 0 ? left.Length : other;
            writer.Write7BitEncodedInt(times);
            writer.Write(left[0]);
            left = left[times..];
        }
    }

    private static ImmutableArray<double> ReadNumbers(BinaryReader reader, int count)
    {
        var numbers = new double[count];
        for (var at = 0; at < count;)
        {
            var (times, number) = (reader.Read7BitEncodedInt(), BitConverter.Int64BitsToDouble(reader.ReadInt64()));
            if (times < 1 || times > count - at) throw new InvalidDataException("more numbers than there are columns");
            numbers.AsSpan(at, times).Fill(number);
            at += times;
        }
        return ImmutableCollectionsMarshal.AsImmutableArray(numbers);
    }

    private static void Write<T>(BinaryWriter writer, ImmutableArray<T> items, Action<T> write)
    {
        writer.Write7BitEncodedInt(items.Length);
        foreach (var item in items) write(item);
    }

    private static ImmutableArray<T> Read<T>(BinaryReader reader, Func<T> read)
    {
        var items = ImmutableArray.CreateBuilder<T>();
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--) items.Add(read());
        return items.DrainToImmutable();
    }

    private static void WriteTime(BinaryWriter writer, string name, TimeSpan time)
    {
        writer.Write(name);
        writer.Write7BitEncodedInt64(time.Ticks);
    }

    private static void WriteMaybe(BinaryWriter writer, long? number)
    {
        writer.Write(number is not null);
        if (number is { } there) writer.Write7BitEncodedInt64(there);
    }

    private static long? ReadMaybe(BinaryReader reader) => reader.ReadBoolean() ? Long(reader) : null;

    private static TimeSpan Time(BinaryReader reader) => new(Long(reader));

    private static long Long(BinaryReader reader) => reader.Read7BitEncodedInt64();
}
