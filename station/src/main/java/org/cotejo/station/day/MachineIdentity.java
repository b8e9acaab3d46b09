package org.cotejo.station.day;

import org.cotejo.sheet.StationKey;

/**
 * Which machine this is: made once with its key, and public.
 *
 * @param election the id of the election
 * @param key station, machine and public key, as the register of the election lists it
 * @param hardware mark of the board on which the key was made; empty where the system has none
 */
public record MachineIdentity(String election, StationKey key, String hardware) {}
