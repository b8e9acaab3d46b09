package org.cotejo.capture.form;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotejo.capture.print.PrintedLine;
import org.cotejo.custody.SignatureSlot;
import org.cotejo.station.words.Language;
import org.cotejo.station.words.Words;

/** What stands at the places to sign of Cotejo's sheets in one language. */
final class SlotWords {
    /** A number that follows the role at once; one behind a dot belongs to the name of a body. */
    private static final Pattern NUMBER = Pattern.compile("[\\p{L}\\p{M} '’]*?([0-9]{1,2})(?![0-9]).*");

    private static final int TICK_LETTERS = 4;

    private final String heading;
    private final List<String> ticks;
    private final Map<SignatureSlot.Role, String> roles = new EnumMap<>(SignatureSlot.Role.class);

    SlotWords(Language language) {
        Words words = Words.of("paper", language);
        this.heading = words.get("paper.signatures");
        this.ticks = List.of(Spelling.bare(words.get("paper.absent")), Spelling.bare(words.get("paper.refused")));
        for (SignatureSlot.Role role : SignatureSlot.Role.values()) {
            roles.put(role, Spelling.bare(words.get("paper.role." + role)));
        }
    }

    /** Whose place it is. */
    record Named(SignatureSlot.Role role, int number) {}

    boolean isHeading(String line) {
        return Spelling.isLike(line, heading);
    }

    /** Whether it is what stands beside a box to tick; the box itself may have been taken for a letter. */
    boolean isTick(String line) {
        String bare = Spelling.bare(line);
        return bare.length() >= TICK_LETTERS
                && bare.length() <= ticks.getFirst().length() + ticks.getLast().length() + TICK_LETTERS
                && ticks.stream().anyMatch(tick -> bare.contains(tick) || Spelling.distance(bare, tick) <= 1);
    }

    /** The role that a line begins with, and its number. */
    Optional<Named> named(PrintedLine line) {
        String bare = Spelling.bare(line.text());
        SignatureSlot.Role best = null;
        int least = Integer.MAX_VALUE;
        for (Map.Entry<SignatureSlot.Role, String> role : roles.entrySet()) {
            String word = role.getValue();
            int wrong = Spelling.distance(bare.substring(0, Math.min(bare.length(), word.length())), word);
            if (wrong * 5 <= word.length() && wrong < least) {
                least = wrong;
                best = role.getKey();
            }
        }
        if (best == null) {
            return Optional.empty();
        }
        Matcher number = NUMBER.matcher(line.text());
        int stated = number.matches() ? Integer.parseInt(number.group(1)) : 1;
        return stated < 1 || stated > SignatureSlot.SLOTS_MOST
                ? Optional.empty()
                : Optional.of(new Named(best, stated));
    }
}
