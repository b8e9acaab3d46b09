package org.cotejo.station.day;

import java.util.Locale;
import org.cotejo.base.Sentence;

/** What became of one print. */
public sealed interface PrintOutcome {
    /** The whole paper came out and was cut. */
    record Printed() implements PrintOutcome {}

    /** It did not, or nobody can say so: whatever came out is void. */
    record Failed(Reason reason) implements PrintOutcome {}

    /** Why a print failed. */
    enum Reason {
        /** No paper is left. */
        NO_PAPER("no paper is left", "no queda papel"),
        /** Paper is stuck. */
        JAM("paper is stuck", "el papel está atascado"),
        /** The cover is open. */
        COVER_OPEN("the cover is open", "la tapa está abierta"),
        /** The printer can't be reached or does not answer. */
        OFFLINE("the printer does not answer", "la impresora no responde"),
        /** It stopped in the middle. */
        HALF_PRINTED("it stopped in the middle", "se detuvo a la mitad"),
        /** It reports another fault. */
        FAULT("the printer reports a fault", "la impresora informa de una avería"),
        /** The power failed, or the printer said nothing: nobody knows what came out. */
        UNKNOWN("nobody knows what came out", "no se sabe qué salió");

        private final Sentence sentence;

        Reason(String en, String es) {
            this.sentence = new Sentence(en, es);
        }

        /** As part of a sentence. */
        public Sentence sentence() {
            return sentence;
        }

        /** As it stands in the machine's log. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
