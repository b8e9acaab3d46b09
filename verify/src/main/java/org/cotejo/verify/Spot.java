package org.cotejo.verify;

import org.cotejo.base.Check;
import org.cotejo.base.Sentence;

/**
 * Where in a publication a problem lies.
 *
 * @param file path from its root; empty if it is about no single file
 * @param entry index of the entry in the log, or {@link #NONE}
 * @param offset of the first byte concerned in the file, or {@link #NONE}
 */
public record Spot(String file, long entry, long offset) {
    public static final long NONE = -1;

    public Spot {
        Check.that(entry >= NONE && offset >= NONE, "entry %d, byte %d", entry, offset);
    }

    /** A whole file. */
    public static Spot file(String file) {
        return new Spot(file, NONE, NONE);
    }

    /** Nothing narrower than the publication. */
    public static Spot all() {
        return file("");
    }

    /** For people. */
    public Sentence sentence() {
        if (file.isEmpty() && entry == NONE) {
            return new Sentence("the publication", "la publicación");
        }
        String en = file;
        String es = file;
        if (entry != NONE) {
            en += (en.isEmpty() ? "" : ", ") + "entry " + entry;
            es += (es.isEmpty() ? "" : ", ") + "entrada " + entry;
        }
        String at = offset == NONE ? "" : ", byte " + offset;
        return new Sentence(en + at, es + at);
    }
}
