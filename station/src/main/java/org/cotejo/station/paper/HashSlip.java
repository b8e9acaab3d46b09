package org.cotejo.station.paper;

import org.cotejo.definition.SpokenHash;
import org.cotejo.sheet.MachineId;

/** What runs on a machine and which definition it has loaded, in groups of digits to be read aloud and compared. */
public record HashSlip(StationHead head, MachineId machine, SpokenHash software, SpokenHash definition)
        implements Document {}
