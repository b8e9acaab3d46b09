package org.cotejo.custody;

import org.cotejo.definition.CustodianId;
import org.cotejo.definition.StationCode;

/**
 * Part of a body's coverage plan: it meant to have, or had, a witness or observer at a station. Never who.
 *
 * @param isAccredited whether the authority accredited somebody for it
 */
public record RosterPlace(StationCode station, CustodianId body, boolean isAccredited) {}
