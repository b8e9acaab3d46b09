package org.cotejo.bench.photos;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.picture.PictureDecoder;
import org.cotejo.capture.symbols.Quad;
import org.cotejo.capture.symbols.Sought;
import org.cotejo.capture.symbols.Symbol;
import org.cotejo.capture.symbols.SymbolReader;
import org.cotejo.definition.Contest;
import org.cotejo.definition.SpokenHash;
import org.cotejo.formats.venezuela.QrText;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.station.paper.Copy;
import org.cotejo.station.paper.Drawing;
import org.cotejo.station.paper.PaperSize;
import org.cotejo.station.paper.Signatory;
import org.cotejo.station.paper.StationHead;
import org.cotejo.station.paper.Strip;
import org.cotejo.station.paper.TallySheet;
import org.cotejo.station.words.Language;

/** The upper part or the end of strips as the machine prints them, on paper that is not quite white, and what a hand does to them. */
final class Strips {
    private static final int MARGIN = 32;
    private static final int HIGH = 1900;
    private static final int END = 1500;
    private static final int PAPER = 212;
    private static final int INK = 40;
    private static final int FLUID = 246;
    /** Where the camera looks. */
    private static final int MIDDLE = 800;

    private static final int DOTS = 7;

    /** The longest paper, in dots, of which the camera sees all without stepping back. */
    private static final int FRAME = 2600;

    private Strips() {}

    /** The upper part. */
    static Grey of(SignedSheet signed) {
        Strip strip = strip(signed, List.of());
        return part(strip, 0, HIGH);
    }

    /** The end, with places to sign. */
    static Grey end(SignedSheet signed) {
        Strip strip = strip(
                signed,
                List.of(
                        Signatory.of(Signatory.Role.PRESIDING_OFFICER, 1),
                        Signatory.of(Signatory.Role.SECRETARY, 1),
                        Signatory.witness(1, "Partido Azul"),
                        Signatory.witness(2, "Partido Verde")));
        return part(strip, strip.height() - END, END);
    }

    /** All of a strip but its code, as if the machine printed none. */
    static Grey withoutCode(SignedSheet signed, Contest contest) {
        Strip strip = Drawing.load().strip(sheet(signed, contest, List.of()), Language.SPANISH, PaperSize.ROLL_80);
        return withoutCode(part(strip, 0, strip.height() + 2 * MARGIN));
    }

    /** The same sheet on A4: its first page, which holds all numbers of a short ballot. */
    static Grey pageWithoutCode(SignedSheet signed, Contest contest) {
        byte[] pdf = Drawing.load().pdf(sheet(signed, contest, List.of()), Language.SPANISH, PaperSize.A4);
        return withoutCode(PictureDecoder.decode(pdf).orThrow().pages().getFirst());
    }

    private static Grey withoutCode(Grey paper) {
        byte[] pixels = paper.pixels().clone();
        int white = paper.at(0, 0);
        for (Symbol code : new SymbolReader().read(paper, Sought.ANYTHING).read()) {
            // On paper that lies flat its corners are those of an upright square.
            Quad place = code.place();
            for (int y = (int) place.upperLeft().y() - DOTS;
                    y < place.lowerRight().y() + DOTS;
                    y++) {
                int from = y * paper.width();
                Arrays.fill(
                        pixels,
                        from + (int) Math.max(0, place.upperLeft().x() - DOTS),
                        from + (int) Math.min(paper.width(), place.lowerRight().x() + DOTS),
                        (byte) white);
            }
        }
        return new Grey(paper.width(), paper.height(), pixels);
    }

    private static Strip strip(SignedSheet signed, List<Signatory> signatories) {
        return Drawing.load().strip(sheet(signed, QrText.contest(), signatories), Language.SPANISH, PaperSize.ROLL_80);
    }

    private static TallySheet sheet(SignedSheet signed, Contest contest, List<Signatory> signatories) {
        return new TallySheet(
                new StationHead("Una elección", signed.sheet().station(), List.of("Estado", "Municipio"), false),
                contest,
                signed,
                new SpokenHash("0091 4149 6946 1768 1455 6899 5975 4836 5121 6252"),
                null,
                Copy.of(1, 2),
                signatories);
    }

    private static Grey part(Strip strip, int from, int high) {
        int width = strip.width() + 2 * MARGIN;
        byte[] pixels = new byte[width * high];
        Arrays.fill(pixels, (byte) PAPER);
        for (int y = 0; y < Math.min(high - MARGIN, strip.height() - from); y++) {
            for (int x = 0; x < strip.width(); x++) {
                if (strip.isBlack(x, y + from)) {
                    pixels[(y + MARGIN) * width + MARGIN + x] = INK;
                }
            }
        }
        return new Grey(width, high, pixels);
    }

    /** Loops of a pen in a place to sign. */
    static Grey signed(Grey strip, Quad place, RandomGenerator random) {
        byte[] pixels = strip.pixels().clone();
        double high = place.upperLeft().distance(place.lowerLeft());
        double wide =
                Math.min(place.upperLeft().distance(place.upperRight()) * 0.8, high * (2 + random.nextDouble() * 2));
        double left = place.upperLeft().x() + random.nextDouble() * high;
        double middle = place.centre().y();
        double loops = 4 + random.nextDouble() * 5;
        double phase = random.nextDouble() * 6;
        int pen = 60 + random.nextInt(60);
        for (double t = 0; t < 1; t += 0.0004) {
            double swing = high * 0.28 * (0.7 + 0.3 * Math.sin(9 * t + phase));
            int x = (int) (left + wide * t + 0.6 * swing * Math.sin(t * loops * 2 * Math.PI));
            int y = (int) (middle + swing * Math.cos(t * loops * 2 * Math.PI + phase));
            for (int dot = 0; dot < 9; dot++) {
                int at = (y + dot / 3 - 1) * strip.width() + x + dot % 3 - 1;
                pixels[Math.clamp(at, 0, pixels.length - 1)] = (byte) pen;
            }
        }
        return new Grey(strip.width(), strip.height(), pixels);
    }

    /** The photo of a whole sheet, from as far as it takes to have all of it in the frame. */
    static Grey photoOfAll(Grey sheet, Hardness hardness, RandomGenerator random) {
        int size = Math.min(sheet.width(), sheet.height()) - 2 * MARGIN;
        int dots = Math.max(DOTS, DOTS * Math.max(sheet.width(), sheet.height()) / FRAME);
        return new Camera(new Paper(sheet, MARGIN, (sheet.height() - size) / 2, size, dots), hardness, random).shot();
    }

    /** The photo of a strip. */
    static Grey photo(Grey strip, Hardness hardness, RandomGenerator random) {
        int size = strip.width() - 2 * MARGIN;
        Paper paper = new Paper(strip, MARGIN, MIDDLE - size / 2, size, DOTS);
        return new Camera(paper, hardness, random).shot();
    }

    /** Correction fluid around a number, which was printed again on it. */
    static Grey fluid(Grey strip, Quad digits, RandomGenerator random) {
        byte[] pixels = strip.pixels().clone();
        int high = (int) digits.upperLeft().distance(digits.lowerLeft());
        int beside = high / 4 + random.nextInt(Math.max(1, high / 2));
        for (int y = (int) digits.upperLeft().y() - high / 8;
                y < digits.lowerLeft().y() + high / 8.0;
                y++) {
            for (int x = (int) digits.upperLeft().x() - beside;
                    x < digits.upperRight().x() + beside;
                    x++) {
                if (x >= 0 && y >= 0 && x < strip.width() && y < strip.height()) {
                    int at = y * strip.width() + x;
                    pixels[at] = (byte) ((pixels[at] & 0xff) > 120 ? FLUID : pixels[at]);
                }
            }
        }
        return new Grey(strip.width(), strip.height(), pixels);
    }

    /** Strokes of a pen over a number. */
    static Grey overwritten(Grey strip, Quad digits, RandomGenerator random) {
        byte[] pixels = strip.pixels().clone();
        double high = digits.upperLeft().distance(digits.lowerLeft());
        double wide = Math.max(high / 2, digits.upperLeft().distance(digits.upperRight()));
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            points.add(new double[] {
                digits.upperLeft().x() + random.nextDouble() * wide,
                digits.upperLeft().y() + (random.nextDouble() * 1.3 - 0.15) * high
            });
        }
        for (int i = 1; i < points.size(); i++) {
            for (double t = 0; t < 1; t += 0.01) {
                double x = points.get(i - 1)[0] * (1 - t) + points.get(i)[0] * t;
                double y = points.get(i - 1)[1] * (1 - t) + points.get(i)[1] * t;
                for (int dy = -2; dy <= 2; dy++) {
                    for (int dx = -2; dx <= 2; dx++) {
                        int at = ((int) y + dy) * strip.width() + (int) x + dx;
                        pixels[Math.clamp(at, 0, pixels.length - 1)] = 60;
                    }
                }
            }
        }
        return new Grey(strip.width(), strip.height(), pixels);
    }
}
