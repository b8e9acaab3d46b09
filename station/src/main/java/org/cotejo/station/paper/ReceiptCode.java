package org.cotejo.station.paper;

import org.cotejo.base.Check;

/** The code of a receipt: four groups of four letters and digits of 80 random bits; follows from nothing and is stored nowhere. */
public record ReceiptCode(String value) {
    /** Random bytes of a code. */
    public static final int RANDOM_BYTES = 10;

    // Crockford's base 32: no I, L, O, U, which are mistaken for digits or make words.
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS_A_LETTER = 5;
    private static final int LETTERS = RANDOM_BYTES * Byte.SIZE / BITS_A_LETTER;

    public ReceiptCode {
        Check.that(
                value.matches("([" + ALPHABET + "]{4}-){3}[" + ALPHABET + "]{4}"),
                "not four groups of four letters and digits: %s",
                value);
    }

    /** The code of ten bytes that a secure source of randomness gave for this receipt alone. */
    public static ReceiptCode ofRandom(byte[] random) {
        Check.that(random.length == RANDOM_BYTES, "%d random bytes", random.length);
        StringBuilder code = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte one : random) {
            held = held << Byte.SIZE | one & 0xff;
            bits += Byte.SIZE;
            while (bits >= BITS_A_LETTER) {
                bits -= BITS_A_LETTER;
                code.append(ALPHABET.charAt(held >>> bits & ALPHABET.length() - 1));
                int letters = code.length() - code.length() / 5;
                if (letters % 4 == 0 && letters < LETTERS) {
                    code.append('-');
                }
            }
        }
        return new ReceiptCode(code.toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
