package org.cotejo.station.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the machine says to the presiding officer, in the languages that its own sentences do not have: those are English and Spanish, as
 * in all of this program. A sentence is found by its English text in {@code machine.en.properties}, the values in it are taken out, and a
 * value that is a sentence itself is said in the other language too. What is not found there stays as it is.
 */
public final class MachineWords {
    private static final Pattern PLACE = Pattern.compile("\\{([0-9])\\}");
    private static final int DEEPEST = 3;

    /** One sentence: its English with its places, in two ways. */
    private record Known(String key, Pattern english, List<Integer> places, int letters) {}

    private final Words other;
    private final List<Known> known = new ArrayList<>();

    private MachineWords(Words english, Words other) {
        this.other = other;
        for (String key : english.keys()) {
            known.add(known(key, english.get(key, "{0}", "{1}", "{2}", "{3}", "{4}")));
        }
        // Where two fit, the one that says more itself is meant.
        known.sort(Comparator.comparingInt(Known::letters).reversed());
    }

    /** The sentences in a language. */
    public static MachineWords of(Language language) {
        return new MachineWords(Words.of("machine", Language.ENGLISH), Words.of("machine", language));
    }

    private static Known known(String key, String text) {
        StringBuilder pattern = new StringBuilder();
        List<Integer> places = new ArrayList<>();
        Matcher place = PLACE.matcher(text);
        int from = 0;
        while (place.find()) {
            pattern.append(Pattern.quote(text.substring(from, place.start()))).append("(.+?)");
            places.add(Integer.parseInt(place.group(1)));
            from = place.end();
        }
        pattern.append(Pattern.quote(text.substring(from)));
        return new Known(
                key, Pattern.compile(pattern.toString(), Pattern.DOTALL), places, text.length() - 3 * places.size());
    }

    /** The sentence in this language; empty where it is not known. */
    public Optional<String> say(String english) {
        return say(english, DEEPEST);
    }

    private Optional<String> say(String english, int deep) {
        for (Known sentence : known) {
            Matcher values = sentence.english().matcher(english);
            if (values.matches()) {
                Object[] said = new Object[sentence.places().size()];
                for (int i = 0; i < said.length; i++) {
                    String value = values.group(i + 1);
                    said[sentence.places().get(i)] =
                            deep == 0 ? value : say(value, deep - 1).orElse(value);
                }
                return Optional.of(other.get(sentence.key(), said));
            }
        }
        return Optional.empty();
    }
}
