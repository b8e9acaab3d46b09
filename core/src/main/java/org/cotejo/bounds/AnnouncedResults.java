package org.cotejo.bounds;

import org.cotejo.definition.CustodianId;

/** What an announcer published station by station in the contest of an announcement, added up; of record or not. */
public interface AnnouncedResults {
    /** Stands for a sum that can't be given. */
    long NOT_CARRIED = -1;

    /** Number of stations with a result announced by this custodian; 0 if it announced none. */
    int announcedStations(CustodianId announcer);

    /**
     * The sum of a figure over those stations; figures are the candidates in the definition's order, then null, then blank.
     * {@link #NOT_CARRIED} if one of the results does not carry it.
     */
    long announcedSum(CustodianId announcer, int figure);

    /** The sum of those stations' registers; {@link #NOT_CARRIED} if one of them has none. */
    long announcedRegistered(CustodianId announcer);
}
