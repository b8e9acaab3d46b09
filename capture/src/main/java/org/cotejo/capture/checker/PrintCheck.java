package org.cotejo.capture.checker;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cotejo.capture.form.FormKind;
import org.cotejo.capture.form.PrintedCell;
import org.cotejo.capture.form.PrintedFact;
import org.cotejo.capture.form.PrintedForm;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.Contest;
import org.cotejo.formats.venezuela.QrText;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;

/**
 * Checks printed sheets. A network that reads print is sure of its errors too, so nothing counts on its digits: each number must stand
 * there in words as well, all sums must hold, and the station, whose code stands there once, must have as many voters in the register
 * as the sheet says.
 */
final class PrintCheck {
    private static final int NAMED_MOST = 6;

    private final @Nullable Known known;

    PrintCheck(@Nullable Known known) {
        this.known = known;
    }

    Checked check(PrintedForm form) {
        return switch (form.kind()) {
            case VENEZUELA_2024 -> venezuela(form);
            case COTEJO -> new CotejoPrintCheck(known).check(form);
            case HANDWRITTEN ->
                new Checked.Doubtful(
                        Optional.empty(),
                        List.of(),
                        List.of(CheckProblem.HANDWRITTEN.with(
                                form.cells().stream()
                                        .filter(cell -> cell.figure().isPresent())
                                        .count(),
                                form.cells().size())));
        };
    }

    private Checked venezuela(PrintedForm form) {
        Reasons reasons = new Reasons();
        List<String> rows = new ArrayList<>();
        IntStream.rangeClosed(1, QrText.CARDS).forEach(position -> rows.add("votes " + position));
        rows.addAll(List.of("null", "blank"));
        Map<String, Integer> numbers = agreed(form, rows, reasons);
        Optional<String> station = venezuelanStation(form, reasons);
        if (numbers.size() < rows.size() || station.isEmpty()) {
            return new Checked.Doubtful(Optional.empty(), List.of(), reasons.all());
        }
        List<Integer> positions = IntStream.rangeClosed(1, QrText.CARDS)
                .mapToObj(position -> numbers.getOrDefault("votes " + position, 0))
                .toList();
        int nulls = numbers.getOrDefault("null", 0);
        int blank = numbers.getOrDefault("blank", 0);
        long valid = Votes.sum(positions);
        sum(form, "valid", "Votos validos", valid, reasons);
        sum(form, "total", "Votos", valid + nulls + blank, reasons);
        if (stated(form, "voters_machine").isPresent()) {
            sum(form, "voters_machine", "En la máquina de votación", valid + nulls + blank, reasons);
        }
        if (valid == 0) {
            reasons.note(CheckProblem.ALL_ZERO.with());
        }
        Map<Figure.Count, Integer> counts = new EnumMap<>(Figure.Count.class);
        counts.put(Figure.Count.NULL, nulls);
        counts.put(Figure.Count.BLANK, blank);
        Contest contest = QrText.contest();
        if (known != null) {
            contest = VenezuelaCheck.contest(known, contest, reasons);
            station(form, known.station(station.get()), station.get(), valid + nulls + blank, reasons);
        }
        String text = station.get() + ".1.0001!"
                + positions.stream().map(String::valueOf).collect(Collectors.joining(","))
                + '!' + nulls + '!' + blank;
        SheetReading reading = new SheetReading(
                SheetKind.VENEZUELA_2024,
                station.get(),
                StationFigures.Paper.FINAL,
                List.of(Votes.of(contest, positions, counts)),
                List.of(text),
                null);
        return verdict(known, reading, reasons);
    }

    static Checked verdict(@Nullable Known known, SheetReading reading, Reasons reasons) {
        if (known == null && reasons.isClean()) {
            reasons.note(CheckProblem.NO_DEFINITION.with());
            return new Checked.Unchecked(reading, reasons.all());
        }
        return reasons.isClean()
                ? new Checked.Taken(reading, Checked.Proof.FIGURES_AND_WORDS, reasons.notes())
                : new Checked.Doubtful(Optional.of(reading), reading.texts(), reasons.all());
    }

    /** The numbers of the rows that figure and words say alike; what lacks speaks against the sheet. */
    static Map<String, Integer> agreed(PrintedForm form, List<String> rows, Reasons reasons) {
        Map<String, Integer> numbers = new java.util.LinkedHashMap<>();
        List<String> open = new ArrayList<>();
        for (String row : rows) {
            OptionalInt number = form.cell(row).map(PrintedCell::agreed).orElse(OptionalInt.empty());
            if (number.isPresent()) {
                numbers.put(row, number.getAsInt());
            } else {
                open.add(row);
            }
        }
        if (!open.isEmpty()) {
            String named = String.join(", ", open.subList(0, Math.min(NAMED_MOST, open.size())))
                    + (open.size() > NAMED_MOST ? ", …" : "");
            reasons.against(CheckProblem.PRINT_CELLS.with(numbers.size(), rows.size(), named));
        }
        return numbers;
    }

    /**
     * Holds a sum against the one that is printed. It is a third witness of numbers that were read twice alike, so its words alone
     * will do; its digits alone will not.
     */
    static void sum(PrintedForm form, String row, String what, long sum, Reasons reasons) {
        OptionalInt stated = stated(form, row);
        if (stated.isEmpty() || stated.getAsInt() != sum) {
            reasons.against(CheckProblem.PRINT_SUM.with(
                    sum, stated.isPresent() ? Integer.toString(stated.getAsInt()) : "?", what));
        }
    }

    private static OptionalInt stated(PrintedForm form, String row) {
        return form.cell(row).map(PrintedCell::words).orElse(OptionalInt.empty());
    }

    /** Centre and table, if both lines that state the centre say the same, each read twice. */
    private static Optional<String> venezuelanStation(PrintedForm form, Reasons reasons) {
        Optional<PrintedFact> code = form.fact("code").filter(PrintedFact::isTwice);
        Optional<PrintedFact> centre = form.fact("centre").filter(PrintedFact::isTwice);
        boolean isSame = code.isPresent()
                && centre.isPresent()
                && code.get().text().startsWith(centre.get().text() + '.')
                && code.get().text().endsWith(".1.0001");
        if (!isSame) {
            reasons.against(CheckProblem.PRINT_CODE.with());
            return Optional.empty();
        }
        return Optional.of(code.get().text().substring(0, "010111043.01".length()));
    }

    /** Holds the station, whose code stands on the sheet once, against the register by its number of voters. */
    void station(PrintedForm form, int index, String station, long cast, Reasons reasons) {
        if (known == null) {
            return;
        }
        if (index < 0) {
            reasons.against(CheckProblem.STATION.with(station));
            return;
        }
        long registered = known.registered(index);
        long printed = form.fact("registered")
                .filter(PrintedFact::isTwice)
                .map(fact -> Long.parseLong(fact.text()))
                .orElse(-1L);
        if (registered < 0 || printed < 0) {
            reasons.against(CheckProblem.PRINT_STATION.with(station));
        } else if (registered != printed) {
            reasons.against(CheckProblem.PRINT_REGISTERED.with(printed, station, registered));
        } else if (cast > registered) {
            reasons.against(CheckProblem.BOUND.with(cast, registered));
        }
    }

    /** Whether a number that figure and words say alike differs from what a code of the same sheet says. */
    static boolean contradicts(PrintedForm form, SheetReading code) {
        boolean isSame = form.kind() == FormKind.VENEZUELA_2024
                && code.kind() == SheetKind.VENEZUELA_2024
                && form.fact("code")
                        .map(fact -> fact.text().startsWith(code.station()))
                        .orElse(false);
        if (!isSame) {
            return false;
        }
        ContestVotes votes = code.contests().getFirst();
        for (int i = 0; i < votes.figures().size(); i++) {
            String row = votes.figures().get(i) instanceof Figure.OfOption option
                    ? "votes " + option.position()
                    : votes.figures().get(i).toString();
            int stated = votes.cells().get(i);
            OptionalInt printed = form.cell(row).map(PrintedCell::saidTwice).orElse(OptionalInt.empty());
            if (printed.isPresent() && printed.getAsInt() != stated) {
                return true;
            }
        }
        return false;
    }
}
