package org.cotejo.bench.photos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.redaction.PrivatePart;
import org.cotejo.capture.redaction.Redaction;
import org.cotejo.covered.Area;

/**
 * Writes covered pictures of the ends of strips, as a scanner sees them, with their proofs, and {@code pictures.csv}, which {@code cotejo
 * import pictures} takes: one for each of the first stations of a list. The places to sign are covered; under the cover is nothing of anybody.
 */
public final class CoveredPictures {
    /** Strips are drawn so often; each picture has grain of its own. */
    private static final int STRIPS = 8;

    /** One pixel in so many has grain, which makes a PNG of some 150 kB, what a phone would send of one sheet. */
    private static final int GRAIN = 8;

    private CoveredPictures() {}

    /** Takes a folder, the CSV of stations of a site, how many pictures, and a seed. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        List<String> stations = Files.readAllLines(Path.of(args[1])).stream()
                .skip(1)
                .limit(Long.parseLong(args[2]))
                .map(line -> line.substring(0, line.indexOf(',')).replace("\"", ""))
                .toList();
        SplittableRandom random = new SplittableRandom(Long.parseLong(args[3]));
        List<Grey> strips = IntStream.range(0, STRIPS)
                .mapToObj(number -> Strips.end(SheetTexts.printed(number, random)))
                .toList();
        List<SplittableRandom> randoms = new ArrayList<>();
        stations.forEach(_ -> randoms.add(random.split()));
        List<String> rows = new ArrayList<>(List.of("station,proof"));
        IntStream.range(0, stations.size())
                .parallel()
                .mapToObj(i -> stations.get(i) + ',' + write(folder, i, strips.get(i % STRIPS), randoms.get(i)))
                .forEachOrdered(rows::add);
        Files.write(folder.resolve("pictures.csv"), rows);
    }

    private static String write(Path folder, int number, Grey strip, SplittableRandom random) {
        Grey page = grained(strip, random);
        Area signatures = new Area(0, page.height() / 2, page.width(), page.height() / 4);
        PrivatePart part = Redaction.make(
                        page,
                        ("picture " + number).getBytes(StandardCharsets.UTF_8),
                        List.of(),
                        List.of(signatures),
                        new SecureRandom())
                .orThrow();
        try {
            Files.write(folder.resolve(number + ".png"), part.publicPicture());
            Files.write(folder.resolve(number + ".proof"), part.proof().bytes());
        } catch (IOException e) {
            throw new UncheckedIOException("writing picture " + number, e);
        }
        return number + ".proof";
    }

    private static Grey grained(Grey strip, SplittableRandom random) {
        byte[] pixels = strip.pixels().clone();
        for (int at = random.nextInt(GRAIN); at < pixels.length; at += 1 + random.nextInt(2 * GRAIN)) {
            pixels[at] += (byte) (random.nextInt(5) - 2);
        }
        return new Grey(strip.width(), strip.height(), pixels);
    }
}
