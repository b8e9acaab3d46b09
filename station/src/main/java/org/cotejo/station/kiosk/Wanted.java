package org.cotejo.station.kiosk;

import java.util.Set;
import org.cotejo.station.words.Language;
import tools.jackson.core.JsonGenerator;

/** How the page is to begin for one voter, as the officer was asked for at the table; forgotten with the next release. */
record Wanted(String language, int text, String contrast, boolean sound, String switches) {
    private static final int TEXTS = 4;
    private static final Set<String> CONTRASTS = Set.of("plain", "high", "soft");
    private static final Set<String> SWITCHES = Set.of("off", "one", "two");

    Wanted {
        if (Language.of(language).isEmpty()
                || text < 0
                || text >= TEXTS
                || !CONTRASTS.contains(contrast)
                || !SWITCHES.contains(switches)) {
            throw new Asked.NotUnderstood();
        }
    }

    static Wanted usual(Language language) {
        return new Wanted(language.tag(), 0, "plain", false, "off");
    }

    static Wanted of(Asked asked) {
        return new Wanted(
                asked.text("language"),
                asked.number("text"),
                asked.text("contrast"),
                asked.flag("sound"),
                asked.text("switches"));
    }

    void write(JsonGenerator json) {
        json.writeStringProperty("language", language);
        json.writeNumberProperty("text", text);
        json.writeStringProperty("contrast", contrast);
        json.writeBooleanProperty("sound", sound);
        json.writeStringProperty("switches", switches);
    }
}
