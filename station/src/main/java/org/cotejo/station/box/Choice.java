package org.cotejo.station.box;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.cotejo.base.Check;
import org.cotejo.definition.Contest;

/** What a voter chose in one contest. A machine takes no null vote: whoever wants to choose nobody chooses blank. */
public sealed interface Choice {
    /**
     * One position of the ballot.
     *
     * @param position 1-based: the option's, or the candidate's place where the contest has no options
     */
    record Picked(int position) implements Choice {
        public Picked {
            Check.that(position >= 1 && position <= Contest.OPTIONS_MOST, "ballot position %d", position);
        }
    }

    /**
     * A name that the voter wrote, at the position of the ballot that is there for it. The sums know the position alone. Its text form
     * says nothing.
     *
     * @param position 1-based
     */
    record WrittenIn(int position, String name) implements Choice {
        /** Most UTF-16 units of a name, each of them a character. */
        public static final int NAME_MOST = 40;

        private static final Pattern NAME = Pattern.compile(
                "(?=.*\\p{L})[\\p{IsLatin}\\p{IsArabic}\\p{Mn}'\u2019.-]+(?: [\\p{IsLatin}\\p{IsArabic}\\p{Mn}'\u2019.-]+)*");

        public WrittenIn {
            Check.that(position >= 1 && position <= Contest.OPTIONS_MOST, "ballot position %d", position);
            Check.that(isName(name), "what was written is no name");
        }

        /** Whether this can be written in: letters, with single blanks, apostrophes, hyphens and full stops between them. */
        public static boolean isName(String text) {
            return text.length() <= NAME_MOST
                    && text.chars().noneMatch(c -> Character.isSurrogate((char) c))
                    && Normalizer.isNormalized(text, Normalizer.Form.NFC)
                    && NAME.matcher(text).matches();
        }

        @Override
        public String toString() {
            return "a name that was written in";
        }
    }

    /** Nobody. */
    record Blank() implements Choice {}
}
