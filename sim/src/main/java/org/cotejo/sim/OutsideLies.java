package org.cotejo.sim;

import java.util.Arrays;
import java.util.List;
import org.cotejo.custody.AuditDue;
import org.cotejo.custody.Source;
import org.cotejo.custody.SourceId;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.StationCode;
import org.cotejo.entry.Entry;
import org.cotejo.folder.Delivery;
import org.cotejo.tally.Cells;

/** Lies told beside the sheets: stations that aren't there, stolen figures, audits that are not held. */
final class OutsideLies {
    private OutsideLies() {}

    /** Stations that the register lacks, in centres that it has, nearly all votes for the second candidate. */
    record PhantomStation(Plot plot) implements Liar {
        private static final int PERCENT_MOVED = 90;

        /** Written entry by entry: a delivery would look for lost zeros in every code of the register. */
        @Override
        public void act(Scribe scribe) {
            SourceId source = scribe.open(
                    Holder.SECOND, Source.Kind.COPIES, Holder.SECOND.figures(), true, Days.copies(Holder.SECOND));
            for (int index : plot.targets().indexes()) {
                int[] cells =
                        plot.tilted(plot.country().sheet(index), PERCENT_MOVED).cells();
                scribe.add(new Entry.FiguresGiven(new StationFigures(
                        source,
                        code(index),
                        StationFigures.Paper.FINAL,
                        StationFigures.Way.UNSTATED,
                        Cells.ofPacked(cells, Holder.SECOND.figures()))));
            }
        }

        private StationCode code(int index) {
            return new StationCode(
                    plot.country().geography().codeBeyond(plot.country().station(index)));
        }

        @Override
        public List<Truth.Deed> deeds() {
            return Arrays.stream(plot.targets().indexes())
                    .mapToObj(i -> new Truth.Deed(
                            plot.lie(), code(i), plot.lie().codes().getFirst()))
                    .toList();
        }
    }

    /** Every fifth station, with other figures. */
    record UnlawfulDump(Plot plot) implements Liar {
        private static final int STEP = 5;
        private static final int PERCENT_MOVED = 20;

        @Override
        public void act(Scribe scribe) {
            Delivery delivery = scribe.deliver(Holder.LEAK, Source.Kind.COPIES, Holder.LEAK.figures(), true, Days.DUMP);
            for (int index = 0; index < plot.country().stations(); index += STEP) {
                Sheet sheet = plot.tilted(plot.country().sheet(index), PERCENT_MOVED);
                Scribe.give(delivery, plot.country().station(index), sheet, StationFigures.Way.UNSTATED);
            }
            Scribe.finish(delivery);
        }

        @Override
        public List<Truth.Deed> deeds() {
            return plot.wholeDeed();
        }
    }

    record CancelledAudits(Plot plot) implements Liar {
        @Override
        public AuditDue audit(AuditDue audit) {
            return audit.due().isBefore(Days.ELECTION)
                    ? audit
                    : new AuditDue(audit.id(), audit.title(), audit.law(), audit.due(), AuditDue.State.CANCELLED, null);
        }

        @Override
        public List<Truth.Deed> deeds() {
            return plot.wholeDeed();
        }
    }
}
