package org.cotejo.capture.form;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.cotejo.capture.picture.Grey;
import org.cotejo.capture.print.PrintReader;
import org.cotejo.capture.print.PrintedLine;
import org.cotejo.capture.print.PrintedPage;

/** Takes a number and the words beside it apart where they stand so close that they were found as one line of print. */
final class Apart {
    private static final Pattern DIGITS = Pattern.compile("[0-9oOlI|]{1,6}");
    private static final int DIGITS_MOST = 6;
    private static final int HIGH = 48;
    /** Height of a digit as a share of that of its line. */
    private static final double DIGIT = 0.5;
    /** How many heights of a digit the narrowest and the widest digit take. */
    private static final double NARROWEST = 0.25;

    private static final double WIDEST = 1.0;
    /** The least width of what parts the two. */
    private static final double GAP = 0.12;

    private Apart() {}

    /** The same page with each such line as two. */
    static PrintedPage of(PrintReader reader, PrintedPage page, NumbersInWords numbers) {
        List<PrintedLine> lines = new ArrayList<>(page.lines());
        for (PrintedLine line : page.lines()) {
            int digits = digits(line.text(), numbers);
            int gap = digits == 0 ? -1 : gap(page, line, digits);
            if (gap >= 0) {
                double at = line.left() + (line.right() - line.left()) * gap / wide(line);
                List<PrintedLine> cut = lines.stream()
                        .filter(other -> !other.equals(line) && isCutBy(line, other, at))
                        .toList();
                double left = cut.stream().mapToDouble(PrintedLine::left).reduce(line.left(), Math::min);
                lines.removeAll(cut);
                lines.remove(line);
                lines.add(new PrintedLine(
                        Row.part(line, left, at, 1),
                        line.text().substring(0, digits),
                        line.sure().subList(0, digits)));
                lines.add(reader.readLine(page, Row.part(line, at, line.right(), 1)));
            }
        }
        return new PrintedPage(page.upright(), page.way(), lines);
    }

    /** Whether a lone character is the one whose half got into the beginning of a line. */
    private static boolean isCutBy(PrintedLine line, PrintedLine other, double at) {
        return other.text().strip().length() <= 1
                && Math.abs(Row.below(line, other)) < 0.4
                && other.left() < line.left()
                && other.right() > line.left()
                && other.right() < at + 0.5 * line.height();
    }

    /** How many characters of a line are digits in front of a number in words; 0 where it is no such line. */
    static int digits(String text, NumbersInWords numbers) {
        for (int end = 1; end <= Math.min(DIGITS_MOST, text.length()); end++) {
            if (!DIGITS.matcher(text.substring(0, end)).matches()) {
                return 0;
            }
            String rest = text.substring(end).strip();
            // A round letter that begins the words may have been taken for one more digit.
            if (numbers.isLike(rest.startsWith("0") ? "o" + rest.substring(1) : rest)) {
                return end;
            }
        }
        return 0;
    }

    private static int wide(PrintedLine line) {
        return (int) Math.ceil(HIGH * (line.right() - line.left()) / line.height());
    }

    /** The middle of the widest gap behind so many digits, in columns of the line laid straight; below 0 if there is none. */
    private static int gap(PrintedPage page, PrintedLine line, int digits) {
        int wide = wide(line);
        Grey plane = page.straight(line.place(), wide, HIGH);
        int limit = (plane.percentile(4) + plane.percentile(85)) / 2;
        int first = 0;
        while (first < wide && !hasInk(plane, first, limit)) {
            first++;
        }
        double high = DIGIT * HIGH;
        int from = (int) (first + NARROWEST * digits * high);
        int to = (int) Math.min(wide - 1.0, first + (WIDEST * digits + 1) * high);
        int widest = (int) (GAP * high);
        int middle = -1;
        int begun = -1;
        for (int x = from; x <= to; x++) {
            if (hasInk(plane, x, limit)) {
                begun = -1;
            } else {
                begun = begun < 0 ? x : begun;
                if (x - begun + 1 > widest) {
                    widest = x - begun + 1;
                    middle = (x + begun) / 2;
                }
            }
        }
        return middle;
    }

    private static boolean hasInk(Grey plane, int x, int limit) {
        for (int y = HIGH / 6; y < HIGH - HIGH / 6; y++) {
            if (plane.at(x, y) < limit) {
                return true;
            }
        }
        return false;
    }
}
