package org.cotejo.station.words;

import java.util.Locale;
import java.util.Optional;

/** A language that the machine speaks; each has all texts (a test compares the files). */
public enum Language {
    SPANISH("es", "Español"),
    ENGLISH("en", "English"),
    PORTUGUESE("pt", "Português"),
    FRENCH("fr", "Français"),
    ARABIC("ar", "العربية");

    private final String tag;
    private final String ownName;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
    }

    /** Two letters (ISO 639-1), as in {@code <html lang>}. */
    public String tag() {
        return tag;
    }

    /** Its name in itself, as it stands on a button. */
    public String ownName() {
        return ownName;
    }

    public boolean isRightToLeft() {
        return this == ARABIC;
    }

    /** For libraries; Western digits in every language. */
    public Locale locale() {
        return Locale.forLanguageTag(tag + "-u-nu-latn");
    }

    /** The language of a tag such as {@code es} or {@code es-VE}. */
    public static Optional<Language> of(String tag) {
        String wanted = Locale.forLanguageTag(tag).getLanguage();
        for (Language language : values()) {
            if (language.tag.equals(wanted)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
