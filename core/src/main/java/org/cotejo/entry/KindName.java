package org.cotejo.entry;

import java.util.List;
import org.cotejo.base.Check;

/** What the kinds of entries are called where they are counted (docs/formats/publication.md, section 4). */
public final class KindName {
    private static final List<String> NAMES = List.of(
            "definition",
            "place",
            "station",
            "frozen",
            "source",
            "figures",
            "correction",
            "signatures",
            "incident",
            "denial",
            "custody",
            "roster",
            "audit",
            "announcement",
            "decision",
            "key",
            "sheet",
            "retraction",
            "commitment",
            "log",
            "publication",
            "taken",
            "certificate",
            "machine_log",
            "picture",
            "definition_write_in");

    private KindName() {}

    /** Number of kinds; they are numbered from 1. */
    public static int count() {
        return NAMES.size();
    }

    /** The name of a kind by its number. */
    public static String of(int kind) {
        Check.that(kind >= 1 && kind <= NAMES.size(), "kind %d", kind);
        return NAMES.get(kind - 1);
    }
}
