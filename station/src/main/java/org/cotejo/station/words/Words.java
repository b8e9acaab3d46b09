package org.cotejo.station.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotejo.base.Check;

/**
 * The texts of one file of one language, by key. The files are UTF-8 properties beside this class, named {@code
 * FILE.LANGUAGE.properties}: {@code paper.es.properties}, {@code kiosk.ar.properties}. Every language of a file has the same keys
 * with the same places; a test reads whatever files lie there.
 */
public final class Words {
    private static final Pattern PLACE = Pattern.compile("\\{([0-9])\\}");

    private final Language language;
    private final String file;
    private final Map<String, String> texts;

    private Words(Language language, String file, Map<String, String> texts) {
        this.language = language;
        this.file = file;
        this.texts = texts;
    }

    /** The texts of a file such as {@code paper}, read anew each time; keep what this gives. */
    public static Words of(String file, Language language) {
        String name = file + "." + language.tag() + ".properties";
        Properties read = new Properties();
        try (InputStream in = Words.class.getResourceAsStream(name)) {
            Check.that(in != null, "there is no file of texts %s", name);
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("reading the texts " + name, e);
        }
        Map<String, String> texts = new HashMap<>();
        read.stringPropertyNames().forEach(key -> texts.put(key, read.getProperty(key)));
        return new Words(language, file, Map.copyOf(texts));
    }

    public Language language() {
        return language;
    }

    /** All keys, sorted. */
    public Set<String> keys() {
        return new TreeSet<>(texts.keySet());
    }

    /** The text of a key with its places {@code {0}}, {@code {1}}, ... filled in as the values are. */
    public String get(String key, Object... values) {
        String text = texts.get(key);
        Check.that(text != null, "%s has no text %s in %s", file, key, language);
        return PLACE.matcher(String.valueOf(text)).replaceAll(place -> {
            int index = Integer.parseInt(place.group(1));
            Check.that(index < values.length, "%s: no value for %s", key, place.group());
            return Matcher.quoteReplacement(String.valueOf(values[index]));
        });
    }
}
