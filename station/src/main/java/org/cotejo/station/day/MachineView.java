package org.cotejo.station.day;

import org.jspecify.annotations.Nullable;

/**
 * How the machine stands at one moment, for the pages of the voter and the presiding officer.
 *
 * @param pass with which the released ballot is confirmed; null unless one is released
 */
public record MachineView(
        MachineState state, Figures figures, @Nullable BallotPass pass) {}
