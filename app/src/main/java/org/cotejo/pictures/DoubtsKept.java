package org.cotejo.pictures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.cotejo.capture.Crops;
import org.cotejo.capture.Extras;
import org.cotejo.capture.form.PrintedCell;
import org.cotejo.capture.form.PrintedForm;
import org.cotejo.crypto.Hash;

/**
 * What of the pictures of an import is for people: in the private part of the folder a table of the numbers that were not read twice alike,
 * with a cut-out of each, and a last column in which a person writes what stands there. The table grows with each import and keeps what was
 * written in it. Nothing reads that column back: what is typed counts by double entry alone. Pictures
 * stand in it by their hash: the name of a file is often that of a person.
 */
final class DoubtsKept {
    private static final String HEADER = "picture\tpage\trow\tlabel\tdigits\twords\tstate\tconfidence\tcut_out\ttyped";
    private static final String FORMULAS = "=+-@";

    private final Path folder;
    private final Map<String, String> rows = new LinkedHashMap<>();
    private int added;

    DoubtsKept(Path electionFolder) {
        this.folder = electionFolder.resolve("private").resolve("doubtful");
        try {
            if (Files.isRegularFile(table())) {
                Files.readAllLines(table(), StandardCharsets.UTF_8).stream()
                        .filter(line -> !line.equals(HEADER) && !line.isBlank())
                        .forEach(line -> rows.putIfAbsent(key(line), line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + table(), e);
        }
    }

    Path table() {
        return folder.resolve("table.tsv");
    }

    /** How many lines the table gained. */
    int added() {
        return added;
    }

    /** Which number of which picture a line is about. */
    private static String key(String line) {
        String[] fields = line.split("\t", -1);
        return fields.length < 9 ? line : fields[0] + '\t' + fields[1] + '\t' + fields[2] + '\t' + fields[8];
    }

    /** Keeps the cut-outs of a picture, whatever comes of it later. */
    void keepCrops(Hash picture, Extras extras) {
        extras.crops().forEach((name, png) -> write(folder.resolve(crop(picture, name)), png));
    }

    private static String crop(Hash picture, String name) {
        return picture.hex().substring(0, 16) + '-' + name + ".png";
    }

    /** Lists what is doubtful in a picture that gave no sheet that counts; one line for all of it where no print was read. */
    void list(Hash picture, List<PrintedForm> print, String state) {
        boolean isAny = false;
        for (PrintedForm form : print) {
            for (int i = 0; i < form.cells().size(); i++) {
                PrintedCell cell = form.cells().get(i);
                if (cell.state() != PrintedCell.State.AGREED) {
                    add(line(picture, cell, crop(picture, Crops.name(cell, i))));
                    isAny = true;
                }
            }
        }
        if (!isAny) {
            add(String.join("\t", picture.hex(), "", "", "", "", "", state, "", "", ""));
        }
    }

    private void add(String line) {
        added += rows.putIfAbsent(key(line), line) == null ? 1 : 0;
    }

    private static String line(Hash picture, PrintedCell cell, String crop) {
        return String.join(
                "\t",
                picture.hex(),
                Integer.toString(cell.page() + 1),
                cell.row(),
                flat(cell.label()),
                number(cell.figure()),
                number(cell.words()),
                cell.state().name().toLowerCase(Locale.ROOT),
                String.format(Locale.ROOT, "%.2f", Math.floor(cell.sure() * 100) / 100),
                crop,
                "");
    }

    private static String number(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
    }

    /** On one line, and nothing that a spreadsheet would run. */
    private static String flat(String text) {
        String flat = text.replaceAll("[\\p{Cntrl}]", " ");
        return !flat.isEmpty() && FORMULAS.indexOf(flat.charAt(0)) >= 0 ? "'" + flat : flat;
    }

    /** Writes the table, if there is anything in it. */
    void write() {
        if (!rows.isEmpty()) {
            List<String> lines = new ArrayList<>();
            lines.add(HEADER);
            lines.addAll(rows.values());
            write(table(), (String.join("\n", lines) + '\n').getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Keeps a proposal for people under a name of its own, and never writes over one that somebody may have worked on. */
    static Path propose(Path electionFolder, String name, byte[] content) {
        Path file = electionFolder.resolve("private").resolve("proposals").resolve(name);
        if (!Files.exists(file)) {
            write(file, content);
        }
        return file;
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
            Path aside = file.resolveSibling(file.getFileName() + ".unfinished");
            Files.write(aside, content);
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("keeping what is for people in " + file, e);
        }
    }
}
