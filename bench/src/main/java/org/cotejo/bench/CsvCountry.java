package org.cotejo.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Writes a made-up country as CSV files: one per side's copies, one of the authority's announced station results, the
 * {@code MAP.json} that {@code cotejo import csv} wants for each, and {@code truth.json} with the expected answer.
 *
 * <p>The same options give the same bytes anywhere. Nothing is kept per station but its code, so a million stations
 * need some 30 MB.
 */
public final class CsvCountry {
    private static final String USAGE = """
            usage: CsvCountry --out DIR [--stations N] [--copies K] [--candidates C] [--seed S] [--order code|shuffled]
              writes side-a.csv ... (K - 1 sides), authority.csv, a .map.json for each, and truth.json
              example: CsvCountry --stations 30026 --copies 3 --candidates 10 --seed 1 --out /tmp/country""";

    private static final int SIDES_MAX = 20;
    private static final long ORDER_STREAM = 4;

    private final CountryOptions options;
    private final Country country;

    private CsvCountry(CountryOptions options) {
        this.options = options;
        this.country = new Country(options.seed(), options.stations());
    }

    /** Writes the files; exits with 2 and the usage if an option is wrong. */
    public static void main(String[] args) throws IOException {
        CountryOptions options;
        try {
            options = CountryOptions.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(USAGE);
            System.exit(2);
            return;
        }
        write(options);
    }

    static void write(CountryOptions options) throws IOException {
        Files.createDirectories(options.out());
        new CsvCountry(options).write();
    }

    private void write() throws IOException {
        List<Callable<Void>> files = new ArrayList<>();
        for (int side = 0; side < sides(); side++) {
            int number = side;
            String letter = String.valueOf((char) ('a' + side));
            writeMap("side-" + letter, "party" + (char) ('A' + side), letter, false);
            files.add(() -> {
                writeCopies(number, options.out().resolve("side-" + letter + ".csv"));
                return null;
            });
        }
        writeMap("authority", "authority", "authority", true);
        files.add(() -> {
            writeAnnounced(options.out().resolve("authority.csv"));
            return null;
        });
        files.add(() -> {
            writeTruth(options.out().resolve("truth.json"));
            return null;
        });
        runAll(files);
    }

    private int sides() {
        return options.copies() - 1;
    }

    private void writeCopies(int side, Path path) throws IOException {
        Night night = new Night(options.seed(), country);
        Figures counted = new Figures(options.candidates());
        Figures copy = new Figures(options.candidates());
        try (CsvBytes out = new CsvBytes(path)) {
            writeHeader(out);
            for (int station : order(side)) {
                int registered = night.count(station, counted);
                if (night.copy(side, station, counted, copy)) {
                    writeRow(out, station, registered, copy);
                }
            }
        }
    }

    private void writeAnnounced(Path path) throws IOException {
        Night night = new Night(options.seed(), country);
        Figures counted = new Figures(options.candidates());
        Figures announced = new Figures(options.candidates());
        try (CsvBytes out = new CsvBytes(path)) {
            writeHeader(out);
            for (int station : order(SIDES_MAX)) {
                int registered = night.count(station, counted);
                if (night.announced(station, counted, announced)) {
                    writeRow(out, station, registered, announced);
                }
            }
        }
    }

    private void writeTruth(Path path) throws IOException {
        Night night = new Night(options.seed(), country);
        Truth truth = new Truth(options.candidates());
        Figures counted = new Figures(options.candidates());
        Figures announced = new Figures(options.candidates());
        List<Figures> buffers = new ArrayList<>();
        for (int side = 0; side < sides(); side++) {
            buffers.add(new Figures(options.candidates()));
        }
        List<Figures> copies = new ArrayList<>();
        for (int station = 0; station < country.stations(); station++) {
            int registered = night.count(station, counted);
            copies.clear();
            for (int side = 0; side < sides(); side++) {
                if (night.copy(side, station, counted, buffers.get(side))) {
                    copies.add(buffers.get(side));
                }
            }
            truth.station(registered, copies, night.announced(station, counted, announced) ? announced : null);
        }
        Files.writeString(path, truth.outcome().json());
    }

    private void writeHeader(CsvBytes out) {
        out.text("STATE,MUNICIPALITY,PARISH,STATION,REGISTERED,VALID,NULL,BLANK");
        for (int i = 1; i <= options.candidates(); i++) {
            out.text(",C").number(i);
        }
        out.one('\n');
    }

    private void writeRow(CsvBytes out, int station, int registered, Figures figures) {
        country.writePlace(station, out);
        int candidates = figures.candidates();
        out.number(registered).one(',').number(figures.valid());
        writeCell(out, figures.cells[candidates]);
        writeCell(out, figures.cells[candidates + 1]);
        for (int i = 0; i < candidates; i++) {
            writeCell(out, figures.cells[i]);
        }
        out.one('\n');
    }

    private static void writeCell(CsvBytes out, int cell) {
        out.one(',');
        if (cell != Figures.UNREADABLE) {
            out.number(cell);
        }
    }

    private void writeMap(String file, String custodian, String side, boolean announced) throws IOException {
        StringBuilder votes = new StringBuilder();
        for (int i = 1; i <= options.candidates(); i++) {
            votes.append(i == 1 ? "" : ", ").append("\"C%d\": \"C%d\"".formatted(i, i));
        }
        Files.writeString(options.out().resolve(file + ".map.json"), """
                {
                  "custodian": "%s",
                  "side": "%s",
                  "announced": %s,
                  "encoding": "auto",
                  "delimiter": "auto",
                  "station": ["STATION"],
                  "places": ["STATE", "MUNICIPALITY", "PARISH"],
                  "registered": "REGISTERED",
                  "valid": "VALID",
                  "null": "NULL",
                  "blank": "BLANK",
                  "votes": {%s}
                }
                """.formatted(custodian, side, announced, votes));
    }

    /** The order of a file's rows: by station code, or shuffled, each file in its own way. */
    private int[] order(int file) {
        int[] order = new int[country.stations()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        if (options.shuffled()) {
            Dice dice = new Dice().at(options.seed(), ORDER_STREAM, file);
            for (int i = order.length - 1; i > 0; i--) {
                int other = dice.below(i + 1);
                int swapped = order[i];
                order[i] = order[other];
                order[other] = swapped;
            }
        }
        return order;
    }

    private static void runAll(List<Callable<Void>> files) throws IOException {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            for (Future<Void> file : threads.invokeAll(files)) {
                file.get();
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException io -> throw io;
                case UncheckedIOException io -> throw io.getCause();
                case null, default -> throw new IllegalStateException("a file could not be made", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
