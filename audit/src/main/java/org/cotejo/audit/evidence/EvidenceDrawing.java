package org.cotejo.audit.evidence;

import java.util.List;
import java.util.stream.IntStream;
import org.cotejo.audit.draw.ConsistentSampler;
import org.cotejo.audit.draw.Seed;
import org.cotejo.custody.AuditSeed;
import org.cotejo.custody.StationResults;
import org.cotejo.definition.StationCode;

/** The draw of an audit of the evidence: each published sheet alike, none twice, by the consistent sampler. */
public final class EvidenceDrawing {
    private EvidenceDrawing() {}

    /** The first so many stations. */
    public static List<StationCode> draw(AuditSeed seed, StationResults sheets, int count) {
        List<String> codes = IntStream.range(0, sheets.size())
                .mapToObj(row -> sheets.station(row).value())
                .toList();
        return ConsistentSampler.without(new Seed(seed.text()), codes, count).stream()
                .map(ticket -> new StationCode(ticket.id()))
                .toList();
    }
}
