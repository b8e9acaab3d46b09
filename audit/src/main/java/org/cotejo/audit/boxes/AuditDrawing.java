package org.cotejo.audit.boxes;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.cotejo.audit.draw.Drawn;
import org.cotejo.audit.draw.PpebDraw;
import org.cotejo.audit.draw.Seed;
import org.cotejo.audit.draw.Weighted;
import org.cotejo.audit.risk.BatchBounds;
import org.cotejo.custody.AuditSeed;
import org.cotejo.definition.StationCode;

/** The draw of an audit: each box in proportion to the error that it can hold. */
public final class AuditDrawing {
    private AuditDrawing() {}

    /** Boxes with their weights, in the order of the manifest. */
    static List<Weighted> weights(BoxClaim.Auditable claim, int winners) {
        BatchBounds.Known bounds = AuditPlanner.bounds(claim, winners);
        List<BigInteger> weights = bounds.weights();
        List<Weighted> all = new ArrayList<>(weights.size());
        for (int box = 0; box < weights.size(); box++) {
            all.add(new Weighted(claim.manifest().boxes().get(box).station().value(), weights.get(box)));
        }
        return all;
    }

    /** Draws 1 to {@code count}. */
    public static List<StationCode> draw(AuditSeed seed, List<Weighted> weights, int count) {
        return PpebDraw.draw(new Seed(seed.text()), weights, 1, count).stream()
                .map(Drawn::id)
                .map(StationCode::new)
                .toList();
    }
}
