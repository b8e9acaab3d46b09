package org.cotejo.bench.photos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Writes photos and {@code truth.tsv} (name, level, text) into a folder; the same seed gives the same photos. */
public final class PhotoMaker {
    private PhotoMaker() {}

    /** Takes a folder, how many photos with a sheet, how many without, and a seed. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        int with = Integer.parseInt(args[1]);
        int without = Integer.parseInt(args[2]);
        long seed = Long.parseLong(args[3]);
        Files.createDirectories(folder);
        List<String> truth = new ArrayList<>();
        IntStream.range(0, with + without)
                .parallel()
                .mapToObj(i -> i < with ? Photo.of(i, seed) : Photo.without(i - with, seed))
                .map(photo -> write(folder, photo))
                .forEachOrdered(truth::add);
        Files.write(folder.resolve("truth.tsv"), truth);
    }

    private static String write(Path folder, Photo photo) {
        try {
            Files.write(folder.resolve(photo.name()), photo.jpeg());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("writing " + photo.name(), e);
        }
        return photo.name() + '\t' + photo.level() + '\t' + photo.text();
    }
}
