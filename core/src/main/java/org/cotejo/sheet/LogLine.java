package org.cotejo.sheet;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotejo.crypto.Ed25519Secret;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * One line of a machine's log: number, time, what happened, the hash of the line before, and the station's signature over all of that
 * (docs/formats/station.md, section 2). What can happen is a closed list of words, so that no line holds free text.
 *
 * @param number from 1
 * @param time local, to the minute; to the hour where one voter is concerned
 * @param what a word, and details as {@code name=value}
 * @param before hash of the line before
 * @param text the whole line, signature included, without its line feed
 */
public record LogLine(long number, String time, String what, Hash before, String text) {
    /** Stands for the line before the first. */
    public static final Hash NONE = new Hash(new byte[Hash.SIZE]);

    private static final String MAGIC = "COTEJO-STATION-LOG1\n";
    private static final String COUNT = "(?:0|[1-9][0-9]{0,8})";
    private static final String REASON = "(?:no_paper|jam|cover_open|offline|half_printed|fault|unknown)";
    private static final String OF_VOTER =
            "(?:released|release-cancelled|confirmed|receipt-printed|receipt-again|counted"
                    + "|counted-unanswered|spoiled|withdrawn|receipt-failed reason=" + REASON + ")";
    private static final String OF_STATION =
            "(?:initialised|loaded|opened|closed|transmitted|started software=[0-9a-f]{64}"
                    + "|opening-begun copies=" + COUNT + "|copy-begun copy=" + COUNT + " printing=" + COUNT
                    + "|copy-printed copy="
                    + COUNT + "|copy-failed copy=" + COUNT + " reason=" + REASON + "|closing-begun poll-book=" + COUNT
                    + " counted="
                    + COUNT + " copies=" + COUNT + "|box-counted same=(?:yes|no))";
    private static final String OFFSET = "(?:Z|[+-][0-9]{2}:[0-9]{2})";
    private static final Pattern FORM =
            Pattern.compile("([1-9][0-9]{0,8}) (?:([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}" + OFFSET
                    + ") (" + OF_VOTER + ")|([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}" + OFFSET + ") (" + OF_STATION
                    + ")) ([0-9a-f]{64}) ([0-9a-f]{128})");
    private static final DateTimeFormatter MINUTE = form("uuuu-MM-dd'T'HH:mmXXX");
    private static final DateTimeFormatter HOUR = form("uuuu-MM-dd'T'HHXXX");
    private static final int HOUR_SIZE = 13;
    private static final int SIGNATURE_DIGITS = 128;

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    /**
     * The next line of a log, signed.
     *
     * @param election the id of the election
     * @param machine whose line it is
     * @param isOfVoter whether it is of one voter, so that the line gives the hour alone
     */
    public static LogLine signed(
            String election,
            StationKey machine,
            Ed25519Secret key,
            long number,
            OffsetDateTime at,
            boolean isOfVoter,
            String what,
            Hash before) {
        String time = at.format(isOfVoter ? HOUR : MINUTE);
        String unsigned = number + " " + time + " " + what + " " + before.hex();
        String signature = HexFormat.of().formatHex(key.sign(message(election, machine, unsigned)));
        return new LogLine(number, time, what, before, unsigned + " " + signature);
    }

    private static byte[] message(String election, StationKey key, String unsigned) {
        String whole = MAGIC + key.algorithm().label() + "\n" + election + "\n" + key.station() + "\n" + key.machine()
                + "\n" + unsigned + "\n";
        return whole.getBytes(StandardCharsets.UTF_8);
    }

    /** Reads a line that nobody vouches for; null for what no machine writes. */
    public static @Nullable LogLine read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return null;
        }
        boolean isOfVoter = form.group(2) != null;
        String time = isOfVoter ? form.group(2) : form.group(4);
        if (!isTime(time, isOfVoter)) {
            return null;
        }
        return new LogLine(
                Long.parseLong(form.group(1)),
                time,
                isOfVoter ? form.group(3) : form.group(5),
                Hash.ofHex(form.group(6)),
                text);
    }

    /** Whether this is the one form of a time that a clock shows. */
    private static boolean isTime(String time, boolean isHour) {
        String minute = isHour ? time.substring(0, HOUR_SIZE) + ":00" + time.substring(HOUR_SIZE) : time;
        try {
            OffsetDateTime at = OffsetDateTime.parse(minute, MINUTE);
            new SheetHours(at.toLocalDateTime(), at.toLocalDateTime(), at.getOffset());
            return at.format(MINUTE).equals(minute);
        } catch (DateTimeException | IllegalArgumentException e) {
            // a day, an hour or an offset that no clock shows
            return false;
        }
    }

    /** Whether the machine of this key signed the line, in an election of this id. */
    public boolean isSignedBy(String election, StationKey machine) {
        String unsigned = text.substring(0, text.length() - SIGNATURE_DIGITS - 1);
        byte[] signature = HexFormat.of().parseHex(text.substring(text.length() - SIGNATURE_DIGITS));
        return machine.key().verifies(message(election, machine, unsigned), signature);
    }

    /** Its word, without the details. */
    public String word() {
        int blank = what.indexOf(' ');
        return blank < 0 ? what : what.substring(0, blank);
    }

    /** The number behind a name in its details. */
    int detail(String name) {
        int at = what.indexOf(" " + name + "=") + name.length() + 2;
        int end = what.indexOf(' ', at);
        return Integer.parseInt(what.substring(at, end < 0 ? what.length() : end));
    }

    /** When it was, to the minute; only of lines that are of no one voter. */
    OffsetDateTime minute() {
        return OffsetDateTime.parse(time, MINUTE);
    }

    /** Its hash, which the next line names. */
    public Hash hash() {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
