package org.cotejo.formats.brazil;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Result;

/**
 * A ballot box report as its codes state it. It exists only where all parts are there, the hash chain holds and the votes of each
 * office add up: none of its figures can have been misread. Whether its signature is true is not asked.
 *
 * @param station {@code state.municipality.zone.section}, numbers with 5, 4 and 4 digits
 * @param registered voters who could vote here (APTO)
 * @param voters who came (COMP)
 */
public record BuReport(String station, int registered, int voters, List<BuOffice> offices) {
    public BuReport {
        offices = List.copyOf(offices);
    }

    /** Puts the parts of one report together, in any order. */
    public static Result<BuReport> of(List<BuPart> parts) {
        try {
            List<BuPart> sorted = new ArrayList<>(new java.util.LinkedHashSet<>(parts));
            sorted.sort(Comparator.comparingInt(BuPart::number));
            int of = sorted.isEmpty() ? 1 : sorted.getFirst().of();
            for (int i = 0; i < Math.max(of, sorted.size()); i++) {
                if (i >= sorted.size()
                        || i >= of
                        || sorted.get(i).number() != i + 1
                        || sorted.get(i).of() != of) {
                    throw BuProblem.PARTS.refusal(Math.min(i + 1, of), of);
                }
            }
            checkChain(sorted);
            StringBuilder content = new StringBuilder();
            sorted.forEach(part -> content.append(content.isEmpty() ? "" : " ").append(part.content()));
            return Result.ok(new BuFields(content.toString()).report());
        } catch (RefusedException e) {
            return Result.refused(e.problem());
        }
    }

    /** Whether the parts are the first ones of a report, in order, with true hashes. */
    public static boolean isChain(List<BuPart> parts) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).number() != i + 1
                    || parts.get(i).of() != parts.getFirst().of()) {
                return false;
            }
        }
        try {
            checkChain(parts);
            return true;
        } catch (RefusedException e) {
            return false;
        }
    }

    /**
     * Each hash is over the contents so far and the hashes between them, with the blanks at which the text was cut
     * (TSE, Manual do QR Code do boletim de urna).
     */
    private static void checkChain(List<BuPart> parts) {
        StringBuilder hashed = new StringBuilder();
        for (BuPart part : parts) {
            hashed.append(hashed.isEmpty() ? "" : " ").append(part.content());
            if (!sha512(hashed.toString()).equals(part.hash())) {
                throw BuProblem.HASH.refusal(part.number());
            }
            hashed.append(" HASH:").append(part.hash());
        }
    }

    private static String sha512(String text) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-512").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-512", e);
        }
    }
}
