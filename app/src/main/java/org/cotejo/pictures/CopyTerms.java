package org.cotejo.pictures;

import org.cotejo.custody.Provenance;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.SideId;

/**
 * What is said of all copies of a delivery.
 *
 * @param salt hexadecimal digits of at least 128 random bits, by which the list of pictures can't be guessed from its hash
 */
public record CopyTerms(
        CustodianId custodian, SideId side, Provenance provenance, StationFigures.Way way, String salt) {}
