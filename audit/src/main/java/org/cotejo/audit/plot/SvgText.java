package org.cotejo.audit.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Pieces of SVG text: escaped, with coordinates of one decimal, and lines broken where they are too long. */
final class SvgText {
    /** Width of a letter on average, in parts of the size of the letters. */
    private static final double LETTER = 0.57;

    private SvgText() {}

    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                default -> safe.append(c < 0x20 ? ' ' : c);
            }
        }
        return safe.toString();
    }

    /** A coordinate, to a tenth of a pixel. */
    static String at(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** How wide a text is, about. */
    static double width(String text, double size) {
        return text.length() * size * LETTER;
    }

    /** A text in lines that are not wider than {@code most} if its words allow. */
    static List<String> lines(String text, double size, double most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && width(line + " " + word, size) > most) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
