package org.cotejo.folder;

import org.cotejo.custody.SourceId;

/**
 * What a delivery brought.
 *
 * @param rows stations with figures
 * @param newStations stations that were listed for the first time
 * @param quarantined stations that the imported register does not know
 * @param restoredCodes codes whose lost leading zeros were restored from the register
 */
public record DeliverySummary(SourceId source, int rows, int newStations, int quarantined, int restoredCodes) {}
