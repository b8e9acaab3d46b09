package org.cotejo.station.day;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotejo.base.Result;
import org.cotejo.crypto.Ed25519Secret;
import org.cotejo.crypto.Sha256;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.Names;
import org.cotejo.sheet.Sheet;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.sheet.StationKey;

/**
 * The certificate (constancia) that the receipts of one contest were counted by hand with this result, signed with the key of the
 * station's machine; it stands beside the sheet whose hash it names (docs/formats/station.md, section 3). The machine says with it what
 * was typed into it in front of everybody, and nothing about who counted.
 *
 * @param sheet the first 128 bits of the SHA-256 of the sheet's whole text
 * @param text the whole text, signature included, as it is printed as a code
 */
public record CountCertificate(HandCount.OfContest counted, String sheet, String text) {
    private static final String MAGIC = "COTEJOCOUNT1/";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm");
    private static final Pattern FORM = Pattern.compile(
            "COTEJOCOUNT1/[A-Z0-9-]+/[^/]+/[0-9]{40}/([^/]+)/([^/]+)/([^/]+)/"
                    + "[0-9]{8}T[0-9]{4} [+-][0-9]{4}/([0-9A-F]{32})/([0-9: ]+)/BLANK:([0-9]{1,9}) UNREAD:([0-9]{1,9})/([0-9A-F]{128})");
    private static final int POSITIONS_MOST = 1_000;

    static CountCertificate signed(
            SignedSheet beside, HandCount.OfContest counted, LocalDateTime at, ZoneOffset offset, Ed25519Secret key) {
        Sheet sheet = beside.sheet();
        String hash = hash(beside);
        StringBuilder text = new StringBuilder(MAGIC).append(sheet.algorithm().label());
        text.append('/').append(sheet.election()).append('/');
        text.append(sheet.definition().groups().replace(" ", "")).append('/');
        text.append(sheet.station()).append('/').append(sheet.contest()).append('/');
        text.append(sheet.machine()).append('/').append(at.format(TIME)).append(' ');
        int minutes = offset.getTotalSeconds() / 60;
        text.append(String.format(
                Locale.ROOT, "%s%02d%02d", minutes < 0 ? "-" : "+", Math.abs(minutes) / 60, Math.abs(minutes) % 60));
        text.append('/').append(hash).append('/');
        for (int i = 0; i < counted.votes().size(); i++) {
            text.append(i == 0 ? "" : " ").append(i + 1).append(':').append((int)
                    counted.votes().get(i));
        }
        text.append("/BLANK:").append(counted.blank()).append(" UNREAD:").append(counted.unreadable());
        text.append('/');
        byte[] signature = key.sign(text.toString().getBytes(StandardCharsets.UTF_8));
        text.append(HexFormat.of().withUpperCase().formatHex(signature));
        return new CountCertificate(counted, hash, text.toString());
    }

    /** The hash by which a certificate names a sheet. */
    public static String hash(SignedSheet sheet) {
        return Sha256.of(sheet.text().getBytes(StandardCharsets.UTF_8))
                .hex()
                .substring(0, 32)
                .toUpperCase(Locale.ROOT);
    }

    /** Reads a certificate of the machine with this key; refused (STATION-405) where it is none, or was changed. */
    public static Result<CountCertificate> read(String text, StationKey key) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()
                || !form.group(1).equals(key.station().value())
                || !form.group(3).equals(key.machine().value())
                || !Names.idFault(form.group(2)).isEmpty()
                || !key.key()
                        .verifies(
                                text.substring(0, form.start(8)).getBytes(StandardCharsets.UTF_8),
                                HexFormat.of().parseHex(form.group(8)))) {
            return StationProblem.BAD_CERTIFICATE.refused();
        }
        List<Integer> votes = new ArrayList<>();
        for (String each : form.group(5).split(" ", -1)) {
            if (!each.matches("(" + (votes.size() + 1) + "):[0-9]{1,9}") || votes.size() == POSITIONS_MOST) {
                return StationProblem.BAD_CERTIFICATE.refused();
            }
            votes.add(Integer.parseInt(each, each.indexOf(':') + 1, each.length(), 10));
        }
        HandCount.OfContest counted = new HandCount.OfContest(
                new ContestId(form.group(2)), votes, Integer.parseInt(form.group(6)), Integer.parseInt(form.group(7)));
        return Result.ok(new CountCertificate(counted, form.group(4), text));
    }
}
