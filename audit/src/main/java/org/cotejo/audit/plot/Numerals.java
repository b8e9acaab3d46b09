package org.cotejo.audit.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.cotejo.base.Check;

/** Numbers as a language writes them, as the report does: {@code 1,234.5} or {@code 1.234,5}, a true minus, a narrow per cent. */
public final class Numerals {
    private final char group;
    private final char point;

    private Numerals(char group, char point) {
        this.group = group;
        this.point = point;
    }

    /** Those of a two-letter code: {@code es} gives Spanish, all else English. */
    public static Numerals of(String language) {
        return language.equals("es") ? new Numerals('.', ',') : new Numerals(',', '.');
    }

    /** A whole number, thousands grouped. */
    public String number(long value) {
        return written(BigDecimal.valueOf(value));
    }

    /** A number with so many decimals, halves away from zero. */
    public String number(double value, int decimals) {
        Check.that(Double.isFinite(value), "a number %s", value);
        return written(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP));
    }

    /** A share of one in per cent with so many decimals: {@code 12.3 %}. */
    public String share(double value, int decimals) {
        return number(value * 100, decimals) + "\u00a0%";
    }

    private String written(BigDecimal value) {
        String plain = value.abs().toPlainString();
        int dot = plain.indexOf('.');
        String whole = dot < 0 ? plain : plain.substring(0, dot);
        StringBuilder text = new StringBuilder(value.signum() < 0 ? "−" : "");
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % 3 == 0) {
                text.append(group);
            }
            text.append(whole.charAt(i));
        }
        return dot < 0
                ? text.toString()
                : text.append(point).append(plain, dot + 1, plain.length()).toString();
    }
}
