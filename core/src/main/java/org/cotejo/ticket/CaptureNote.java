package org.cotejo.ticket;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotejo.base.Check;
import org.cotejo.base.Problem;
import org.cotejo.base.Result;
import org.cotejo.crypto.Ed25519Key;
import org.cotejo.crypto.Ed25519Secret;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.definition.Names;
import org.cotejo.definition.StationCode;

/**
 * What a device signs of a picture before it leaves it (docs/formats/captures.md, section 1): which picture, of which station, in which hour. The
 * key is a ticket that signs this one note.
 */
public final class CaptureNote {
    /** Bytes of a note. */
    public static final int BYTES_MOST = 1_000;

    /** Bytes of a picture. */
    public static final int PICTURE_MOST = 6 << 20;

    private static final String VERSION = "cotejo-capture/1";
    private static final String ALGORITHM = "algorithm ED25519";
    private static final String SIGNATURE = "signature ";
    private static final int SIGNATURE_LINE = SIGNATURE.length() + 2 * Ed25519Key.SIGNATURE_SIZE + 1;
    private static final Pattern PICTURE = Pattern.compile("picture ([0-9a-f]{64}) ([1-9][0-9]{0,6})");
    private static final Pattern HOUR =
            Pattern.compile("hour ([0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3]):00Z)");
    private static final Pattern TICKET = Pattern.compile("ticket ([0-9a-f]{64})");
    private static final Pattern SIGNED = Pattern.compile(SIGNATURE + "([0-9a-f]{128})");
    private static final int LINES = 8;

    private final String election;
    private final StationCode station;
    private final Hash picture;
    private final int size;
    private final Instant hour;
    private final Ed25519Key ticket;
    private final byte[] signature;

    private CaptureNote(
            String election,
            StationCode station,
            Hash picture,
            int size,
            Instant hour,
            Ed25519Key ticket,
            byte[] signature) {
        this.election = election;
        this.station = station;
        this.picture = picture;
        this.size = size;
        this.hour = hour;
        this.ticket = ticket;
        this.signature = signature;
    }

    /** The note of a picture, signed; of the time only the hour is kept. */
    public static CaptureNote signedBy(
            Ed25519Secret ticket, String election, StationCode station, byte[] picture, Instant now) {
        Check.that(Names.idFault(election).isEmpty(), "election '%s'", election);
        Check.that(picture.length >= 1 && picture.length <= PICTURE_MOST, "%d bytes", picture.length);
        CaptureNote unsigned = new CaptureNote(
                election,
                station,
                Sha256.of(picture),
                picture.length,
                now.truncatedTo(ChronoUnit.HOURS),
                ticket.verifyKey(),
                new byte[0]);
        return new CaptureNote(
                election,
                station,
                unsigned.picture,
                unsigned.size,
                unsigned.hour,
                unsigned.ticket,
                ticket.sign(unsigned.signed()));
    }

    public String election() {
        return election;
    }

    public StationCode station() {
        return station;
    }

    /** SHA-256 of the picture's bytes. */
    public Hash picture() {
        return picture;
    }

    /** The full hour in which it was signed, by the device's clock. */
    public Instant hour() {
        return hour;
    }

    /** The one-time key: for the body that handed it out, and for nobody else. */
    public Ed25519Key ticket() {
        return ticket;
    }

    /** What it is called from here on, by submitter and intake: the hash of its bytes. */
    public Hash id() {
        return Sha256.of(bytes());
    }

    private byte[] signed() {
        String text = VERSION + '\n' + ALGORITHM + '\n' + "election " + election + '\n' + "station " + station + '\n'
                + "picture " + picture.hex() + ' ' + size + '\n'
                + "hour " + hour.toString().replace(":00:00Z", ":00Z") + '\n'
                + "ticket " + HexFormat.of().formatHex(ticket.bytes()) + '\n';
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The one text of it. */
    public byte[] bytes() {
        byte[] signed = signed();
        byte[] last = (SIGNATURE + HexFormat.of().formatHex(signature) + '\n').getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(signed, signed.length + last.length);
        System.arraycopy(last, 0, all, signed.length, last.length);
        return all;
    }

    /** Note and picture as they travel: one behind the other. */
    public byte[] envelope(byte[] pictureBytes) {
        byte[] note = bytes();
        byte[] all = Arrays.copyOf(note, note.length + pictureBytes.length);
        System.arraycopy(pictureBytes, 0, all, note.length, pictureBytes.length);
        return all;
    }

    /** Where the note at the beginning of an envelope ends; empty if there is none. */
    public static Optional<Integer> endIn(byte[] envelope) {
        byte[] mark = ("\n" + SIGNATURE).getBytes(StandardCharsets.US_ASCII);
        int last = Math.min(envelope.length, BYTES_MOST) - SIGNATURE_LINE;
        for (int at = 0; at < last; at++) {
            if (Arrays.equals(envelope, at, at + mark.length, mark, 0, mark.length)) {
                return Optional.of(at + 1 + SIGNATURE_LINE);
            }
        }
        return Optional.empty();
    }

    /** Reads one; what it takes, it prints to the same bytes. Whether it is signed is asked by {@link #fault}. */
    public static Result<CaptureNote> parse(byte[] bytes) {
        if (bytes.length > BYTES_MOST) {
            return refused(1);
        }
        String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
        if (lines.length != LINES + 1 || !lines[0].equals(VERSION)) {
            return refused(1);
        }
        Matcher picture = PICTURE.matcher(lines[4]);
        Matcher hour = HOUR.matcher(lines[5]);
        Matcher ticket = TICKET.matcher(lines[6]);
        Matcher signature = SIGNED.matcher(lines[7]);
        boolean[] fits = {
            true,
            lines[1].equals(ALGORITHM),
            TicketList.isId(lines[2], "election "),
            TicketList.isId(lines[3], "station "),
            picture.matches() && Integer.parseInt(picture.group(2)) <= PICTURE_MOST,
            hour.matches(),
            ticket.matches(),
            signature.matches()
        };
        for (int i = 0; i < fits.length; i++) {
            if (!fits[i]) {
                return refused(i + 1);
            }
        }
        return Ed25519Key.enrolled(HexFormat.of().parseHex(ticket.group(1)))
                .then(key -> whole(
                        new CaptureNote(
                                lines[2].substring("election ".length()),
                                new StationCode(lines[3].substring("station ".length())),
                                Hash.ofHex(picture.group(1)),
                                Integer.parseInt(picture.group(2)),
                                hour(hour.group(1)),
                                key,
                                HexFormat.of().parseHex(signature.group(1))),
                        bytes));
    }

    private static Result<CaptureNote> whole(CaptureNote note, byte[] bytes) {
        return Arrays.equals(note.bytes(), bytes) ? Result.ok(note) : refused(1);
    }

    /** A day that there is not, such as 31 February, becomes another text and is refused for it. */
    private static Instant hour(String text) {
        try {
            return Instant.parse(text.replace(":00Z", ":00:00Z"));
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    private static Result<CaptureNote> refused(int line) {
        return Result.refused(CaptureProblem.NOTE.with(line));
    }

    /** What refutes the note with this picture; empty where its ticket signed it and this is the picture. */
    public Optional<Problem> fault(byte[] pictureBytes) {
        byte[] signed = signed();
        if (!ticket.verifies(signed, 0, signed.length, signature)) {
            return Optional.of(CaptureProblem.SIGNATURE.with());
        }
        return pictureBytes.length == size && Sha256.of(pictureBytes).equals(picture)
                ? Optional.empty()
                : Optional.of(CaptureProblem.PICTURE.with(size, picture));
    }

    @Override
    public String toString() {
        return "the note of a capture of " + station;
    }
}
