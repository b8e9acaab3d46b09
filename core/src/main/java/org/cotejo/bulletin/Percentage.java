package org.cotejo.bulletin;

import java.math.BigDecimal;
import org.cotejo.base.Check;
import org.cotejo.base.Fraction;

/** A percentage as printed, 0 to 100, with the number of decimals that it was printed with: {@code 51.20} is not {@code 51.2}. */
public record Percentage(BigDecimal printed) {
    public static final int DECIMALS_MOST = 9;

    public Percentage {
        Check.that(
                printed.scale() >= 0
                        && printed.scale() <= DECIMALS_MOST
                        && printed.signum() >= 0
                        && printed.compareTo(BigDecimal.valueOf(100)) <= 0,
                "percentage %s",
                printed);
    }

    public static Percentage of(String printed) {
        return new Percentage(new BigDecimal(printed));
    }

    /** The share as a fraction of one, exactly as printed. */
    public Fraction share() {
        return Fraction.of(printed).over(Fraction.of(100, 1));
    }

    /** One unit in the last printed place, as a fraction of one. */
    public Fraction unit() {
        return Fraction.of(BigDecimal.ONE.movePointLeft(printed.scale() + 2).setScale(printed.scale() + 2));
    }

    public int decimals() {
        return printed.scale();
    }

    @Override
    public String toString() {
        return printed.toPlainString() + " %";
    }
}
