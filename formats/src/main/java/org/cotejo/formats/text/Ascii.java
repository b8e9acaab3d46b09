package org.cotejo.formats.text;

/** Looks through the bytes of a large file once and says what kinds of bytes stand in it. */
final class Ascii {
    /** A byte beyond ASCII. */
    static final int BEYOND = 1;

    /** A byte below 0x20 that is no tab or line end, or 0x7f. */
    static final int CONTROL = 2;

    static final int QUOTE = 4;
    static final int RETURN = 8;

    /** All kinds together: what is none of them is plain text of one line after the other. */
    static final int UNUSUAL = BEYOND | CONTROL | QUOTE | RETURN;

    private static final byte[] KINDS = new byte[256];

    static {
        for (int b = 0; b < KINDS.length; b++) {
            KINDS[b] = (byte) kind(b);
        }
    }

    private Ascii() {}

    private static int kind(int b) {
        return switch (b) {
            case '\n', '\t' -> 0;
            case '\r' -> RETURN;
            case '"' -> QUOTE;
            case 0x7f -> CONTROL;
            default -> b < 0x20 ? CONTROL : b >= 0x80 ? BEYOND : 0;
        };
    }

    /** The kinds that stand anywhere from {@code start} on, as a sum of the constants. */
    static int kinds(byte[] bytes, int start) {
        int kinds = 0;
        for (int i = start; i < bytes.length; i++) {
            kinds |= KINDS[bytes[i] & 0xff];
        }
        return kinds;
    }

    /** The first place from {@code start} on with a byte of a kind, or the length. */
    static int first(byte[] bytes, int start, int kind) {
        return first(bytes, start, bytes.length, kind);
    }

    /** The first place from {@code start} on with a byte of a kind, or {@code end}. */
    static int first(byte[] bytes, int start, int end, int kind) {
        int at = start;
        while (at < end && (KINDS[bytes[at] & 0xff] & kind) == 0) {
            at++;
        }
        return at;
    }

    /** The first place from {@code start} on with a byte that is ASCII, or {@code end}. */
    static int firstPlain(byte[] bytes, int start, int end) {
        int at = start;
        while (at < end && bytes[at] < 0) {
            at++;
        }
        return at;
    }

    /** Whether every carriage return is followed by a line feed. */
    static boolean hasPairedReturns(byte[] bytes) {
        for (int at = first(bytes, 0, RETURN); at < bytes.length; at = first(bytes, at + 1, RETURN)) {
            if (at + 1 == bytes.length || bytes[at + 1] != '\n') {
                return false;
            }
        }
        return true;
    }
}
