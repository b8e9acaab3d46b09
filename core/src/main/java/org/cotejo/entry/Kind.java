package org.cotejo.entry;

/** The second byte of an entry. Numbers are never used twice. */
final class Kind {
    static final int DEFINITION = 1;
    static final int PLACE = 2;
    static final int STATION = 3;
    static final int FROZEN = 4;
    static final int SOURCE = 5;
    static final int FIGURES = 6;
    static final int CORRECTION = 7;
    static final int SIGNATURES = 8;
    static final int INCIDENT = 9;
    static final int DENIAL = 10;
    static final int CUSTODY = 11;
    static final int ROSTER = 12;
    static final int AUDIT = 13;
    static final int ANNOUNCEMENT = 14;
    static final int DECISION = 15;
    static final int KEY = 16;
    static final int SHEET = 17;
    static final int RETRACTION = 18;
    static final int COMMITMENT = 19;
    static final int LOG = 20;
    static final int PUBLICATION = 21;
    static final int TAKEN = 22;
    static final int CERTIFICATE = 23;
    static final int MACHINE_LOG = 24;
    static final int PICTURE = 25;
    static final int DEFINITION_WITH_WRITE_INS = 26;

    private Kind() {}

    /** Whether there is a kind of this number. */
    static boolean isKnown(int kind) {
        return kind >= DEFINITION && kind <= DEFINITION_WITH_WRITE_INS;
    }
}
