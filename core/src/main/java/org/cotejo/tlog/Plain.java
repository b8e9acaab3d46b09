package org.cotejo.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.cotejo.base.Texts;
import org.cotejo.crypto.Hash;

/** The strict forms of which all formats of a log are made: each value has one spelling, everything else is empty here. */
final class Plain {
    /** Most bytes of a name or origin, since a cosignature holds its length in one byte. */
    static final int NAME_MOST = 255;

    private static final int DIGITS_MOST = 19;

    private Plain() {}

    /** Text of valid UTF-8. */
    static Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Standard base64 with padding, in the one spelling of its bytes. */
    static Optional<byte[]> base64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return base64(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static Optional<Hash> hash(String text) {
        return base64(text).filter(bytes -> bytes.length == Hash.SIZE).map(Hash::new);
    }

    /** A decimal number without sign and without leading zeros that fits in a {@code long}. */
    static Optional<Long> number(String text) {
        if (text.isEmpty() || text.length() > DIGITS_MOST || (text.charAt(0) == '0' && text.length() > 1)) {
            return Optional.empty();
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || value > (Long.MAX_VALUE - digit) / 10) {
                return Optional.empty();
            }
            value = value * 10 + digit;
        }
        return Optional.of(value);
    }

    /** Whether a text can be an origin: not empty, not too long, no control or hidden characters. */
    static boolean isOrigin(String text) {
        return !text.isEmpty() && text.length() <= NAME_MOST && bytes(text).length <= NAME_MOST && Texts.isClean(text);
    }

    /** Whether a text can name a key: an origin without white space and without a plus sign. */
    static boolean isKeyName(String text) {
        return isOrigin(text)
                && text.indexOf('+') < 0
                && text.codePoints().noneMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    static byte[] joined(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteBuffer all = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }
}
