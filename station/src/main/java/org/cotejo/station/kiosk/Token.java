package org.cotejo.station.kiosk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The secret of one page of one process: who does not show it is answered nothing but the empty page. */
final class Token {
    private static final int BYTES = 20;

    private final String value;

    private Token(String value) {
        this.value = value;
    }

    static Token of(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Token(HexFormat.of().formatHex(bytes));
    }

    /** For the part of an address that a browser sends to nobody. */
    String value() {
        return value;
    }

    /** Whether it was shown; takes as long for a nearly right one as for a wrong one. */
    boolean is(@Nullable String shown) {
        return shown != null
                && MessageDigest.isEqual(
                        value.getBytes(StandardCharsets.US_ASCII), shown.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "a token";
    }
}
