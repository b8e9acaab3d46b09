package org.cotejo.bulletin;

import java.nio.charset.StandardCharsets;
import org.cotejo.base.Check;
import org.cotejo.base.Texts;

/** The name of a log: 1 to 200 characters of at most 240 bytes, no slash in front, no plus sign and no white space. */
public record LogOrigin(String value) {
    /** Longest origin, in characters. */
    public static final int SIZE_MOST = 200;

    private static final int BYTES_MOST = 240;

    public LogOrigin {
        Check.that(isOrigin(value), "'%s' is no origin of a log", value);
    }

    private static boolean isOrigin(String value) {
        return !value.isEmpty()
                && value.length() <= SIZE_MOST
                && value.getBytes(StandardCharsets.UTF_8).length <= BYTES_MOST
                && value.charAt(0) != '/'
                && value.indexOf('+') < 0
                && value.chars().noneMatch(c -> Texts.isBlank((char) c))
                && Texts.isClean(value)
                && Texts.tidy(value).equals(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
