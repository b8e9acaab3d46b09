package org.cotejo.audit.draw;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import org.cotejo.base.Check;
import org.cotejo.crypto.Sha256;

/**
 * A ticket of the consistent sampler: the id with the smallest one is drawn next. Its number is a text of digits that is never
 * shortened and never turned into a floating point number; tickets are compared as texts.
 *
 * @param number {@code 0.} and decimal digits
 * @param id of what holds the ticket
 * @param generation 1 for the first ticket of this id, 2 for the one that follows it, ...
 */
public record Ticket(String number, String id, int generation) {
    /** By number as text; of two equal ones, which nobody will ever see, by id. */
    public static final Comparator<Ticket> ORDER =
            Comparator.comparing(Ticket::number).thenComparing(Ticket::id);

    private static final String POINT = "0.";
    private static final int DIGITS_LEAST = 64;

    public Ticket {
        Check.that(
                number.matches("0\\.[0-9]+") && generation > 0,
                "not a ticket: %s of generation %d",
                number,
                generation);
    }

    static Ticket first(Seed seed, String id) {
        return first(Sha256.of(seed.utf8()).hex(), id);
    }

    static Ticket first(String seedHash, String id) {
        return new Ticket(uniform(seedHash + id), id, 1);
    }

    /** The next ticket of the same id: larger than this one, and otherwise like a fresh draw of what is above it. */
    Ticket next() {
        return new Ticket(after(number), id, generation + 1);
    }

    /** For print only: the leading nines and the number of digits that follow them; never to be compared or hashed. */
    public String shown(int digits) {
        return number.substring(0, Math.min(number.length(), nines(number) + digits));
    }

    /** A text's SHA-256 as a number with at least 64 digits, read backwards behind the point. */
    static String uniform(String text) {
        byte[] hash = Sha256.of(text.getBytes(StandardCharsets.UTF_8)).bytes();
        String digits = new BigInteger(1, hash).toString();
        StringBuilder fraction = new StringBuilder("0".repeat(Math.max(0, DIGITS_LEAST - digits.length())) + digits);
        return POINT + fraction.reverse();
    }

    static String after(String number) {
        String prefix = number.substring(0, nines(number));
        for (int i = 1; ; i++) {
            String following = prefix + uniform(number + ":" + i).substring(POINT.length());
            if (following.compareTo(number + "0") > 0) {
                return following;
            }
        }
    }

    /** Where the nines end that stand right behind the point. */
    private static int nines(String number) {
        int at = POINT.length();
        while (at < number.length() && number.charAt(at) == '9') {
            at++;
        }
        return at;
    }
}
