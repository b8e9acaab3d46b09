package org.cotejo.site;

import java.util.Locale;

/** A language that the pages are written in; each has a folder of its own with the same pages. */
enum Language {
    ES("es", "Español", '.', ','),
    EN("en", "English", ',', '.');

    private final String code;
    private final String ownName;
    private final char group;
    private final char point;

    Language(String code, String ownName, char group, char point) {
        this.code = code;
        this.ownName = ownName;
        this.group = group;
        this.point = point;
    }

    /** As in {@code lang} attributes and in the names of folders. */
    String code() {
        return code;
    }

    /** What the language calls itself. */
    String ownName() {
        return ownName;
    }

    /** Stands between thousands. */
    char group() {
        return group;
    }

    /** Stands before decimals. */
    char point() {
        return point;
    }

    Locale locale() {
        return Locale.of(code);
    }

    Language other() {
        return this == ES ? EN : ES;
    }
}
