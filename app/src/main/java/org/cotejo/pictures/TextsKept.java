package org.cotejo.pictures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.cotejo.base.Problem;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;
import org.cotejo.capture.PictureReading;
import org.cotejo.capture.PrintUse;
import org.cotejo.capture.alteration.Hint;
import org.cotejo.capture.checker.ReadText;
import org.cotejo.capture.form.PrintedForm;
import org.cotejo.capture.form.SeenSlot;
import org.cotejo.capture.likeness.Likeness;
import org.cotejo.crypto.Hash;
import org.jspecify.annotations.Nullable;

/**
 * What was read of pictures, kept in the private part of a folder by the hash of the picture, so that an import that was stopped reads
 * none of them twice. Only texts and what print says are kept: what they are worth is asked anew each time.
 */
final class TextsKept {
    private static final String MAGIC = "cotejo-texts 3";

    /**
     * The texts of one picture and what was said of it.
     *
     * @param texts of its symbols
     * @param print sheets as their print was read
     * @param slots places to sign
     * @param hints what somebody may have altered
     * @param likeness by which the same picture, saved again, is found; null where the file is no picture
     * @param problems of file and picture
     */
    record Texts(
            Hash picture,
            List<ReadText> texts,
            List<PrintedForm> print,
            List<SeenSlot> slots,
            List<Hint> hints,
            @Nullable Likeness likeness,
            List<Problem> problems) {
        static Texts of(PictureReading reading) {
            List<Problem> problems = new ArrayList<>(reading.problems());
            reading.remarks().forEach(remark -> problems.add(remark.problem()));
            return new Texts(
                    reading.hash(),
                    reading.texts(),
                    reading.print(),
                    reading.slots(),
                    reading.hints(),
                    reading.likeness(),
                    problems);
        }
    }

    private final Path folder;
    private final String magic;

    /** What was read with another use of print is not what would be read now. */
    TextsKept(Path electionFolder, PrintUse print) {
        this.magic = MAGIC + ' ' + print.key();
        this.folder = electionFolder.resolve("private").resolve("texts");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("making the folder " + folder, e);
        }
    }

    /** What was read of a picture before; empty if it was not, or not whole. */
    Optional<Texts> of(Hash picture) {
        Path file = folder.resolve(picture.hex());
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            if (lines.isEmpty() || !lines.getFirst().equals(magic)) {
                return Optional.empty();
            }
            List<ReadText> texts = new ArrayList<>();
            List<Problem> problems = new ArrayList<>();
            List<String[]> print = new ArrayList<>();
            List<SeenSlot> slots = new ArrayList<>();
            List<Hint> hints = new ArrayList<>();
            Likeness likeness = null;
            for (String line : lines.subList(1, lines.size())) {
                String[] fields = line.split("\t", -1);
                if (fields[0].equals("text")) {
                    texts.add(new ReadText(
                            new String(HexFormat.of().parseHex(fields[3]), StandardCharsets.UTF_8),
                            fields[1].equals("confirmed"),
                            fields[2].equals("contradicted")));
                } else if (FormLines.isLine(fields)) {
                    print.add(fields);
                } else if (MarkLines.isSlot(fields)) {
                    slots.add(MarkLines.slot(fields));
                } else if (MarkLines.isHint(fields)) {
                    hints.add(MarkLines.hint(fields));
                } else if (fields[0].equals("likeness")) {
                    likeness = Likeness.ofHex(fields[1]).orElseThrow();
                } else {
                    problems.add(new Problem(fields[1], Where.file(""), new Sentence(fields[2], fields[3])));
                }
            }
            return Optional.of(new Texts(picture, texts, FormLines.read(print), slots, hints, likeness, problems));
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // damaged: the picture is read again
        }
    }

    void keep(Texts texts) {
        List<String> lines = new ArrayList<>();
        lines.add(magic);
        for (ReadText text : texts.texts()) {
            lines.add(String.join(
                    "\t",
                    "text",
                    text.isConfirmed() ? "confirmed" : "single",
                    text.isContradicted() ? "contradicted" : "alone",
                    HexFormat.of().formatHex(text.text().getBytes(StandardCharsets.UTF_8))));
        }
        if (texts.likeness() != null) {
            lines.add("likeness\t" + texts.likeness().hex());
        }
        texts.print().forEach(form -> lines.addAll(FormLines.of(form)));
        lines.addAll(MarkLines.of(texts.slots(), texts.hints()));
        for (Problem problem : texts.problems()) {
            lines.add(String.join(
                    "\t",
                    "problem",
                    problem.code(),
                    flat(problem.sentence().en()),
                    flat(problem.sentence().es())));
        }
        Path file = folder.resolve(texts.picture().hex());
        Path aside = folder.resolve(texts.picture().hex() + ".unfinished");
        try {
            Files.write(aside, lines, StandardCharsets.UTF_8);
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("keeping what was read in " + folder, e);
        }
    }

    private static String flat(String text) {
        return text.replaceAll("[\\p{Cntrl}]", " ");
    }
}
