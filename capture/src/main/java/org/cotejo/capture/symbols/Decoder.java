package org.cotejo.capture.symbols;

import java.util.List;
import org.cotejo.capture.picture.Grey;

/** One way to read symbols. Need not be safe for use by several threads. */
interface Decoder {
    /**
     * What it read, and where something looked like a symbol: there the text is empty.
     *
     * @param mayHoldMore whether so many marks of symbols are left over that another decoder should look too
     */
    record Answer(List<Seen> seen, List<Seen> failed, boolean mayHoldMore) {
        static final Answer NOTHING = new Answer(List.of(), List.of(), false);
    }

    /**
     * A symbol in the plane that was handed in.
     *
     * @param module pixels of that plane a module
     */
    record Seen(String text, Quad place, double module) {}

    /** The library that decodes; two with different names know nothing of each other. */
    String name();

    /** Every symbol that it can read in a plane; never throws for what stands in it. */
    Answer decode(Grey plane);
}
