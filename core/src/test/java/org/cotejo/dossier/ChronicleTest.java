package org.cotejo.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cotejo.base.CanonicalWriter;
import org.cotejo.bulletin.Publication;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.AuditDue;
import org.cotejo.entry.Entry;
import org.cotejo.entry.EntryBlock;
import org.cotejo.entry.EntryWriter;
import org.junit.jupiter.api.Test;

/** Each publication is counted with what came since the one before. */
class ChronicleTest {
    private static Entry audit(int number) {
        return new Entry.AuditScheduled(new AuditDue(
                "audit-" + number, "An audit", "", LocalDate.of(2027, 3, 1), AuditDue.State.PLANNED, null));
    }

    private static Entry publication(long entries) {
        return new Entry.PublicationMade(
                new Publication(entries, Instant.ofEpochSecond(1_800_000_000 + entries), Sha256.of(new byte[] {1})));
    }

    private static Chronicle of(List<Entry> entries) {
        ByteArrayOutputStream framed = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            CanonicalWriter bytes = new CanonicalWriter();
            EntryWriter.write(entry, bytes);
            framed.write(bytes.size() >> 8);
            framed.write(bytes.size());
            framed.writeBytes(bytes.toBytes());
        }
        byte[] all = framed.toByteArray();
        return Frame.of(List.of(new EntryBlock(all, 0, all.length))).chronicle();
    }

    @Test
    void whatCameSinceTheLastPublicationComesFirstAndHasNone() {
        Chronicle chronicle = of(List.of(audit(1), audit(2), publication(2), audit(3)));
        assertEquals(4, chronicle.entries());
        List<Chronicle.Step> steps = chronicle.steps();
        assertEquals(2, steps.size());
        assertNull(steps.getFirst().publication());
        assertEquals(4, steps.getFirst().entries());
        assertEquals(Map.of("audit", 1L, "publication", 1L), steps.getFirst().added());
        assertEquals(2, steps.getLast().entries());
        assertEquals(2, Objects.requireNonNull(steps.getLast().publication()).entries());
        assertEquals(Map.of("audit", 2L), steps.getLast().added());
        assertEquals(0, chronicle.older());
    }

    @Test
    void onlyTheNewestPublicationsAreKeptAndTheOthersAreCounted() {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < Chronicle.KEPT_MOST + 5; i++) {
            entries.add(audit(i));
            entries.add(publication(entries.size()));
        }
        Chronicle chronicle = of(entries);
        assertEquals(Chronicle.KEPT_MOST + 1, chronicle.steps().size());
        assertEquals(5, chronicle.older());
        assertEquals(entries.size(), chronicle.steps().getFirst().entries());
        assertEquals(entries.size() - 1L, chronicle.steps().get(1).entries());
    }
}
