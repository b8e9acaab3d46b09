package org.cotejo.station.day;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotejo.crypto.Ed25519Secret;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.sheet.StationKey;
import org.jspecify.annotations.Nullable;

/**
 * One line of a machine's log: number, time, what happened, the hash of the line before, and the station's signature over all of that
 * (docs/formats/station.md, section 2).
 *
 * @param number from 1
 * @param time local, to the minute; to the hour where one voter is concerned
 * @param what a word, and details as {@code name=value}
 */
public record LogLine(long number, String time, String what, Hash before, String text) {
    /** Stands for the line before the first. */
    static final Hash NONE = new Hash(new byte[Hash.SIZE]);

    private static final String MAGIC = "COTEJO-STATION-LOG1\n";
    private static final Pattern FORM = Pattern.compile(
            "([1-9][0-9]{0,8}) ([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:[0-9]{2}))"
                    + " ([a-z-]+(?: [a-z-]+=[a-z0-9_]+)*) ([0-9a-f]{64}) ([0-9a-f]{128})");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmXXX");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHXXX");

    /** The next line of a log, signed. */
    static LogLine signed(
            MachineIdentity of, Ed25519Secret key, long number, Instant at, ZoneId zone, Event event, Hash before) {
        String time = OffsetDateTime.ofInstant(at, zone).format(event instanceof Event.OfVoter ? HOUR : MINUTE);
        StringBuilder what = new StringBuilder(event.word());
        event.details()
                .forEach((name, value) ->
                        what.append(' ').append(name).append('=').append(value));
        String unsigned = number + " " + time + " " + what + " " + before.hex();
        String signature = HexFormat.of().formatHex(key.sign(message(of, unsigned)));
        return new LogLine(number, time, what.toString(), before, unsigned + " " + signature);
    }

    private static byte[] message(MachineIdentity of, String unsigned) {
        StationKey key = of.key();
        String whole = MAGIC + key.algorithm().label() + "\n" + of.election() + "\n" + key.station() + "\n"
                + key.machine() + "\n" + unsigned + "\n";
        return whole.getBytes(StandardCharsets.UTF_8);
    }

    /** Reads a line that the machine signed; null for anything else. */
    static @Nullable LogLine read(MachineIdentity of, String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return null;
        }
        String unsigned = text.substring(0, form.start(5) - 1);
        byte[] signature = HexFormat.of().parseHex(form.group(5));
        if (!of.key().key().verifies(message(of, unsigned), signature)) {
            return null;
        }
        return new LogLine(
                Long.parseLong(form.group(1)), form.group(2), form.group(3), Hash.ofHex(form.group(4)), text);
    }

    /** Its hash, which the next line names. */
    Hash hash() {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
