package org.cotejo.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cotejo.audit.boxes.AuditFault;
import org.cotejo.audit.boxes.AuditReport;
import org.cotejo.audit.boxes.AuditVerdict;
import org.cotejo.audit.boxes.BoxReport;
import org.cotejo.audit.boxes.TestHistory;
import org.cotejo.base.Sentence;
import org.cotejo.custody.AuditPlan;
import org.cotejo.custody.BoxCount;

/** Prints an audit for a person. */
final class AuditText {
    private static final int DRAWS_SHOWN = 12;

    private final Console console;

    AuditText(Console console) {
        this.console = console;
    }

    /** The boxes to pull, place by place, each with the draws that gave it. */
    void pullList(AuditReport audit) {
        Map<String, List<BoxReport>> byPlace = new TreeMap<>();
        for (BoxReport box : audit.boxes()) {
            byPlace.computeIfAbsent(box.box().place(), _ -> new ArrayList<>()).add(box);
        }
        int draws = audit.boxes().stream().mapToInt(box -> box.draws().size()).sum();
        console.print(new Sentence("{0} draws, {1} boxes:", "{0} sorteos, {1} cajas:")
                .with(draws, audit.boxes().size()));
        byPlace.forEach((place, boxes) -> {
            console.print("  " + (place.isEmpty() ? "-" : place));
            boxes.forEach(box -> console.print("    " + box.box().station()
                    + (box.draws().size() > 1 ? "  x" + box.draws().size() : "")
                    + (box.count() == null ? "" : "  [" + box.count().state().key() + "]")));
        });
    }

    /** Says which audit of its claim one is, where it is not the first. */
    void earlier(List<AuditReport> all, AuditReport audit) {
        AuditPlan plan = audit.plan();
        if (plan != null) {
            PlanMaking.earlier(console, all, audit.id(), plan.contest(), plan.claim());
        }
    }

    void risk(AuditReport audit) {
        console.print(new Sentence("Audit {0}: {1}", "Auditoría {0}: {2}")
                .with(
                        audit.id(),
                        audit.state().sentence().en(),
                        audit.state().sentence().es()));
        if (audit.plan() != null && audit.claim() != null) {
            audit.tests().forEach(this::test);
            boxes(audit);
        }
        for (AuditFault.Found found : audit.faults()) {
            console.print("  " + found.fault().code() + "  " + found.sentence().in(console.language()));
        }
        audit.notes().forEach(note -> PlanMaking.note(console, note));
        console.print(new Sentence("{0} ({1}).", "{2} ({3}).")
                .with(
                        audit.verdict().sentence().en(),
                        audit.why().en(),
                        audit.verdict().sentence().es(),
                        audit.why().es()));
        if (audit.verdict() == AuditVerdict.NOT_YET && !audit.toCount().isEmpty()) {
            console.print(new Sentence("To count:", "Por contar:"));
            audit.toCount()
                    .forEach(box -> console.print(
                            "  " + box.box().station() + "  " + box.box().place()));
        }
    }

    private void test(TestHistory test) {
        StringBuilder history = new StringBuilder();
        int from = Math.max(0, test.p().size() - DRAWS_SHOWN);
        for (int i = from; i < test.p().size(); i++) {
            history.append(' ').append(p(test.p().get(i)));
        }
        String further = test.further() == null ? "-" : String.valueOf(test.further());
        console.print(new Sentence(
                        "  {0}{1}: P {2} after {3} draws; {4} more if clean;{5}",
                        "  {0}{6}: P {2} tras {3} sorteos; {4} más si salen limpios;{5}")
                .with(
                        test.test().key(),
                        test.isBinding() ? " (binding)" : "",
                        p(test.last()),
                        test.p().size(),
                        further,
                        (from > 0 ? " ..." : "") + history,
                        test.isBinding() ? " (decide)" : ""));
    }

    private static String p(double value) {
        return value >= 0.001 || value == 0
                ? String.format(java.util.Locale.ROOT, "%.4f", value)
                : String.format(java.util.Locale.ROOT, "%.2e", value);
    }

    private void boxes(AuditReport audit) {
        Map<BoxCount.State, Integer> states = new java.util.EnumMap<>(BoxCount.State.class);
        int tainted = 0;
        for (BoxReport box : audit.boxes()) {
            BoxCount count = box.count();
            if (count != null) {
                states.merge(count.state(), 1, Integer::sum);
                tainted += box.taint() != null && box.taint().numerator().signum() > 0 ? 1 : 0;
            }
        }
        StringBuilder all = new StringBuilder();
        states.forEach((state, number) -> all.append(all.isEmpty() ? "" : ", ")
                .append(state.key())
                .append(' ')
                .append(number));
        console.print(new Sentence(
                        "  {0} boxes: {1}; {2} still out; error against a claimed winner in {3}",
                        "  {0} cajas: {1}; faltan {2}; error contra un ganador afirmado en {3}")
                .with(
                        audit.boxes().size(),
                        all.isEmpty() ? "-" : all,
                        audit.toCount().size(),
                        tainted));
    }
}
