package org.cotejo.custody;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.cotejo.base.Sentence;
import org.cotejo.definition.CustodianId;

/**
 * A paper that an audit of the evidence asks of a body for every station that is drawn.
 *
 * @param custodian the body that should hold it, never a person
 */
public record EvidenceAsk(CustodianId custodian, Paper paper) implements Comparable<EvidenceAsk> {
    private static final Comparator<EvidenceAsk> ORDER =
            Comparator.comparing(EvidenceAsk::custodian).thenComparing(EvidenceAsk::paper);

    /** Which paper. */
    public enum Paper {
        /** The sheet itself, as it left the station: with whoever holds it, or in escrow for them. */
        ORIGINAL("the original of the sheet", "el original del acta"),
        /** The signed certificate of the hand count of the box at closing (constancia). */
        CERTIFICATE("the signed certificate of the count", "la constancia firmada del conteo");

        private final Sentence sentence;

        Paper(String en, String es) {
            this.sentence = new Sentence(en, es);
        }

        /** As it stands in files and on the command line. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** In words, for people. */
        public Sentence sentence() {
            return sentence;
        }

        /** The paper of that key. */
        public static Optional<Paper> named(String key) {
            for (Paper paper : values()) {
                if (paper.key().equals(key)) {
                    return Optional.of(paper);
                }
            }
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(EvidenceAsk other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return custodian + ":" + paper.key();
    }
}
