package org.cotejo.custody;

import org.cotejo.base.Check;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;

/**
 * The public random number of an audit, thrown after its plan was committed (docs/formats/audit.md, section 6).
 *
 * @param plan hash of the {@link AuditPlan}
 * @param text decimal digits in the order in which they were thrown, then the values of public beacons if any were added, each
 *     as {@code +name=value}; it enters the draw's hashes exactly as it stands here
 */
public record AuditSeed(String audit, Hash plan, String text) {
    private static final String FIRST = "cotejo audit seed 1";

    /** Digits at least: twenty throws of a ten-sided die. */
    public static final int DIGITS_LEAST = 20;

    private static final String FORM =
            "[0-9]{" + DIGITS_LEAST + ",200}(?:\\+[a-z0-9-]{1,40}=[0-9A-Za-z.:_-]{1,256}){0,8}";

    public AuditSeed {
        Check.that(audit.matches("[A-Za-z0-9._-]{1,60}"), "audit id '%s'", audit);
        Check.that(text.matches(FORM), "seed '%s'", text);
    }

    /** As a file. */
    public byte[] bytes() {
        return AuditLines.bytes(new StringBuilder(FIRST)
                .append("\naudit ")
                .append(audit)
                .append("\nplan ")
                .append(plan.hex())
                .append("\nseed ")
                .append(text)
                .append('\n'));
    }

    /** Reads what {@link #bytes} wrote; AUDIT-101 for anything else. */
    public static Result<AuditSeed> read(byte[] bytes) {
        return AuditLines.read(bytes, AuditSeed::parse, AuditSeed::bytes);
    }

    private static AuditSeed parse(AuditLines lines) {
        lines.line(FIRST);
        return new AuditSeed(lines.after("audit"), lines.hash("plan"), lines.after("seed"));
    }
}
