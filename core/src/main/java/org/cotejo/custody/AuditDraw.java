package org.cotejo.custody;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.base.Check;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;
import org.cotejo.definition.StationCode;

/**
 * The stations drawn by a seed, one for each draw, so that a station may stand several times (docs/formats/audit.md, section 7). A
 * later draw of the same audit repeats the earlier ones and goes on.
 *
 * @param isFull whether every box is to be counted, beyond those drawn
 */
public record AuditDraw(String audit, Hash plan, Hash seed, boolean isFull, List<StationCode> draws) {
    private static final String FIRST = "cotejo audit draw 1";

    public AuditDraw {
        draws = List.copyOf(draws);
        Check.that(audit.matches("[A-Za-z0-9._-]{1,60}"), "audit id '%s'", audit);
        Check.that(!draws.isEmpty() && draws.size() <= AuditPlan.DRAWS_MOST, "%d draws", draws.size());
    }

    /** As a file. */
    public byte[] bytes() {
        StringBuilder text = new StringBuilder(FIRST).append("\naudit ").append(audit);
        text.append("\nplan ").append(plan.hex()).append("\nseed ").append(seed.hex());
        text.append("\nboxes ").append(isFull ? "all" : "drawn");
        text.append("\ndraws ").append(draws.size()).append('\n');
        for (int i = 0; i < draws.size(); i++) {
            text.append(i + 1).append(' ').append(draws.get(i).value()).append('\n');
        }
        return AuditLines.bytes(text);
    }

    /** Reads what {@link #bytes} wrote; AUDIT-101 for anything else. */
    public static Result<AuditDraw> read(byte[] bytes) {
        return AuditLines.read(bytes, AuditDraw::parse, AuditDraw::bytes);
    }

    private static AuditDraw parse(AuditLines lines) {
        lines.line(FIRST);
        String audit = lines.after("audit");
        Hash plan = lines.hash("plan");
        Hash seed = lines.hash("seed");
        boolean isFull = lines.after("boxes").equals("all");
        int size = (int) lines.number("draws", AuditPlan.DRAWS_MOST);
        List<StationCode> draws = new ArrayList<>();
        for (int i = 1; i <= size; i++) {
            draws.add(new StationCode(lines.after(Integer.toString(i))));
        }
        return new AuditDraw(audit, plan, seed, isFull, draws);
    }
}
