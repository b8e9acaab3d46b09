package org.cotejo.bounds;

import org.cotejo.definition.CustodianId;

/** What the authority of {@link Bulletins} published by station, added up; nobody else published anything. */
@SuppressWarnings("ArrayRecordComponent") // a fake that nobody compares
record Published(int stations, long registered, long... sums) implements AnnouncedResults {
    static final Published NOTHING = new Published(0, 0);

    @Override
    public int announcedStations(CustodianId announcer) {
        return announcer.equals(Bulletins.AUTHORITY) ? stations : 0;
    }

    @Override
    public long announcedSum(CustodianId announcer, int figure) {
        return announcer.equals(Bulletins.AUTHORITY) && figure < sums.length ? sums[figure] : NOT_CARRIED;
    }

    @Override
    public long announcedRegistered(CustodianId announcer) {
        return announcer.equals(Bulletins.AUTHORITY) ? registered : NOT_CARRIED;
    }
}
