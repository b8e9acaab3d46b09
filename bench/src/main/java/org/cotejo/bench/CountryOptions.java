package org.cotejo.bench;

import java.nio.file.Path;

/**
 * What kind of country to write.
 *
 * @param copies files: one per side, and the authority's as the last
 * @param shuffled rows in an order of their own in each file, not by station code
 */
record CountryOptions(int stations, int copies, int candidates, long seed, Path out, boolean shuffled) {
    CountryOptions {
        check("--stations", stations, 1, 20_000_000);
        check("--copies", copies, 2, 21);
        check("--candidates", candidates, 2, 99);
    }

    static CountryOptions parse(String[] args) {
        int stations = 30_026;
        int copies = 3;
        int candidates = 10;
        long seed = 1;
        String out = "";
        boolean shuffled = false;
        for (int i = 0; i < args.length; i += 2) {
            String value = i + 1 < args.length ? args[i + 1] : "";
            switch (args[i]) {
                case "--stations" -> stations = Integer.parseInt(value);
                case "--copies" -> copies = Integer.parseInt(value);
                case "--candidates" -> candidates = Integer.parseInt(value);
                case "--seed" -> seed = Long.parseLong(value);
                case "--out" -> out = value;
                case "--order" -> shuffled = isShuffled(value);
                default -> throw new IllegalArgumentException("unknown option " + args[i]);
            }
        }
        if (out.isEmpty()) {
            throw new IllegalArgumentException("--out DIR is missing");
        }
        return new CountryOptions(stations, copies, candidates, seed, Path.of(out), shuffled);
    }

    private static boolean isShuffled(String order) {
        return switch (order) {
            case "code" -> false;
            case "shuffled" -> true;
            default -> throw new IllegalArgumentException("--order: expected code or shuffled, not " + order);
        };
    }

    private static void check(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(option + ": expected " + least + " to " + most + ", not " + value);
        }
    }
}
