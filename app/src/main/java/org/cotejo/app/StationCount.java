package org.cotejo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.definition.Contest;
import org.cotejo.sheet.CountCertificate;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.station.day.BoxCheck;
import org.cotejo.station.day.Document;
import org.cotejo.station.day.HandCount;
import org.cotejo.station.day.Machine;
import org.cotejo.station.day.PrintOutcome;
import org.cotejo.station.day.Printing;
import org.cotejo.station.day.StationDefinition;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code cotejo station count}: the count of the receipts by two tellers, beside the sheets. */
final class StationCount implements Callable<Integer> {
    private final CommandSpec spec = Options.of(this);
    private final Console console;

    StationCount(Console console) {
        this.console = console;
        StationPlace.machine(spec);
        Options.positional(spec, "FIRST", "what the first teller counted (docs/formats/station.md, section 3)");
        Options.positional(spec, "SECOND", "what the second teller counted, without having seen the first");
        StationPaper.options(spec, false);
        Options.value(spec, "--copies", "N", "1", "how many copies of the certificates to print");
        Options.value(spec, "--into", "FILE", null, "also write the signed certificates to a file");
        Options.about(
                spec,
                "Takes the count of the receipts in the box by two tellers, holds it against the sheets option by option, and signs a"
                        + " certificate (constancia). Exit code 0: no figure differs; 1: some do, and the certificate says which.",
                "cotejo station count machine first.csv second.csv --printer device:/dev/usb/lp0 --into certificate.txt");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() {
        Path folder = Options.path(spec, 0);
        @Nullable
        Printing printing = StationPaper.isAsked(spec)
                ? StationPaper.printing(spec, Machine.identity(folder).orThrow(), console)
                : null;
        int copies = Math.toIntExact(Options.number(spec, "--copies", 1, Machine.COPIES_MOST));
        try (Machine machine = StationPlace.start(folder)) {
            List<SignedSheet> sheets = machine.sheets().orThrow();
            List<Contest> contests = machine.definition().orElseThrow().contests();
            HandCount first = read(Options.positional(spec, 1), contests);
            HandCount second = read(Options.positional(spec, 2), contests);
            BoxCheck check = machine.countBox(first, second).orThrow();
            @Nullable String into = Options.text(spec, "--into");
            List<String> texts =
                    check.certificates().stream().map(CountCertificate::text).toList();
            if (into != null) {
                WrittenFile.write(into, (String.join("\n", texts) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            texts.forEach(console::print);
            if (printing != null) {
                print(printing, machine.definition().orElseThrow(), sheets, check, copies);
            }
            for (BoxCheck.Difference each : check.differences()) {
                console.print(new Sentence(
                                "{0}, {1}: the sheet says {2}, the receipts say {3}",
                                "{0}, {1}: el acta dice {2}, los comprobantes dicen {3}")
                        .with(each.contest(), each.figure(), each.sheet(), each.hand()));
            }
            console.print(
                    check.differences().isEmpty()
                            ? new Sentence(
                                    "[proven] the receipts say what the sheets say.",
                                    "[probado] los comprobantes dicen lo que dicen las actas.")
                            : new Sentence(
                                    "[refuted] the receipts say something else than the sheets.",
                                    "[refutado] los comprobantes dicen otra cosa que las actas."));
            return check.differences().isEmpty() ? Exit.PROVEN : Exit.REFUTED;
        }
    }

    private static void print(
            Printing printing, StationDefinition setup, List<SignedSheet> sheets, BoxCheck check, int copies) {
        for (int copy = 1; copy <= copies; copy++) {
            Document certificate = new Document.OfBoxCount(setup, sheets, check, copy, copies);
            if (printing.print(certificate) instanceof PrintOutcome.Failed(PrintOutcome.Reason reason)) {
                throw new RefusedException(AppProblem.CERTIFICATE_PAPER.because("--printer", reason.sentence()));
            }
        }
    }

    /** Reads lines {@code contest,position,count}, position a number, blank or unreadable; what stands in no line is zero. */
    private static HandCount read(String file, List<Contest> contests) {
        List<int[]> counts = new ArrayList<>();
        contests.forEach(contest -> counts.add(filled(Figure.positions(contest).size() + 2)));
        int number = 0;
        for (String line : lines(file)) {
            number++;
            if (line.isBlank() || line.startsWith("#") || line.strip().equals("contest,position,count")) {
                continue;
            }
            String[] cells = line.strip().split("\\s*,\\s*", -1);
            int contest = cells.length == 3 ? indexOf(cells[0], contests) : -1;
            int place = contest < 0 ? -1 : place(cells[1], counts.get(contest).length - 2);
            if (place < 0 || counts.get(contest)[place] >= 0 || !cells[2].matches("0|[1-9][0-9]{0,8}")) {
                throw new RefusedException(AppProblem.COUNT_LINE.at(file + ":" + number));
            }
            counts.get(contest)[place] = Integer.parseInt(cells[2]);
        }
        List<HandCount.OfContest> read = new ArrayList<>();
        for (int i = 0; i < contests.size(); i++) {
            int[] of = counts.get(i);
            List<Integer> votes = new ArrayList<>();
            for (int j = 0; j < of.length - 2; j++) {
                votes.add(Math.max(0, of[j]));
            }
            read.add(new HandCount.OfContest(
                    contests.get(i).id(), votes, Math.max(0, of[of.length - 2]), Math.max(0, of[of.length - 1])));
        }
        return new HandCount(read);
    }

    private static int[] filled(int size) {
        int[] none = new int[size];
        Arrays.fill(none, -1);
        return none;
    }

    private static int indexOf(String id, List<Contest> contests) {
        for (int i = 0; i < contests.size(); i++) {
            if (contests.get(i).id().value().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    private static int place(String position, int positions) {
        return switch (position) {
            case "blank" -> positions;
            case "unreadable" -> positions + 1;
            default -> {
                int number = position.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(position) : 0;
                yield number >= 1 && number <= positions ? number - 1 : -1;
            }
        };
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file));
        } catch (MalformedInputException e) {
            throw new RefusedException(AppProblem.NOT_TEXT.at(file));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }
}
