package org.cotejo.capture.checker;

import java.util.List;
import java.util.Optional;
import org.cotejo.base.Problem;

/** What became of a text, or of the texts of one sheet. */
public sealed interface Checked {
    /** Why a reading can't have been misread. */
    enum Proof {
        /** The signature is that of the key listed for the machine. */
        SIGNATURE,
        /** The hashes in the text are those of the text. */
        HASH,
        /** Two decoders that know nothing of each other read the same. */
        TWO_DECODERS,
        /** No code: every number stands in print in figures and in words alike, and all sums and the register bear them out. */
        FIGURES_AND_WORDS
    }

    /** It counts. {@code notes}: worth knowing, such as sums that a machine printed wrong and signed. */
    record Taken(SheetReading reading, Proof proof, List<Problem> notes) implements Checked {
        public Taken {
            notes = List.copyOf(notes);
        }
    }

    /** It can be read but was held against no definition, since none was named. */
    record Unchecked(SheetReading reading, List<Problem> reasons) implements Checked {
        public Unchecked {
            reasons = List.copyOf(reasons);
        }
    }

    /** It is for people: {@code reading} as far as it has the grammar. */
    record Doubtful(Optional<SheetReading> reading, List<String> texts, List<Problem> reasons) implements Checked {
        public Doubtful {
            texts = List.copyOf(texts);
            reasons = List.copyOf(reasons);
        }
    }

    /** It is no sheet's: an address, an advertisement, anything. */
    record Foreign(String text) implements Checked {}
}
