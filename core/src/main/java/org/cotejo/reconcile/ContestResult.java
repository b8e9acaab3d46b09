package org.cotejo.reconcile;

import java.util.EnumMap;
import java.util.Map;
import org.cotejo.base.Numbers;
import org.cotejo.definition.Contest;
import org.cotejo.definition.CustodianId;
import org.jspecify.annotations.Nullable;

/**
 * What reconciling gave for one contest: the state of every listed station, the votes that its copies agree on, the announced
 * ones, and the totals. Stations are indexes of the register; figures are candidates in the definition's order, then null
 * votes, then blank votes. Packed, since there are millions of stations; safe for use by several threads.
 */
public final class ContestResult {
    /** Stations hold the place of their state in this list. */
    private static final StationState[] STATES = StationState.values();

    private static final int ANNOUNCED_FLAG = StationColumns.ANNOUNCED_FLAG;
    private static final int COPY_FLAG = StationColumns.COPY_FLAG;

    private final int index;
    private final Contest contest;
    private final int figures;
    private final @Nullable CustodianId announcer;
    private final int unlisted;
    private final StationColumns columns;
    private final byte[] states;
    private final byte[] flags;
    private final int[] registered;
    private final int[] registeredAtLeast;
    private final Totals totals;
    private final @Nullable Totals announcedTotals;

    ContestResult(
            int index,
            Contest contest,
            @Nullable CustodianId announcer,
            int unlisted,
            StationColumns columns,
            int[] registered,
            int[] registeredAtLeast,
            Totals totals,
            @Nullable Totals announcedTotals) {
        this.index = index;
        this.contest = contest;
        this.figures = contest.candidates().size() + 2;
        this.announcer = announcer;
        this.unlisted = unlisted;
        this.columns = columns;
        this.states = columns.states;
        this.flags = columns.flags;
        this.registered = registered;
        this.registeredAtLeast = registeredAtLeast;
        this.totals = totals;
        this.announcedTotals = announcedTotals;
    }

    /** 0-based place of the contest in the definition. */
    public int index() {
        return index;
    }

    public Contest contest() {
        return contest;
    }

    /** The announcer of record, whose station results decide between confirmed and contradicted; null if nobody announced. */
    public @Nullable CustodianId announcer() {
        return announcer;
    }

    /** Number of listed stations. */
    public int listed() {
        return states.length;
    }

    /** Number of stations that the definition counts but does not list; all of them are missing. */
    public int unlisted() {
        return unlisted;
    }

    /** Number of figures of a station: the candidates, null and blank. */
    public int figures() {
        return figures;
    }

    /** The figure index of null votes; blank votes are the next one. */
    public int nullFigure() {
        return contest.candidates().size();
    }

    public StationState state(int station) {
        return STATES[states[station]];
    }

    /**
     * Registered voters of a station: the imported register's, else the largest that a source states; {@link
     * org.cotejo.definition.Register#UNKNOWN} if none does.
     */
    public int registered(int station) {
        return registered[station];
    }

    /** As {@link #registered}, but the smallest figure where sources differ: so many are certain to belong to the station. */
    public int registeredAtLeast(int station) {
        return registeredAtLeast[station];
    }

    /** Votes that the copies of a known station agree on; 0 where no copy carries the figure or the station is not known. */
    public int votes(int station, int figure) {
        return Math.max(vote(station, figure), 0);
    }

    private int vote(int station, int figure) {
        StationColumns.Stretch stretch = columns.stretch(station);
        return stretch.votes().get(stretch.base(station) + figure);
    }

    /** Adds the votes of a station to sums, the first figure to the first sum and so on. */
    public void addVotes(int station, long[] sums) {
        StationColumns.Stretch stretch = columns.stretch(station);
        add(stretch.votes(), stretch.base(station), sums);
    }

    private static void add(Numbers values, int base, long[] sums) {
        for (int figure = 0; figure < sums.length; figure++) {
            sums[figure] += Math.max(values.get(base + figure), 0);
        }
    }

    /** Whether any copy that counts at a known station carries the figure. */
    public boolean isCarried(int station, int figure) {
        return vote(station, figure) >= 0;
    }

    /**
     * Adds the votes of all candidates at a station to sums, the first candidate's to the first and so on, if the copies that count at
     * a known station carry every one of them; returns whether they do.
     */
    public boolean addWhole(int station, long[] sums) {
        StationColumns.Stretch stretch = columns.stretch(station);
        return addWhole(stretch.votes(), stretch.base(station), sums);
    }

    /** As {@link #addWhole}, with the result that the announcer of record announced for the station. */
    public boolean addWholeAnnounced(int station, long[] sums) {
        StationColumns.Stretch stretch = columns.stretch(station);
        return isAnnounced(station) && addWhole(stretch.announcedIn(station), stretch.announcedBase(station), sums);
    }

    private boolean addWhole(Numbers values, int base, long[] sums) {
        for (int candidate = 0; candidate < nullFigure(); candidate++) {
            if (values.get(base + candidate) < 0) {
                return false;
            }
        }
        add(values, base, sums);
        return true;
    }

    /** Whether the announcer of record announced a result for the station. */
    public boolean isAnnounced(int station) {
        return (flags[station] & ANNOUNCED_FLAG) != 0;
    }

    /** The announced figure; 0 where it is not carried or nothing is announced. */
    public int announced(int station, int figure) {
        return isAnnounced(station) ? Math.max(announcedCell(station, figure), 0) : 0;
    }

    private int announcedCell(int station, int figure) {
        StationColumns.Stretch stretch = columns.stretch(station);
        return stretch.announcedIn(station).get(stretch.announcedBase(station) + figure);
    }

    /** Whether the result announced for the station carries the figure. */
    public boolean isAnnouncedCarried(int station, int figure) {
        return isAnnounced(station) && announcedCell(station, figure) >= 0;
    }

    /** Whether the station has a countable copy of any side, the announcer's included. */
    public boolean hasCountableCopy(int station) {
        return (flags[station] & COPY_FLAG) != 0;
    }

    /** Stations in each state, the unlisted ones as missing; they add up to all stations of the definition. */
    public Map<StationState, Integer> counts() {
        int[] counts = new int[STATES.length];
        for (byte state : states) {
            counts[state]++;
        }
        Map<StationState, Integer> byState = new EnumMap<>(StationState.class);
        for (int i = 0; i < STATES.length; i++) {
            byState.put(STATES[i], counts[i]);
        }
        byState.merge(StationState.MISSING, unlisted, Integer::sum);
        return byState;
    }

    /** Listed stations with at least one countable copy. */
    public int stationsWithCopies() {
        return flagged(COPY_FLAG);
    }

    /** Listed stations with a result of the announcer of record. */
    public int stationsAnnounced() {
        return flagged(ANNOUNCED_FLAG);
    }

    private int flagged(int flag) {
        int count = 0;
        for (byte f : flags) {
            count += (f & flag) != 0 ? 1 : 0;
        }
        return count;
    }

    /** Sums over the known stations. */
    public Totals totals() {
        return totals;
    }

    /** Sums over the announced station results; null if there are none. */
    public @Nullable Totals announcedTotals() {
        return announcedTotals;
    }
}
