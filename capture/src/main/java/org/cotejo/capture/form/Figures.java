package org.cotejo.capture.form;

import java.util.OptionalInt;
import org.cotejo.capture.print.PrintReader;
import org.cotejo.capture.print.PrintedLine;
import org.cotejo.capture.print.PrintedPage;
import org.cotejo.capture.symbols.Quad;

/** Reads the digits at a place, twice, in two cut-outs of it: a number only if both say the same. */
final class Figures {
    private static final int DIGITS_MOST = 6;
    /** Of less sure a digit nothing is believed, whatever the words say. */
    private static final double SURE_LEAST = 0.5;

    private final PrintReader reader;
    private final PrintedPage page;

    Figures(PrintReader reader, PrintedPage page) {
        this.reader = reader;
        this.page = page;
    }

    /** What the digits say. {@code sure}: of the least sure digit of both readings. */
    record Read(OptionalInt number, double sure) {
        static final Read NOTHING = new Read(OptionalInt.empty(), 0);
    }

    Read at(Quad place, Quad again) {
        PrintedLine first = reader.readNumber(page, place);
        PrintedLine second = reader.readNumber(page, again);
        double sure = Math.min(first.least(), second.least());
        boolean isSame = first.text().equals(second.text());
        if (!isSame || sure < SURE_LEAST || first.text().length() > DIGITS_MOST || !isPlain(first.text())) {
            return new Read(OptionalInt.empty(), isSame ? sure : 0);
        }
        return new Read(OptionalInt.of(Integer.parseInt(first.text())), sure);
    }

    /** No number on a sheet begins with a zero but zero. */
    private static boolean isPlain(String digits) {
        return !digits.isEmpty() && (digits.length() == 1 || digits.charAt(0) != '0');
    }
}
