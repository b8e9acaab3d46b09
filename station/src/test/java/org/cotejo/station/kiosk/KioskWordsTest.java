package org.cotejo.station.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotejo.station.words.Language;
import org.cotejo.station.words.Words;
import org.junit.jupiter.api.Test;

/** The pages' words and scripts agree, and the scripts keep what they promise. */
class KioskWordsTest {
    private static final Path FILES =
            Path.of(System.getProperty("cotejo.root"), "station/src/main/resources/org/cotejo/station/kiosk");
    private static final List<String> VOTER = List.of("kiosk.js", "screens.js", "dialogs.js");

    private static Set<String> said(List<String> scripts) throws IOException {
        Set<String> keys = new TreeSet<>();
        for (String script : scripts) {
            Matcher say = Pattern.compile("'([a-z]+[._][a-z_.]+|[a-z]+)'(?=[,)? :])|say\\('([a-z_.]+)'")
                    .matcher(Files.readString(FILES.resolve(script)));
            while (say.find()) {
                if (say.group(2) != null) {
                    keys.add(say.group(2));
                }
            }
        }
        return keys;
    }

    @Test
    void everyWordThatAPageSaysIsInEveryLanguage() throws IOException {
        for (Language language : Language.values()) {
            Words voter = Words.of("kiosk", language);
            assertTrue(voter.keys().containsAll(said(VOTER)), said(VOTER) + " in " + language);
            assertTrue(said(VOTER).size() > 60, "the test reads the scripts");
            Words officer = Words.of("officer", language);
            assertTrue(officer.keys().containsAll(said(List.of("officer.js"))), "officer in " + language);
            assertEquals(language.isRightToLeft() ? "rtl" : "ltr", voter.get("direction"));
            assertEquals(voter.get("direction"), officer.get("direction"));
        }
    }

    @Test
    void noScriptKeepsWritesOrFetchesAnything() throws IOException {
        try (var files = Files.list(FILES)) {
            for (Path file : files.toList()) {
                String text = Files.readString(file);
                for (String forbidden : List.of(
                        "localStorage",
                        "sessionStorage",
                        "indexedDB",
                        "document.cookie",
                        "caches.",
                        "pushState",
                        "replaceState",
                        "console.",
                        "innerHTML",
                        "insertAdjacentHTML",
                        "eval(",
                        "sendBeacon",
                        "http:",
                        "https:",
                        "serviceWorker",
                        "@import",
                        "url(")) {
                    String where = file.getFileName() + " uses " + forbidden;
                    assertTrue(!text.replace("http://www.w3.org/2000/svg", "").contains(forbidden), where);
                }
            }
        }
    }
}
