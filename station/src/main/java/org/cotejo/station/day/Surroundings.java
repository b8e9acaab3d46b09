package org.cotejo.station.day;

import java.security.SecureRandom;
import java.time.Clock;
import org.cotejo.station.box.Disk;

/**
 * What a machine has around it, handed in.
 *
 * @param clock with the zone of the station
 * @param random where keys, passes and the codes of receipts come from
 * @param hardware mark of this board, or empty where the system has none
 * @param software hash of the running program
 */
public record Surroundings(
        Disk disk, Clock clock, SecureRandom random, Printing printing, String hardware, SoftwareHash software) {}
