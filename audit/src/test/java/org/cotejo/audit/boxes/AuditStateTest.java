package org.cotejo.audit.boxes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The drawing of the states in docs/audit.md is what the code does. */
class AuditStateTest {
    private static final Pattern ARROW = Pattern.compile("(?m)^\\s*(\\w+) --> (\\w+): (\\w+)$");

    private static final List<AuditState> STATES = List.of(
            new AuditState.Planned(true, true),
            new AuditState.Planned(false, true),
            new AuditState.Planned(true, false),
            new AuditState.Planned(false, false),
            new AuditState.Committed(),
            new AuditState.Seeded(),
            new AuditState.Counting(),
            new AuditState.Confirmed(),
            new AuditState.FullCount(),
            new AuditState.Refuted());

    private static final List<AuditEvent> EVENTS = List.of(
            new AuditEvent.ClaimCommitted(true),
            new AuditEvent.ClaimCommitted(false),
            new AuditEvent.PlanCommitted(),
            new AuditEvent.SeedThrown(),
            new AuditEvent.BoxesDrawn(),
            new AuditEvent.AllBoxesOrdered(),
            new AuditEvent.BoxesCounted(),
            new AuditEvent.LimitReached(),
            new AuditEvent.FullCountAgreed(),
            new AuditEvent.FullCountContradicted());

    private static Set<String> inCode() {
        Set<String> arrows = new TreeSet<>();
        for (AuditState state : STATES) {
            for (AuditEvent event : EVENTS) {
                state.after(event)
                        .ifPresent(next -> arrows.add(name(state) + " --> " + name(next) + ": " + name(event)));
            }
        }
        return arrows;
    }

    private static String name(Object value) {
        return value.getClass().getSimpleName();
    }

    @Test
    void theDrawingIsWhatTheCodeDoes() throws IOException {
        Set<String> drawn = new TreeSet<>();
        Matcher arrows = ARROW.matcher(Files.readString(root().resolve("docs/audit.md")));
        while (arrows.find()) {
            drawn.add(arrows.group(1) + " --> " + arrows.group(2) + ": " + arrows.group(3));
        }
        assertEquals(inCode(), drawn);
        assertTrue(drawn.size() > 10, drawn::toString);
    }

    private static Path root() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("ARCHITECTURE.md"))) {
            at = Objects.requireNonNull(at.getParent());
        }
        return at;
    }

    @Test
    void aPlanNeedsBothResultsAndBoxes() {
        for (AuditState state : STATES) {
            boolean isReady = state.equals(new AuditState.Planned(true, true));
            assertEquals(isReady, state.after(new AuditEvent.PlanCommitted()).isPresent(), state::toString);
        }
    }

    @Test
    void nothingIsCommittedToTwice() {
        assertTrue(new AuditState.Planned(true, false)
                .after(new AuditEvent.ClaimCommitted(false))
                .isEmpty());
        assertTrue(new AuditState.Planned(false, true)
                .after(new AuditEvent.ClaimCommitted(true))
                .isEmpty());
    }

    @Test
    void everyStateHasItsWords() {
        for (AuditState state : STATES) {
            assertTrue(!state.sentence().en().equals(state.sentence().es()), state::toString);
        }
        for (AuditVerdict verdict : AuditVerdict.values()) {
            assertTrue(!verdict.sentence().es().isEmpty()
                    && verdict.key().equals(verdict.key().toLowerCase(java.util.Locale.ROOT)));
        }
        assertEquals("NOT AUDITABLE", AuditVerdict.NOT_AUDITABLE.sentence().en());
        assertEquals("NO AUDITABLE", AuditVerdict.NOT_AUDITABLE.sentence().es());
    }
}
