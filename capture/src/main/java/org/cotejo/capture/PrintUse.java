package org.cotejo.capture;

import java.util.Locale;

/** When the print of a picture is read, which takes seconds where a code takes milliseconds. */
public enum PrintUse {
    /** Where no code gave a sheet. */
    AUTO,
    /** Also where a code did: the two are held against each other. */
    ALWAYS,
    NEVER;

    /** As the command line names it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
