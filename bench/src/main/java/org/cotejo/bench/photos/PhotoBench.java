package org.cotejo.bench.photos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Has several readers read the photos of a folder, one after the other photo by photo on one thread, and prints what each read, read
 * falsely and took, level by level.
 */
public final class PhotoBench {
    /** What one reader did at one level. */
    private static final class Score {
        private int photos;
        private int right;
        private int wrong;
        private final List<Double> milliseconds = new ArrayList<>();

        void add(String truth, List<String> texts, double took) {
            photos++;
            right += !truth.isEmpty() && texts.contains(truth) ? 1 : 0;
            wrong += texts.stream().anyMatch(text -> !text.equals(truth) && !text.startsWith("https://example.org/"))
                    ? 1
                    : 0;
            milliseconds.add(took);
        }

        String row(String name, int level) {
            double[] sorted = milliseconds.stream()
                    .mapToDouble(Double::doubleValue)
                    .sorted()
                    .toArray();
            double mean = Arrays.stream(sorted).average().orElse(0);
            return String.format(
                    Locale.ROOT,
                    "| %s | %s | %d / %d | %d | %.0f | %.0f | %.1f |",
                    level == 0 ? "none" : Integer.toString(level),
                    name,
                    right,
                    photos,
                    wrong,
                    sorted[sorted.length / 2],
                    sorted[Math.min(sorted.length - 1, sorted.length * 99 / 100)],
                    1000 / mean);
        }
    }

    private PhotoBench() {}

    /** Takes the folder that {@link PhotoMaker} wrote, and names of readers; all of them if none is named. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Map<String, PhotoReader> readers = readers();
        if (args.length > 1) {
            readers.keySet().retainAll(Arrays.asList(args).subList(1, args.length));
        }
        List<String> truth = Files.readAllLines(folder.resolve("truth.tsv"));
        warm(folder, truth, readers);
        Map<String, Score> scores = new LinkedHashMap<>();
        for (String line : truth) {
            String[] fields = line.split("\t", -1);
            for (Map.Entry<String, PhotoReader> reader : readers.entrySet()) {
                long start = System.nanoTime();
                List<String> texts = reader.getValue().read(folder.resolve(fields[0]));
                double took = (System.nanoTime() - start) / 1e6;
                scores.computeIfAbsent(fields[1] + ' ' + reader.getKey(), _ -> new Score())
                        .add(fields[2], texts, took);
                if (System.getenv("PHOTO_TRACE") != null) {
                    System.err.println(
                            reader.getKey() + '\t' + fields[0] + '\t' + texts.contains(fields[2]) + '\t' + took);
                }
            }
        }
        System.out.println("| level | reader | read | false | median ms | p99 ms | pictures/s |");
        System.out.println("|---|---|---|---|---|---|---|");
        scores.entrySet().stream()
                .sorted(Map.Entry.comparingByKey((a, b) -> Character.compare(a.charAt(0), b.charAt(0))))
                .forEach(score -> System.out.println(score.getValue()
                        .row(score.getKey().substring(2), score.getKey().charAt(0) - '0')));
    }

    private static Map<String, PhotoReader> readers() {
        Map<String, PhotoReader> readers = new LinkedHashMap<>();
        readers.put("cotejo", PhotoReader.cotejo());
        readers.put("cotejo-confirmed", PhotoReader.cotejoConfirmed());
        readers.put("zxing", PhotoReader.zxing());
        readers.put("boofcv", PhotoReader.boofcv());
        readers.put("zbarimg", PhotoReader.program("", "zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable"));
        readers.put("ZXingReader", PhotoReader.program("Text: ", "ZXingReader", "-format", "QRCode"));
        return readers;
    }

    private static void warm(Path folder, List<String> truth, Map<String, PhotoReader> readers) throws IOException {
        for (PhotoReader reader : readers.values()) {
            for (String line : truth.subList(0, Math.min(10, truth.size()))) {
                reader.read(folder.resolve(line.substring(0, line.indexOf('\t'))));
            }
        }
    }
}
