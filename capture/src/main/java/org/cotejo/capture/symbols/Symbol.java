package org.cotejo.capture.symbols;

import java.util.Set;
import java.util.TreeSet;

/**
 * A symbol that was read.
 *
 * @param text as it stands in the symbol; may hold anything
 * @param place in the page
 * @param module how many pixels of the page one module is wide; 0 where the decoder does not tell
 * @param decoders names of those that read exactly this text at this place, each from the pixels by itself
 */
public record Symbol(String text, Quad place, double module, Set<String> decoders) {
    public Symbol {
        decoders = Set.copyOf(decoders);
    }

    Symbol alsoBy(Set<String> more) {
        Set<String> all = new TreeSet<>(decoders);
        all.addAll(more);
        return new Symbol(text, place, module, all);
    }

    /** Whether two decoders that know nothing of each other read the same. */
    public boolean isConfirmed() {
        return decoders.size() > 1;
    }
}
