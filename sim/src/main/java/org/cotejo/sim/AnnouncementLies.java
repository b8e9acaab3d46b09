package org.cotejo.sim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.cotejo.custody.Incident;
import org.cotejo.custody.Source;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.StationCode;
import org.cotejo.entry.Entry;
import org.cotejo.folder.Delivery;

/** Lies about the results of stations as the authority announces them. A copy of the first party is always there to tell. */
final class AnnouncementLies {
    private static final int PERCENT_MOVED = 35;

    private AnnouncementLies() {}

    /** The first party holds its copy of every station that the lie is about. */
    private static boolean firstHolds(Plot plot, Station at, Holder holder, boolean isHeld) {
        return isHeld || holder.equals(Holder.FIRST) && plot.concerns(at);
    }

    record AlteredTransmission(Plot plot) implements Liar {
        @Override
        public Sheet announced(Station at, Sheet sheet) {
            return plot.concerns(at) ? plot.tilted(sheet, PERCENT_MOVED) : sheet;
        }

        @Override
        public boolean holds(Station at, Holder holder, boolean isHeld) {
            return firstHolds(plot, at, holder, isHeld);
        }

        @Override
        public List<Truth.Deed> deeds() {
            return plot.deeds();
        }
    }

    /** Figures that differ from the copies, at every second station after nothing was transmitted. */
    record LoadedByHand(Plot plot) implements Liar {
        @Override
        public Sheet announced(Station at, Sheet sheet) {
            return plot.concerns(at) ? plot.tilted(sheet, PERCENT_MOVED) : sheet;
        }

        @Override
        public StationFigures.Way way(Station at, StationFigures.Way way) {
            return plot.concerns(at) ? StationFigures.Way.BY_HAND : way;
        }

        @Override
        public boolean holds(Station at, Holder holder, boolean isHeld) {
            return firstHolds(plot, at, holder, isHeld);
        }

        @Override
        public void act(Scribe scribe) {
            for (int index : plot.targets().half(0).indexes()) {
                StationCode code = new StationCode(plot.country().station(index).code());
                scribe.add(new Entry.IncidentReported(
                        new Incident(code, Incident.Kind.NOT_TRANSMITTED, Holder.FIRST.id(), Days.CLOSING)));
            }
        }

        @Override
        public List<Truth.Deed> deeds() {
            return plot.deeds();
        }
    }

    /** Of three times as many stations those where the first candidate is strongest. */
    record SelectiveAbsence(Plot plot) implements Liar {
        static SelectiveAbsence of(Plot plot) {
            Country country = plot.country();
            int first = country.ballot().first();
            record Share(int station, long perMillion) {}
            int[] strongholds = Arrays.stream(plot.targets().indexes())
                    .mapToObj(i -> {
                        Sheet sheet = country.sheet(i);
                        return new Share(i, sheet.votes(first) * 1_000_000L / sheet.valid());
                    })
                    .sorted(Comparator.comparingLong(Share::perMillion).reversed())
                    .limit(Targets.each(country.plan()))
                    .mapToInt(Share::station)
                    .toArray();
            return new SelectiveAbsence(plot.about(new Targets(strongholds)));
        }

        @Override
        public boolean announces(Station at, boolean isAnnounced) {
            return isAnnounced && !plot.concerns(at);
        }

        @Override
        public boolean holds(Station at, Holder holder, boolean isHeld) {
            return firstHolds(plot, at, holder, isHeld);
        }

        @Override
        public List<Truth.Deed> deeds() {
            return plot.deeds();
        }
    }

    record RewrittenAfterCopies(Plot plot) implements Liar {
        @Override
        public boolean holds(Station at, Holder holder, boolean isHeld) {
            return firstHolds(plot, at, holder, isHeld);
        }

        @Override
        public void act(Scribe scribe) {
            Delivery delivery = scribe.deliver(
                    Holder.AUTHORITY, Source.Kind.ANNOUNCED, Ballot.ANNOUNCED_FIGURES, true, Days.REWRITING);
            for (int index : plot.targets().indexes()) {
                Station station = plot.country().station(index);
                Sheet rewritten = plot.tilted(plot.country().sheet(index), PERCENT_MOVED);
                Scribe.give(delivery, station, rewritten, StationFigures.Way.UNSTATED);
            }
            Scribe.finish(delivery);
        }

        @Override
        public List<Truth.Deed> deeds() {
            return plot.deeds();
        }
    }

    /** The authority publishes neither results of stations nor its own copies. */
    record TotalWithoutDetail(Plot plot) implements Liar {
        @Override
        public boolean announces(Station at, boolean isAnnounced) {
            return false;
        }

        @Override
        public boolean holds(Station at, Holder holder, boolean isHeld) {
            return isHeld && holder.role() != Holder.Role.AUTHORITY;
        }

        @Override
        public List<Truth.Deed> deeds() {
            return plot.wholeDeed();
        }
    }

    /** So many votes change hands that the second candidate wins, and the first has fewer than on the sheets that are there. */
    record ImpossibleTotal(Plot plot) implements Liar {
        private static final int LOSERS_PERCENT = 46;
        private static final int KEPT_PERCENT_MOST = 75;

        @Override
        public Sums total(Sums sums) {
            Ballot ballot = plot.country().ballot();
            long first = sums.votes(ballot.first());
            long both = first + sums.votes(ballot.second());
            long left = Math.min(both * LOSERS_PERCENT / 100, first * KEPT_PERCENT_MOST / 100);
            return sums.with(ballot.first(), left).with(ballot.second(), both - left);
        }

        @Override
        public List<Truth.Deed> deeds() {
            return plot.wholeDeed();
        }
    }

    /** Percentages with one decimal are made up first, and the votes are worked out from them. */
    record TotalsFromPercentages(Plot plot) implements Liar {
        private static final int WHOLE = 1_000;

        @Override
        public Sums total(Sums sums) {
            List<Integer> shares = shares(sums);
            for (int step = 0; ; step++) {
                long valid = sums.valid() + (step % 2 == 0 ? step / 2 : -(step + 1) / 2);
                List<Long> votes = shares.stream()
                        .map(share -> (valid * share + WHOLE / 2) / WHOLE)
                        .toList();
                // True at the latest where the valid votes are a multiple of a thousand.
                if (votes.stream().mapToLong(Long::longValue).sum() == valid) {
                    return new Sums(votes, sums.nullVotes(), sums.blank());
                }
            }
        }

        /** Thousandths that add up to a thousand: rounded down, then the largest remainders up. */
        private static List<Integer> shares(Sums sums) {
            long valid = sums.valid();
            List<Integer> shares = new ArrayList<>();
            sums.votes().forEach(v -> shares.add((int) (v * WHOLE / valid)));
            int missing = WHOLE - shares.stream().mapToInt(Integer::intValue).sum();
            IntStream.range(0, shares.size())
                    .boxed()
                    .sorted(Comparator.comparingLong((Integer i) -> sums.votes(i) * WHOLE % valid)
                            .reversed())
                    .limit(missing)
                    .forEach(i -> shares.set(i, shares.get(i) + 1));
            return shares;
        }

        @Override
        public List<Truth.Deed> deeds() {
            return plot.wholeDeed();
        }
    }
}
