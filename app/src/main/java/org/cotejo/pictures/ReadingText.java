package org.cotejo.pictures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cotejo.base.Problem;
import org.cotejo.base.Sentence;
import org.cotejo.capture.checker.ContestVotes;
import org.cotejo.capture.checker.SheetReading;
import org.cotejo.capture.form.PrintedForm;
import org.cotejo.capture.form.SeenSlot;

/** Says in a few lines what one picture says. */
public final class ReadingText {
    private ReadingText() {}

    /** The lines, the first with the name of the file. */
    public static List<String> lines(PictureRead read, String language) {
        Verdict verdict = Verdict.of(read);
        List<String> lines = new ArrayList<>();
        lines.add(read.file() + ": " + what(verdict.status()).in(language));
        verdict.sheet().ifPresent(sheet -> lines.addAll(sheet(sheet)));
        read.reading().ifPresent(reading -> reading.print().forEach(form -> lines.addAll(print(form, language))));
        read.reading().ifPresent(reading -> {
            slots(reading.slots()).ifPresent(slots -> lines.add("  " + slots.in(language)));
            reading.hints()
                    .forEach(hint -> lines.add("  " + hint.problem().code() + ": "
                            + hint.problem().sentence().in(language)));
        });
        for (Problem problem : verdict.problems()) {
            lines.add("  " + problem.code() + ": " + problem.sentence().in(language));
        }
        return lines;
    }

    /** Whether a sheet was read that counts, or would if there were a definition to hold it against. */
    public static boolean isRead(PictureRead read) {
        return Verdict.of(read).status().compareTo(Verdict.Status.NOT_CHECKED) <= 0;
    }

    private static List<String> print(PrintedForm form, String language) {
        long agreed =
                form.cells().stream().filter(cell -> cell.agreed().isPresent()).count();
        return List.of("  "
                + new Sentence(
                                "print ({0}): {1} of {2} numbers surely say the same in figures and in words",
                                "lo impreso ({0}): {1} de {2} números dicen con seguridad lo mismo en cifras y en letras")
                        .with(form.kind().key(), agreed, form.cells().size())
                        .in(language)
                + form.fact("code").map(code -> "  " + code.text()).orElse(""));
    }

    private static Optional<Sentence> slots(List<SeenSlot> slots) {
        return slots.isEmpty()
                ? Optional.empty()
                : Optional.of(new Sentence(
                                "places to sign: {0} signed, {1} empty, {2} not visible",
                                "lugares para firmar: {0} firmados, {1} vacíos, {2} que no se ven")
                        .with(
                                count(slots, SeenSlot.State.SIGNED),
                                count(slots, SeenSlot.State.EMPTY),
                                count(slots, SeenSlot.State.NOT_VISIBLE)));
    }

    private static long count(List<SeenSlot> slots, SeenSlot.State state) {
        return slots.stream().filter(slot -> slot.state() == state).count();
    }

    private static List<String> sheet(SheetReading sheet) {
        List<String> lines = new ArrayList<>();
        for (ContestVotes contest : sheet.contests()) {
            lines.add("  " + sheet.station() + "  " + contest.contest() + "  "
                    + contest.byCandidate().entrySet().stream()
                            .map(votes -> votes.getKey() + " " + votes.getValue())
                            .collect(Collectors.joining(", ")));
            String others = others(contest);
            if (!others.isEmpty()) {
                lines.add("    " + others);
            }
        }
        return lines;
    }

    private static String others(ContestVotes contest) {
        List<String> others = new ArrayList<>();
        for (int i = 0; i < contest.figures().size(); i++) {
            if (contest.figures().get(i) instanceof org.cotejo.tally.Figure.Count count) {
                others.add(count.name().toLowerCase(Locale.ROOT) + " "
                        + contest.cells().get(i));
            }
        }
        return String.join(", ", others);
    }

    private static Sentence what(Verdict.Status status) {
        return switch (status) {
            case TAKEN -> new Sentence("read, and it counts", "leída, y cuenta");
            case NOT_CHECKED -> new Sentence("read, not checked", "leída, sin comprobar");
            case DOUBTFUL -> new Sentence("doubtful: for people", "dudosa: para personas");
            case NO_SHEET -> new Sentence("no sheet was read", "no se leyó ningún acta");
            case REFUSED -> new Sentence("refused", "rechazada");
        };
    }
}
