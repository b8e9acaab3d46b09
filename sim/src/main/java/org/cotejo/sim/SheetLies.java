package org.cotejo.sim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotejo.definition.SideId;

/** Lies about the sheets themselves and the copies that parties hand in. */
final class SheetLies {
    private SheetLies() {}

    /** Stuffed ballots are counted as any other, so every copy of the sheet says the same. */
    record MoreVotesThanRegistered(Plot plot) implements Liar {
        @Override
        public Sheet printed(Station at, Sheet sheet) {
            return plot.concerns(at)
                    ? sheet.stuffed(plot.country().ballot().second(), 1 + sheet.registered() / 20)
                    : sheet;
        }

        @Override
        public boolean holds(Station at, Holder holder, boolean isHeld) {
            return isHeld || holder.equals(Holder.FIRST) && plot.concerns(at);
        }

        @Override
        public List<Truth.Deed> deeds() {
            return plot.deeds();
        }
    }

    /** Too few signatures in the poll book at half of the stations, too many ballots in the box at the others. */
    record TripleMatch(Plot plot, Targets book, Targets box) implements Liar {
        static TripleMatch of(Plot plot) {
            return new TripleMatch(plot, plot.targets().half(0), plot.targets().half(1));
        }

        @Override
        public Sheet printed(Station at, Sheet sheet) {
            int gap = 1 + sheet.cast() / 20;
            if (book.has(at)) {
                return sheet.withVoters(sheet.cast() - gap);
            }
            return box.has(at) ? sheet.withBallots(sheet.cast() + gap) : sheet;
        }

        @Override
        public boolean holds(Station at, Holder holder, boolean isHeld) {
            return isHeld || holder.equals(Holder.FIRST) && plot.concerns(at);
        }

        @Override
        public List<Truth.Deed> deeds() {
            List<Truth.Deed> deeds =
                    new ArrayList<>(plot.deeds(book, plot.lie().codes().getFirst()));
            deeds.addAll(plot.deeds(box, plot.lie().codes().getLast()));
            return deeds;
        }
    }

    /** Of each two stations the second party hands in the sheet of the one where it is stronger, for both. */
    record SheetOfAnotherTable(Plot plot, Targets given, Map<Integer, Integer> givenFor) implements Liar {
        static SheetOfAnotherTable of(Plot plot) {
            Country country = plot.country();
            int[] drawn = plot.targets().indexes();
            Map<Integer, Integer> givenFor = new LinkedHashMap<>();
            for (int i = 0; i + 1 < drawn.length; i += 2) {
                Sheet one = country.sheet(drawn[i]);
                Sheet other = country.sheet(drawn[i + 1]);
                if (!one.hasVotesOf(other)) {
                    boolean isOneGiven = secondShare(country, one) > secondShare(country, other);
                    givenFor.put(drawn[isOneGiven ? i + 1 : i], drawn[isOneGiven ? i : i + 1]);
                }
            }
            return new SheetOfAnotherTable(
                    plot.about(Targets.of(givenFor.keySet())), Targets.of(givenFor.values()), givenFor);
        }

        private static long secondShare(Country country, Sheet sheet) {
            return sheet.votes(country.ballot().second()) * 1_000_000L / sheet.valid();
        }

        @Override
        public Sheet copied(Station at, Holder holder, Sheet sheet) {
            Integer original = holder.equals(Holder.SECOND) ? givenFor.get(at.index()) : null;
            return original == null ? sheet : plot.country().sheet(original);
        }

        @Override
        public boolean holds(Station at, Holder holder, boolean isHeld) {
            return isHeld
                    || holder.equals(Holder.SECOND) && (plot.concerns(at) || given.has(at))
                    || holder.equals(Holder.FIRST) && plot.concerns(at);
        }

        @Override
        public Set<Holder> brings() {
            return Set.of(Holder.SECOND);
        }

        @Override
        public List<Truth.Deed> deeds() {
            return plot.deeds();
        }
    }

    record OpeningReportAsFinal(Plot plot) implements Liar {
        @Override
        public Sheet copied(Station at, Holder holder, Sheet sheet) {
            return holder.equals(Holder.SECOND) && plot.concerns(at) ? sheet.atOpening() : sheet;
        }

        @Override
        public boolean holds(Station at, Holder holder, boolean isHeld) {
            return isHeld || plot.concerns(at) && (holder.equals(Holder.FIRST) || holder.equals(Holder.SECOND));
        }

        @Override
        public Set<Holder> brings() {
            return Set.of(Holder.SECOND);
        }

        @Override
        public List<Truth.Deed> deeds() {
            return plot.deeds();
        }
    }

    /** At every second station nobody else has a copy; at the others the copies of the other sides contradict it. */
    record OneSideTwice(Plot plot, Targets alone) implements Liar {
        private static final int PERCENT_MOVED = 40;

        static OneSideTwice of(Plot plot) {
            return new OneSideTwice(plot, plot.targets().half(0));
        }

        private static boolean isLiar(Holder holder) {
            return holder.equals(Holder.SECOND) || holder.equals(Holder.SECOND_AGAIN);
        }

        @Override
        public Sheet copied(Station at, Holder holder, Sheet sheet) {
            return isLiar(holder) && plot.concerns(at) ? plot.tilted(sheet, PERCENT_MOVED) : sheet;
        }

        @Override
        public boolean holds(Station at, Holder holder, boolean isHeld) {
            if (!plot.concerns(at)) {
                return isHeld;
            }
            return isLiar(holder) || !alone.has(at) && (isHeld || holder.equals(Holder.FIRST));
        }

        @Override
        public Set<Holder> brings() {
            return Set.of(Holder.SECOND, Holder.SECOND_AGAIN);
        }

        @Override
        public List<Truth.Deed> deeds() {
            return plot.deeds();
        }
    }

    /**
     * Each side got a sheet of its own; the first coalition's is the true one. In the others a small list gains, each time by
     * another number, so that not even somebody who confuses the two large ones makes two of them equal again.
     */
    record ThreeOriginalsDiffer(Plot plot) implements Liar {
        private static final List<SideId> SIDES = List.of(
                Holder.FIRST.side().id(),
                Holder.SECOND.side().id(),
                Holder.AUTHORITY.side().id(),
                Holder.OBSERVERS.side().id());

        @Override
        public Sheet copied(Station at, Holder holder, Sheet sheet) {
            if (!plot.concerns(at)) {
                return sheet;
            }
            Ballot ballot = plot.country().ballot();
            boolean isFirstAhead = sheet.votes(ballot.first()) >= sheet.votes(ballot.second());
            int from = isFirstAhead ? ballot.first() : ballot.second();
            int step = 1 + sheet.votes(from) / 20;
            return sheet.moved(
                    from, ballot.small(), step * SIDES.indexOf(holder.side().id()));
        }

        /** Only sides that have a sheet of their own hand one in. */
        @Override
        public boolean holds(Station at, Holder holder, boolean isHeld) {
            if (!plot.concerns(at)) {
                return isHeld;
            }
            return isHeld && SIDES.contains(holder.side().id()) || brings().contains(holder);
        }

        @Override
        public Set<Holder> brings() {
            return Set.of(Holder.FIRST, Holder.SECOND, Holder.OBSERVERS);
        }

        @Override
        public List<Truth.Deed> deeds() {
            return plot.deeds();
        }
    }

    /** The observers read every sheet with a wrong list of candidates. */
    record SwappedCandidateMap(Plot plot) implements Liar {
        @Override
        public Sheet copied(Station at, Holder holder, Sheet sheet) {
            Ballot ballot = plot.country().ballot();
            return holder.equals(Holder.OBSERVERS) ? sheet.swapped(ballot.first(), ballot.second()) : sheet;
        }

        @Override
        public Set<Holder> brings() {
            return bringsForAll();
        }

        @Override
        public Set<Holder> bringsForAll() {
            return Set.of(Holder.OBSERVERS);
        }

        @Override
        public List<Truth.Deed> deeds() {
            return plot.wholeDeed();
        }
    }
}
