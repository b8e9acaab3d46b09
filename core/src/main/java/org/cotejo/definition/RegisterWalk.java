package org.cotejo.definition;

/**
 * Finds the stations of rows that mostly come in the order of the register, as those of most files do: the station after the last
 * one found is tried before anything is looked up. Rows may leave stations out, and stations that were listed late stand at the
 * end of the register while their rows stand between others; so the walk steps over a station or two, and keeps the place that it
 * left. Finds what {@link Register#find} finds, only sooner. Not safe for use by several threads.
 */
public final class RegisterWalk {
    private static final int AHEAD = 3;
    private static final int NOWHERE = -1;

    private int next;
    private int left = NOWHERE;

    /** The index of the station whose code is these UTF-8 bytes, or -1. */
    public int find(Register register, byte[] bytes, int offset, int length) {
        for (int station = next; station < next + AHEAD; station++) {
            if (register.isCode(station, bytes, offset, length)) {
                next = station + 1;
                return station;
            }
        }
        return findElsewhere(register, bytes, offset, length);
    }

    private int findElsewhere(Register register, byte[] bytes, int offset, int length) {
        int found = -1;
        for (int station = left; left != NOWHERE && station < left + AHEAD && found < 0; station++) {
            found = register.isCode(station, bytes, offset, length) ? station : -1;
        }
        found = found < 0 ? register.find(bytes, offset, length) : found;
        if (found >= 0) {
            goTo(found);
        }
        return found;
    }

    /** Goes on from a station that was not found and is listed now. */
    public void listed(int station) {
        if (station == next) {
            next++;
        } else {
            goTo(station);
        }
    }

    private void goTo(int station) {
        left = next;
        next = station + 1;
    }
}
