package org.cotejo.node.keys;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.cotejo.base.Check;
import org.cotejo.base.Result;
import org.cotejo.crypto.OneSeal;
import org.cotejo.crypto.Sha256;
import org.cotejo.definition.SpokenHash;
import org.cotejo.tlog.Vkey;

/**
 * One of the shares of a log's keys, as it stands on paper. Every share holds the keys sealed, and its part of the key that opens them: so
 * {@code need} sheets of paper are all that it takes, and one fewer tells nothing.
 *
 * @param origin of the log
 * @param fingerprint of the log's Ed25519 key, as it was read aloud
 * @param index of this share, 1 to {@code shares}
 * @param need how many restore the keys
 * @param part of the key that opens, {@link OneSeal#SIZE} bytes
 * @param sealed the keys, the same in every share of a backup
 */
@SuppressWarnings("ArrayRecordComponent") // compared by their text
public record KeyShare(
        String origin, SpokenHash fingerprint, int index, int shares, int need, byte[] part, byte[] sealed) {
    /** Most shares of a backup: as many as a ceremony can hand out. */
    public static final int SHARES_MOST = 20;

    private static final String FIRST = "COTEJO KEY SHARE 1";
    private static final int ROW = 16;
    private static final int ROW_CHECK = 2;
    private static final int CHECK = 6;
    private static final int SEALED_MOST = 512;
    private static final int TEXT_MOST = 1 << 14;
    private static final int HEADER_LINES = 4;
    private static final HexFormat HEX = HexFormat.of();

    public KeyShare {
        Check.that(isOf(index, shares, need), "share %d of %d, %d needed", index, shares, need);
        Check.that(Vkey.isName(origin), "'%s' is no origin", origin);
        Check.that(part.length == OneSeal.SIZE && sealed.length <= SEALED_MOST, "%d, %d", part.length, sealed.length);
        part = part.clone();
        sealed = sealed.clone();
    }

    private static boolean isOf(int index, int shares, int need) {
        return need >= 2 && need <= shares && shares <= SHARES_MOST && index >= 1 && index <= shares;
    }

    @Override
    public byte[] part() {
        return part.clone();
    }

    @Override
    public byte[] sealed() {
        return sealed.clone();
    }

    /** What all shares of a backup have in common, and what the keys are sealed about. */
    static byte[] about(String origin, SpokenHash fingerprint, int shares, int need) {
        return (FIRST + "\nlog " + origin + "\nkey " + fingerprint + "\n" + need + " of " + shares + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private String header() {
        return FIRST + "\nlog " + origin + "\nkey " + fingerprint + "\nshare " + index + " of " + shares + ", any "
                + need + " restore\n";
    }

    /** As it is printed, typed back and held in its QR code; {@link #parse} reads it. */
    public String text() {
        StringBuilder text = new StringBuilder(header());
        rows().forEach(row -> text.append(row).append('\n'));
        return text.toString();
    }

    /** The rows alone: a number, groups of four digits, and a group that tells whether the row was typed right. */
    public List<String> rows() {
        byte[] body = body();
        List<String> rows = new ArrayList<>();
        for (int at = 0; at < body.length; at += ROW) {
            byte[] row = Arrays.copyOfRange(body, at, Math.min(body.length, at + ROW));
            int number = rows.size() + 1;
            rows.add("%02d %s = %s".formatted(number, grouped(HEX.formatHex(row)), HEX.formatHex(check(number, row))));
        }
        return rows;
    }

    private byte[] body() {
        byte[] data = new byte[part.length + sealed.length];
        System.arraycopy(part, 0, data, 0, part.length);
        System.arraycopy(sealed, 0, data, part.length, sealed.length);
        byte[] body = Arrays.copyOf(data, data.length + CHECK);
        System.arraycopy(whole(header(), data), 0, body, data.length, CHECK);
        return body;
    }

    private static byte[] whole(String header, byte[] data) {
        Sha256 hash = new Sha256();
        byte[] first = header.getBytes(StandardCharsets.UTF_8);
        hash.add(first, 0, first.length);
        hash.add(data, 0, data.length);
        return hash.hash().bytes();
    }

    private static byte[] check(int number, byte[] row) {
        byte[] numbered = new byte[row.length + 1];
        numbered[0] = (byte) number;
        System.arraycopy(row, 0, numbered, 1, row.length);
        return Arrays.copyOf(Sha256.of(numbered).bytes(), ROW_CHECK);
    }

    private static String grouped(String hex) {
        return hex.replaceAll("(.{4})(?!$)", "$1 ");
    }

    /**
     * Reads a share from a file or from what a person typed: large letters, further blanks and empty lines do not matter, and the letters o
     * and l are taken for the digits that they look like.
     */
    public static Result<KeyShare> parse(String typed) {
        if (typed.length() > TEXT_MOST) {
            return malformed(0, "it is too long", "es demasiado larga");
        }
        String text = typed.startsWith("\ufeff") ? typed.substring(1) : typed;
        List<String> lines = text.lines()
                .map(line -> line.strip().replaceAll("\\s+", " "))
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.size() <= HEADER_LINES || !lines.getFirst().equalsIgnoreCase(FIRST)) {
            return malformed(1, "'" + FIRST + "' and rows were expected", "se esperaba '" + FIRST + "' y filas");
        }
        String origin = after("log ", lines.get(1));
        String groups = after("key ", lines.get(2));
        List<Integer> numbers = numbers(lines.get(3));
        if (!Vkey.isName(origin) || !groups.matches("([0-9]{4} ){9}[0-9]{4}")) {
            return malformed(
                    2,
                    "'log' with a name and 'key' with ten groups were expected",
                    "se esperaba 'log' con un nombre y 'key' con diez grupos");
        }
        if (numbers.size() != 3 || !isOf(numbers.get(0), numbers.get(1), numbers.get(2))) {
            return malformed(
                    4, "'share 2 of 5, any 3 restore' was expected", "se esperaba 'share 2 of 5, any 3 restore'");
        }
        return body(lines.subList(HEADER_LINES, lines.size()))
                .then(body -> made(origin, new SpokenHash(groups), numbers, body));
    }

    private static Result<KeyShare> made(String origin, SpokenHash key, List<Integer> numbers, byte[] body) {
        int data = body.length - CHECK;
        if (data < OneSeal.SIZE + OneSeal.TAG_SIZE || data > OneSeal.SIZE + SEALED_MOST) {
            return malformed(0, "rows are missing, or there are too many", "faltan filas, o sobran");
        }
        KeyShare share = new KeyShare(
                origin,
                key,
                numbers.get(0),
                numbers.get(1),
                numbers.get(2),
                Arrays.copyOf(body, OneSeal.SIZE),
                Arrays.copyOfRange(body, OneSeal.SIZE, data));
        return Arrays.equals(share.body(), body) ? Result.ok(share) : Result.refused(KeysProblem.CHANGED.with());
    }

    private static Result<byte[]> body(List<String> rows) {
        java.io.ByteArrayOutputStream body = new java.io.ByteArrayOutputStream();
        for (int i = 0; i < rows.size(); i++) {
            String plain =
                    rows.get(i).toLowerCase(Locale.ROOT).replace('o', '0').replace('l', '1');
            String row = plain.replaceFirst("^[0-9]{2} ", "").replaceAll("[ =]", "");
            boolean isLast = i == rows.size() - 1;
            boolean isRow = plain.startsWith("%02d ".formatted(i + 1))
                    && row.matches("[0-9a-f]+")
                    && row.length() % 2 == 0
                    && row.length() > 2 * ROW_CHECK
                    && (isLast ? row.length() <= 2 * (ROW + ROW_CHECK) : row.length() == 2 * (ROW + ROW_CHECK));
            if (!isRow) {
                return malformed(
                        i + 1L + HEADER_LINES,
                        "row " + (i + 1) + " with its number and nine groups of digits 0-9 and a-f was expected",
                        "se esperaba la fila " + (i + 1) + " con su número y nueve grupos de dígitos 0-9 y a-f");
            }
            byte[] bytes = HEX.parseHex(row);
            byte[] data = Arrays.copyOf(bytes, bytes.length - ROW_CHECK);
            if (!Arrays.equals(check(i + 1, data), Arrays.copyOfRange(bytes, data.length, bytes.length))) {
                return Result.refused(KeysProblem.MISTYPED.with(i + 1));
            }
            body.writeBytes(data);
        }
        return Result.ok(body.toByteArray());
    }

    private static List<Integer> numbers(String line) {
        return line.matches("(?i)share [0-9]{1,2} of [0-9]{1,2}, any [0-9]{1,2} restore")
                ? Arrays.stream(line.replaceAll("[^0-9]+", " ").strip().split(" ", -1))
                        .map(Integer::valueOf)
                        .toList()
                : List.of();
    }

    private static String after(String word, String line) {
        return line.regionMatches(true, 0, word, 0, word.length()) ? line.substring(word.length()) : "";
    }

    private static <T> Result<T> malformed(long line, String en, String es) {
        return Result.refused(KeysProblem.MALFORMED.at(line, en, es));
    }

    /** Whether two shares can be of one backup. */
    boolean isWith(KeyShare other) {
        return origin.equals(other.origin)
                && fingerprint.equals(other.fingerprint)
                && shares == other.shares
                && need == other.need
                && Arrays.equals(sealed, other.sealed);
    }

    /** Never its secret. */
    @Override
    public String toString() {
        return "share " + index + " of " + shares + " of the keys of " + origin;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyShare share && share.text().equals(text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }
}
