package org.cotejo.station.day;

/** In which part of its day a machine is; docs/station.md draws how one follows the other. */
public sealed interface MachineState {
    /** It has its key and no definition yet. */
    record Initialised() implements MachineState {}

    /** It has the frozen definition and may be opened. */
    record Ready() implements MachineState {}

    /**
     * The opening reports are being printed.
     *
     * @param printed copies that came out whole, of so many {@code copies}
     */
    record Opening(int printed, int copies) implements MachineState {}

    /** Voters vote. */
    record Open(Booth booth) implements MachineState {}

    /**
     * Nobody votes any more, and the sheets are being printed.
     *
     * @param printed copies that came out whole, of so many {@code copies}
     */
    record Closing(int printed, int copies) implements MachineState {}

    /** All copies of the sheets came out: now, and not before, a sheet may leave the machine. */
    record Closed() implements MachineState {}
}
