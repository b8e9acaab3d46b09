package org.cotejo.station.paper;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.cotejo.base.Check;

/**
 * The letters of strips as dots: Noto Sans and Noto Sans Arabic, drawn from their outlines by pure Java, so that no font of the
 * machine and no native library changes a dot. Not safe for use by several threads.
 */
final class Typeface {
    /** How heavy letters are; a thermal head burns thin ones away, so the lighter weight is a medium one. */
    enum Weight {
        MEDIUM,
        BOLD
    }

    /**
     * A letter as dots.
     *
     * @param advance dots to the next letter
     * @param left dots from the pen to the leftmost dot
     * @param top dots from the baseline to the highest dot, negative above it
     * @param dots row by row, one a cell
     */
    record Glyph(int advance, int left, int top, int width, int height, BitSet dots) {}

    private record Key(Weight weight, int size, int codePoint) {}

    private record Face(TrueTypeFont font, CmapLookup letters) {}

    /** From this share of a dot's area on it is black, of 255; a bit below the half, since paper takes heat unevenly. */
    private static final int BLACK_FROM = 112;

    private final Map<Weight, List<Face>> faces;
    private final Map<Key, Glyph> drawn = new HashMap<>();

    private Typeface(Map<Weight, List<Face>> faces) {
        this.faces = faces;
    }

    static Typeface load() {
        return new Typeface(Map.of(
                Weight.MEDIUM, List.of(face("NotoSans-Medium.ttf"), face("NotoSansArabic-Medium.ttf")),
                Weight.BOLD, List.of(face("NotoSans-Bold.ttf"), face("NotoSansArabic-Bold.ttf"))));
    }

    private static Face face(String name) {
        try (InputStream in = Typeface.class.getResourceAsStream(name)) {
            Check.that(in != null, "there is no font %s", name);
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            return new Face(font, font.getUnicodeCmapLookup());
        } catch (IOException e) {
            throw new UncheckedIOException("reading the font " + name, e);
        }
    }

    /** Whether there is a letter for a code point, and not just the empty box. */
    boolean has(int codePoint) {
        return faces.values().stream()
                .allMatch(two -> two.stream().anyMatch(face -> face.letters().getGlyphId(codePoint) != 0));
    }

    /** A letter of a size in dots an em. */
    Glyph glyph(Weight weight, int size, int codePoint) {
        return drawn.computeIfAbsent(new Key(weight, size, codePoint), this::draw);
    }

    private Glyph draw(Key key) {
        List<Face> two = faces.getOrDefault(key.weight(), List.of());
        Face face = two.stream()
                .filter(one -> one.letters().getGlyphId(key.codePoint()) != 0)
                .findFirst()
                .orElse(two.getFirst());
        try {
            int id = face.letters().getGlyphId(key.codePoint());
            double scale = (double) key.size() / face.font().getUnitsPerEm();
            int advance = (int) Math.round(face.font().getAdvanceWidth(id) * scale);
            GlyphData data = face.font().getGlyph().getGlyph(id);
            return data == null
                    ? new Glyph(advance, 0, 0, 0, 0, new BitSet())
                    : dots(
                            advance,
                            AffineTransform.getScaleInstance(scale, -scale).createTransformedShape(data.getPath()));
        } catch (IOException e) {
            throw new UncheckedIOException("reading a letter of a font", e);
        }
    }

    private static Glyph dots(int advance, Shape outline) {
        Rectangle box = outline.getBounds();
        if (box.isEmpty()) {
            return new Glyph(advance, 0, 0, 0, 0, new BitSet());
        }
        box.grow(1, 1);
        BufferedImage picture = new BufferedImage(box.width, box.height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.setColor(Color.WHITE);
        pen.translate(-box.x, -box.y);
        pen.fill(outline);
        pen.dispose();
        BitSet dots = new BitSet();
        for (int i = 0; i < box.width * box.height; i++) {
            dots.set(i, picture.getRaster().getSample(i % box.width, i / box.width, 0) >= BLACK_FROM);
        }
        return new Glyph(advance, box.x, box.y, box.width, box.height, dots);
    }
}
