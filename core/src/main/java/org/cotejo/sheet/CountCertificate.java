package org.cotejo.sheet;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotejo.base.Check;
import org.cotejo.base.Result;
import org.cotejo.crypto.Ed25519Secret;
import org.cotejo.crypto.Sha256;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.Names;
import org.cotejo.definition.SpokenHash;
import org.cotejo.definition.StationCode;
import org.cotejo.tally.Cell;

/**
 * The certificate (constancia) that the receipts of one contest were counted by hand with this result, with the signature of the
 * station's machine; it stands beside the sheet whose hash it names (docs/formats/station.md, section 3). The machine says with it what
 * was typed into it in front of everybody, and nothing about who counted. Whether the signature is true is asked apart.
 *
 * @param definition as it is read aloud, like that of a sheet
 * @param at by the station's own clock, to the minute
 * @param sheet the first 128 bits of the SHA-256 of the sheet's whole text, as 32 hexadecimal digits in capitals
 * @param votes receipts for each position of the ballot, in order
 * @param unreadable receipts of which this contest can't be read
 * @param signature 128 hexadecimal digits in capitals
 */
public record CountCertificate(
        KeyAlgorithm algorithm,
        String election,
        SpokenHash definition,
        StationCode station,
        ContestId contest,
        MachineId machine,
        LocalDateTime at,
        ZoneOffset offset,
        String sheet,
        List<Integer> votes,
        int blank,
        int unreadable,
        String signature) {
    /** Most bytes of a text. */
    public static final int TEXT_MOST = 16_000;

    private static final String MAGIC = "COTEJOCOUNT1/";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm", Locale.ROOT);
    private static final Pattern FORM =
            Pattern.compile("COTEJOCOUNT1/(ED25519|ED25519-DEMO)/([^/]+)/([0-9]{40})/([^/]+)/([^/]+)/([^/]+)/"
                    + "([0-9]{8}T[0-9]{4}) ([+-][0-9]{2})([0-9]{2})/([0-9A-F]{32})/([0-9: ]+)"
                    + "/BLANK:([0-9]{1,9}) UNREAD:([0-9]{1,9})/([0-9A-F]{128})");
    private static final int HASH_DIGITS = 32;
    private static final String UNSIGNED = "0".repeat(2 * SignedSheet.SIGNATURE_BYTES);

    public CountCertificate {
        votes = List.copyOf(votes);
        Check.that(Names.idFault(election).isEmpty(), "election '%s': %s", election, Names.idFault(election));
        Check.that(
                definition.groups().replace(" ", "").compareTo(SheetCursor.DEFINITION_MOST) <= 0,
                "%s is above 128 bits",
                definition);
        Check.that(!votes.isEmpty() && votes.size() <= Sheet.VOTES_MOST, "%d ballot positions", votes.size());
        votes.forEach(CountCertificate::checkCount);
        checkCount(blank);
        checkCount(unreadable);
        Check.that(sheet.matches("[0-9A-F]{32}"), "the hash of a sheet '%s'", sheet);
        Check.that(signature.matches("[0-9A-F]{128}"), "a signature '%s'", signature);
        new SheetHours(at, at, offset);
    }

    private static void checkCount(int count) {
        Check.that(count >= 0 && count <= Cell.MOST, "a count holds 0 to %d, not %d", Cell.MOST, count);
    }

    /**
     * A certificate as a machine signs it with its key, beside the sheet that it states of the same contest.
     *
     * @param votes receipts for each position of the ballot, in order
     */
    public static CountCertificate signedBy(
            Ed25519Secret machine,
            SignedSheet beside,
            LocalDateTime at,
            ZoneOffset offset,
            List<Integer> votes,
            int blank,
            int unreadable) {
        Sheet sheet = beside.sheet();
        CountCertificate unsigned = new CountCertificate(
                sheet.algorithm(),
                sheet.election(),
                sheet.definition(),
                sheet.station(),
                sheet.contest(),
                sheet.machine(),
                at,
                offset,
                hash(beside),
                votes,
                blank,
                unreadable,
                UNSIGNED);
        byte[] signature = machine.sign(unsigned.signed().getBytes(StandardCharsets.UTF_8));
        return unsigned.with(HexFormat.of().withUpperCase().formatHex(signature));
    }

    private CountCertificate with(String made) {
        return new CountCertificate(
                algorithm,
                election,
                definition,
                station,
                contest,
                machine,
                at,
                offset,
                sheet,
                votes,
                blank,
                unreadable,
                made);
    }

    /** The hash by which a certificate names a sheet. */
    public static String hash(SignedSheet sheet) {
        return Sha256.of(sheet.text().getBytes(StandardCharsets.UTF_8))
                .hex()
                .substring(0, HASH_DIGITS)
                .toUpperCase(Locale.ROOT);
    }

    /** Reads a text that nobody vouches for; SHEET-107 for anything that {@link #text} does not print. */
    public static Result<CountCertificate> read(String text) {
        if (text.getBytes(StandardCharsets.UTF_8).length > TEXT_MOST) {
            return refused();
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return refused();
        }
        try {
            CountCertificate read = parsed(form);
            return read.text().equals(text) ? Result.ok(read) : refused();
        } catch (DateTimeException | IllegalArgumentException e) {
            // a time, an id or a number that no certificate has
            return refused();
        }
    }

    private static Result<CountCertificate> refused() {
        return Result.refused(SheetProblem.CERTIFICATE.problem(""));
    }

    private static CountCertificate parsed(Matcher form) {
        List<Integer> votes = new ArrayList<>();
        for (String each : form.group(11).split(" ", Sheet.VOTES_MOST + 1)) {
            votes.add(Integer.parseInt(each.substring(each.indexOf(':') + 1)));
        }
        int hours = Integer.parseInt(form.group(8));
        int minutes = Integer.parseInt(form.group(9));
        return new CountCertificate(
                form.group(1).equals(KeyAlgorithm.ED25519.label()) ? KeyAlgorithm.ED25519 : KeyAlgorithm.ED25519_DEMO,
                form.group(2),
                new SpokenHash(form.group(3).replaceAll("([0-9]{4})(?!$)", "$1 ")),
                new StationCode(form.group(4)),
                new ContestId(form.group(5)),
                new MachineId(form.group(6)),
                LocalDateTime.parse(form.group(7), TIME),
                ZoneOffset.ofHoursMinutes(hours, form.group(8).charAt(0) == '-' ? -minutes : minutes),
                form.group(10),
                votes,
                Integer.parseInt(form.group(12)),
                Integer.parseInt(form.group(13)),
                form.group(14));
    }

    /** Everything before the signature: what is signed. */
    private String signed() {
        StringBuilder text = new StringBuilder(MAGIC).append(algorithm.label());
        text.append('/').append(election).append('/');
        text.append(definition.groups().replace(" ", "")).append('/');
        text.append(station).append('/').append(contest).append('/').append(machine);
        text.append('/').append(at.format(TIME)).append(' ');
        int minutes = offset.getTotalSeconds() / 60;
        text.append(String.format(
                Locale.ROOT, "%s%02d%02d", minutes < 0 ? "-" : "+", Math.abs(minutes) / 60, Math.abs(minutes) % 60));
        text.append('/').append(sheet).append('/');
        for (int i = 0; i < votes.size(); i++) {
            text.append(i == 0 ? "" : " ").append(i + 1).append(':').append((int) votes.get(i));
        }
        text.append("/BLANK:").append(blank).append(" UNREAD:").append(unreadable);
        return text.append('/').toString();
    }

    /** The whole text, signature included, as it is printed as a code. */
    public String text() {
        return signed() + signature;
    }

    /** Whether the signature is that of a key of the same machine and algorithm. */
    public boolean isSignedBy(StationKey key) {
        return key.station().equals(station)
                && key.machine().equals(machine)
                && key.algorithm() == algorithm
                && key.key()
                        .verifies(
                                signed().getBytes(StandardCharsets.UTF_8),
                                HexFormat.of().parseHex(signature));
    }

    /** All receipts that were found. */
    public long receipts() {
        return blank
                + (long) unreadable
                + votes.stream().mapToLong(Integer::longValue).sum();
    }
}
