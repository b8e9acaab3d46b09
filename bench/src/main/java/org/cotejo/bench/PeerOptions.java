package org.cotejo.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the peer is asked to do.
 *
 * @param data the folder with side-a.csv, side-b.csv and authority.csv
 * @param into the folder for the database file, or null to work from the CSV files without writing anything
 * @param reuse compare what an earlier run left in the database file, load nothing
 * @param settings further DuckDB settings, each {@code name=value}, to try whether they are faster
 */
record PeerOptions(Path data, @Nullable Path into, int candidates, boolean reuse, List<String> settings) {
    PeerOptions {
        settings = List.copyOf(settings);
        if (reuse && into == null) {
            throw new IllegalArgumentException("--reuse needs --into DIR, where the database file lies");
        }
    }

    static PeerOptions parse(String[] args) {
        String data = "";
        String into = "";
        int candidates = 10;
        boolean memory = false;
        boolean reuse = false;
        List<String> settings = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--memory" -> memory = true;
                case "--reuse" -> reuse = true;
                case "--data" -> data = value(args, ++i);
                case "--into" -> into = value(args, ++i);
                case "--candidates" -> candidates = Integer.parseInt(value(args, ++i));
                case "--set" -> settings.add(value(args, ++i));
                default -> throw new IllegalArgumentException("unknown option " + args[i]);
            }
        }
        if (memory != into.isEmpty()) {
            throw new IllegalArgumentException("expected either --into DIR or --memory");
        }
        if (data.isEmpty() && !reuse) {
            throw new IllegalArgumentException("--data DIR is missing");
        }
        return new PeerOptions(Path.of(data), memory ? null : Path.of(into), candidates, reuse, settings);
    }

    private static String value(String[] args, int at) {
        if (at == args.length) {
            throw new IllegalArgumentException(args[at - 1] + " needs a value");
        }
        return args[at];
    }
}
