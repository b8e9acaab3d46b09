package org.cotejo.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cotejo.base.Sentence;
import org.cotejo.tlog.Policy;

/** Who has cosigned a head and who has not, in words: an un-witnessed stretch must be visible. */
final class WitnessWords {
    private WitnessWords() {}

    /** The quorum of a policy part by part, and what it means. */
    static List<Sentence> quorum(Policy.Verdict verdict) {
        Map<String, Long> times = verdict.cosigned().stream()
                .collect(Collectors.toMap(one -> one.witness().name(), Policy.Cosigned::seconds));
        List<Sentence> lines = new ArrayList<>();
        lines.add(meaning(verdict));
        part(verdict.quorum(), times, "  ", lines);
        return lines;
    }

    private static Sentence meaning(Policy.Verdict verdict) {
        long size = verdict.checkpoint().size();
        if (verdict.quorum().name().equals(Policy.NONE) && verdict.cosigned().isEmpty()) {
            return new Sentence(
                            "un-witnessed: nobody but the log itself vouches that everybody is shown these {0}"
                                    + " entries, and the policy asks for nobody",
                            "sin testigos: nadie más que el propio registro responde de que a todos se les muestran"
                                    + " estos {0} asientos, y la política no lo pide a nadie")
                    .with(size);
        }
        return verdict.isReached()
                ? new Sentence(
                                "witnessed: enough of those that the policy names saw these {0} entries; the log can't"
                                        + " show others different ones unseen",
                                "con testigos: suficientes de los que nombra la política vieron estos {0} asientos; el"
                                        + " registro no puede mostrar otros a los demás sin que se note")
                        .with(size)
                : new Sentence(
                                "UN-WITNESSED: these {0} entries lack cosignatures that the policy asks for; until"
                                        + " they come, the log could show others something else",
                                "SIN TESTIGOS: a estos {0} asientos les faltan cofirmas que la política pide; hasta"
                                        + " que lleguen, el registro podría mostrar otra cosa a los demás")
                        .with(size);
    }

    private static void part(Policy.Part part, Map<String, Long> times, String indent, List<Sentence> lines) {
        if (part.name().equals(Policy.NONE)) {
            return;
        }
        String mark = indent + (part.isReached() ? "[x] " : "[ ] ") + part.name();
        if (part.members().isEmpty()) {
            Long seconds = times.get(part.name());
            lines.add(
                    seconds == null
                            ? new Sentence("{0}: has not cosigned", "{0}: no ha cofirmado").with(mark)
                            : new Sentence("{0}: cosigned at {1}", "{0}: cofirmó a las {1}")
                                    .with(mark, Instant.ofEpochSecond(seconds)));
            return;
        }
        lines.add(new Sentence("{0}: {1} of {2} needed", "{0}: hacen falta {1} de {2}")
                .with(mark, part.threshold(), part.members().size()));
        part.members().forEach(member -> part(member, times, indent + "  ", lines));
    }
}
