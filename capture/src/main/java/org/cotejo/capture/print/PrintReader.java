package org.cotejo.capture.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cotejo.base.Result;
import org.cotejo.base.Workers;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.symbols.Quad;
import org.jspecify.annotations.Nullable;

/**
 * Finds and reads print, with the networks PP-OCRv4 (Apache-2.0) that come inside a package and are taken from the class path. Opening
 * takes a second and a hundred megabytes: one for all threads.
 */
public final class PrintReader {
    private static final String FINDS = "/models/ch_PP-OCRv4_det_infer.onnx";
    private static final String TURNS = "/models/ch_ppocr_mobile_v2.0_cls_infer.onnx";
    private static final String READS = "/models/ch_PP-OCRv4_rec_infer.onnx";
    /** Our own, beside this class. */
    private static final String DIGITS = "digits.onnx";

    private static final String KEYS = "/models/ppocr_keys_v1.txt";
    /** So many of the longest lines say whether a page stands on its head. */
    private static final int ASKED = 9;
    /** A page with fewer lines is no sheet. */
    private static final int LINES_LEAST = 6;
    /** What is not longer than so many times its height is one character. */
    private static final double LONE_MOST = 1.1;

    private static final double TALL_LEAST = 1.5;

    private final LineFinder finder;
    private final LineTurner turner;
    private final LineReader reader;
    private final NumberReader numbers;
    private final DigitReader digits;

    private PrintReader(LineFinder finder, LineTurner turner, LineReader reader, DigitReader digits) {
        this.finder = finder;
        this.turner = turner;
        this.reader = reader;
        this.numbers = new NumberReader(reader);
        this.digits = digits;
    }

    /** The reader, or why there is none on this machine; all else works without it. */
    public static Result<PrintReader> open() {
        byte @Nullable [] finds = resource(FINDS);
        byte @Nullable [] turns = resource(TURNS);
        byte @Nullable [] reads = resource(READS);
        byte @Nullable [] keys = resource(KEYS);
        byte @Nullable [] written = resource(DIGITS);
        if (finds == null || turns == null || reads == null || keys == null || written == null) {
            return Result.refused(PrintProblem.NO_MODELS.with());
        }
        try {
            return Result.ok(new PrintReader(
                    new LineFinder(Network.of(finds)),
                    new LineTurner(Network.of(turns)),
                    new LineReader(
                            Network.of(reads),
                            new String(keys, StandardCharsets.UTF_8).lines().toList()),
                    new DigitReader(Network.of(written))));
        } catch (LinkageError | RuntimeException e) {
            return Result.refused(PrintProblem.NO_ENGINE.with(String.valueOf(e.getMessage())));
        }
    }

    private static byte @Nullable [] resource(String name) {
        try (InputStream in = PrintReader.class.getResourceAsStream(name)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + name, e);
        }
    }

    /** All print of a page, whichever way it lies; without lines where there is too little for a sheet. */
    public PrintedPage read(Grey page) {
        Grey upright = page;
        int quarters = 0;
        List<Hull.Rectangle> found = finder.find(page);
        if (found.stream().filter(PrintReader::isTall).count() * 2 > found.size()) {
            upright = page.turned(1);
            quarters = 1;
            found = finder.find(upright);
        }
        if (found.size() < LINES_LEAST) {
            return new PrintedPage(upright, new Way(page.width(), page.height(), quarters, null), List.of());
        }
        if (isOnItsHead(upright, found)) {
            upright = upright.turned(2);
            quarters += 2;
            found = finder.find(upright);
        }
        Optional<Levelling> levelling = Levelling.of(upright, found);
        if (levelling.isPresent()) {
            upright = levelling.get().level(upright);
            found = finder.find(upright);
        }
        List<PrintedLine> lines = new ArrayList<>(lines(upright, found));
        lines.sort(Comparator.comparingDouble(
                        (PrintedLine line) -> line.place().centre().y())
                .thenComparingDouble(PrintedLine::left));
        return new PrintedPage(upright, new Way(page.width(), page.height(), quarters, levelling.orElse(null)), lines);
    }

    private List<PrintedLine> lines(Grey upright, List<Hull.Rectangle> found) {
        List<Hull.Rectangle> lying =
                found.stream().filter(line -> isLone(line) || !isTall(line)).toList();
        PrintedLine[] lines = new PrintedLine[lying.size()];
        List<Runnable> tasks = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            int index = i;
            Hull.Rectangle line = lying.get(i);
            tasks.add(() -> lines[index] =
                    isLone(line) ? new PrintedLine(standing(line), "", List.of()) : reader.read(upright, line.quad()));
        }
        Workers.run(tasks);
        return List.of(lines);
    }

    private boolean isOnItsHead(Grey page, List<Hull.Rectangle> found) {
        List<Hull.Rectangle> longest = found.stream()
                .sorted(Comparator.comparingDouble(Hull.Rectangle::length).reversed())
                .limit(ASKED)
                .toList();
        long heads = longest.stream()
                .filter(line -> turner.isOnItsHead(page, line.quad()))
                .count();
        return heads * 2 > longest.size();
    }

    /** A character by itself, of which the network would make anything. */
    private static boolean isLone(Hull.Rectangle line) {
        return line.length() < LONE_MOST * line.height()
                || Math.abs(line.angle()) > Math.PI / 4 && line.length() <= TALL_LEAST * line.height();
    }

    /** A lone character has no direction of its own. */
    private static Quad standing(Hull.Rectangle line) {
        return new Hull.Rectangle(line.middle(), 0, /* length= */ line.height(), /* height= */ line.length()).quad();
    }

    private static boolean isTall(Hull.Rectangle line) {
        return Math.abs(line.angle()) > Math.PI / 4 && line.length() > TALL_LEAST * line.height();
    }

    /** A digit written by hand in a box that was laid straight, its frame at its edges. */
    public WrittenDigit readDigit(Grey box) {
        return digits.read(box);
    }

    /** A place of an upright page, read as a line. */
    public PrintedLine readLine(PrintedPage page, Quad place) {
        return reader.read(page.upright(), place);
    }

    /** A place of an upright page where nothing but a number can stand, looked at in two ways. */
    public PrintedNumber readNumber(PrintedPage page, Quad place) {
        NumberReader.NumberLooks looks = numbers.read(page.upright(), place);
        return new PrintedNumber(
                looks.hasInk(),
                looks.once().text(),
                looks.thrice().text(),
                Math.min(least(looks.once()), least(looks.thrice())));
    }

    private static double least(LineReader.Digits digits) {
        return digits.sure().stream().mapToDouble(Double::doubleValue).min().orElse(0);
    }
}
