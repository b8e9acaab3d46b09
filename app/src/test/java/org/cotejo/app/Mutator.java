package org.cotejo.app;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Changes bytes in the ways in which they go wrong: by accident, by hand and on purpose. */
final class Mutator {
    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "01",
            "+1",
            "1.0",
            "2147483648",
            "9007199254740993",
            "9223372036854775807",
            "9223372036854775808",
            "18446744073709551615",
            "18446744073709551616",
            "99999999999999999999999999");
    private static final List<String> PIECES = List.of(
            "\n",
            "\r\n",
            " ",
            "\t",
            "\u00a0",
            "\ufeff",
            "\u0000",
            "=",
            "/",
            "*",
            ":",
            "+",
            "e",
            "\u2014 ",
            "\u00e9",
            "e\u0301",
            "\ud83d\ude00",
            "\u202e");

    private final SplittableRandom random;

    Mutator(long seed) {
        this.random = new SplittableRandom(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** One to three changes; {@code other} is another sample of the same kind, for pieces that would fit. */
    byte[] changed(byte[] bytes, byte[] other) {
        byte[] now = bytes;
        for (int i = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 1; i > 0; i--) {
            now = once(now, other);
        }
        return now;
    }

    private byte[] once(byte[] bytes, byte[] other) {
        int at = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, at + 1 + random.nextInt(random.nextInt(8) == 0 ? 40 : 4));
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> flipped(bytes);
            case 3 -> spliced(bytes, at, at, new byte[] {(byte) random.nextInt(256)});
            case 4 -> spliced(bytes, at, to, new byte[0]);
            case 5 -> spliced(bytes, at, at, Arrays.copyOfRange(bytes, at, to));
            case 6 -> Arrays.copyOf(bytes, at);
            case 7 ->
                spliced(bytes, at, random.nextInt(3) == 0 ? to : at, any(PIECES).getBytes(StandardCharsets.UTF_8));
            case 8 -> number(bytes);
            case 9 -> lines(bytes);
            case 10 -> crossed(bytes, other);
            default -> digit(bytes);
        };
    }

    private byte[] flipped(byte[] bytes) {
        byte[] copy = bytes.clone();
        if (copy.length > 0) {
            copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return copy;
    }

    static byte[] spliced(byte[] bytes, int from, int to, byte[] piece) {
        byte[] out = Arrays.copyOf(bytes, bytes.length - (to - from) + piece.length);
        System.arraycopy(piece, 0, out, from, piece.length);
        System.arraycopy(bytes, to, out, from + piece.length, bytes.length - to);
        return out;
    }

    /** A run of digits becomes another number. */
    private byte[] number(byte[] bytes) {
        int start = digitFrom(bytes, random.nextInt(bytes.length + 1));
        if (start < 0) {
            return flipped(bytes);
        }
        int end = start;
        while (end < bytes.length && isDigit(bytes[end])) {
            end++;
        }
        return spliced(bytes, start, end, any(NUMBERS).getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] digit(byte[] bytes) {
        byte[] copy = bytes.clone();
        int at = digitFrom(bytes, random.nextInt(bytes.length + 1));
        if (at >= 0) {
            copy[at] = (byte) ('0' + random.nextInt(10));
        }
        return copy;
    }

    private static int digitFrom(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (isDigit(bytes[i])) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /** One line is repeated, taken out, or changes places with the next. */
    private byte[] lines(byte[] bytes) {
        String[] lines = new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1);
        int at = random.nextInt(lines.length);
        int next = (at + 1) % lines.length;
        switch (random.nextInt(3)) {
            case 0 -> lines[at] = lines[at] + "\n" + lines[at];
            case 1 -> lines = without(lines, at);
            default -> {
                String line = lines[at];
                lines[at] = lines[next];
                lines[next] = line;
            }
        }
        return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String[] without(String[] lines, int at) {
        String[] fewer = Arrays.copyOf(lines, lines.length - 1);
        System.arraycopy(lines, at + 1, fewer, at, lines.length - at - 1);
        return fewer;
    }

    private byte[] crossed(byte[] bytes, byte[] other) {
        int at = random.nextInt(Math.min(bytes.length, other.length) + 1);
        return spliced(bytes, at, bytes.length, Arrays.copyOfRange(other, at, other.length));
    }
}
