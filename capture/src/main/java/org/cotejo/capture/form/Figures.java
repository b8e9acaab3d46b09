package org.cotejo.capture.form;

import java.util.OptionalInt;
import org.cotejo.capture.print.PrintReader;
import org.cotejo.capture.print.PrintedNumber;
import org.cotejo.capture.print.PrintedPage;
import org.cotejo.capture.symbols.Quad;

/** Reads the digits at a place, in two looks: a number only if both say the same. */
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

    Read at(Quad place) {
        PrintedNumber looks = reader.readNumber(page, place);
        boolean isSame = looks.once().equals(looks.again());
        if (!isSame || looks.sure() < SURE_LEAST || looks.once().length() > DIGITS_MOST || !isPlain(looks.once())) {
            return new Read(OptionalInt.empty(), isSame ? looks.sure() : 0);
        }
        return new Read(OptionalInt.of(Integer.parseInt(looks.once())), looks.sure());
    }

    /** No number on a sheet begins with a zero but zero. */
    private static boolean isPlain(String digits) {
        return !digits.isEmpty() && (digits.length() == 1 || digits.charAt(0) != '0');
    }
}
