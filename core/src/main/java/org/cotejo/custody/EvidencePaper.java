package org.cotejo.custody;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cotejo.base.Check;
import org.cotejo.base.Sentence;
import org.cotejo.definition.StationCode;
import org.cotejo.tally.Cell;

/**
 * What came of asking one body for one paper of one station.
 *
 * @param counts in the order of the figures of its {@link EvidencePapers}, {@link Cell.Blank} for what the paper does not carry;
 *     empty where no paper can be held against anything
 */
public record EvidencePaper(StationCode station, EvidenceAsk ask, State state, List<Cell> counts) {
    static final Comparator<EvidencePaper> ORDER =
            Comparator.comparing(EvidencePaper::station).thenComparing(EvidencePaper::ask);

    /** What became of it. */
    public enum State {
        /** It was laid on the table and read. */
        PRODUCED("produced", "presentado"),
        /** The body said no. */
        DENIED("denied", "negado"),
        /** Looked for and not found. */
        MISSING("not found", "no hallado"),
        /** The body gave no answer by the day that was set. */
        NO_ANSWER("no answer", "sin respuesta"),
        /** The seal of its envelope is broken or another one: what it says now proves nothing. */
        SEAL_BROKEN("seal broken", "precinto roto"),
        /** A figure on it can't be read. */
        ILLEGIBLE("illegible", "ilegible"),
        /** It shows more votes than the station has voters, and the published copy does not say the same. */
        OVERFULL("more votes than there can be", "más votos de los que puede haber");

        private final Sentence sentence;

        State(String en, String es) {
            this.sentence = new Sentence(en, es);
        }

        /** As it stands in files. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** In words, for people. */
        public Sentence sentence() {
            return sentence;
        }

        /** The state of that key. */
        public static Optional<State> named(String key) {
            for (State state : values()) {
                if (state.key().equals(key)) {
                    return Optional.of(state);
                }
            }
            return Optional.empty();
        }
    }

    public EvidencePaper {
        counts = List.copyOf(counts);
        Check.that(
                (state == State.PRODUCED) == !counts.isEmpty(),
                "%s of %s is %s with %d counts",
                ask,
                station,
                state,
                counts.size());
        Check.that(
                counts.stream().noneMatch(Cell.Illegible.class::isInstance),
                "%s of %s is produced with a figure that can't be read",
                ask,
                station);
    }
}
