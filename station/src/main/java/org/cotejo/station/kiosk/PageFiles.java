package org.cotejo.station.kiosk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotejo.base.Check;
import org.cotejo.station.words.Language;
import org.cotejo.station.words.Words;
import tools.jackson.core.JsonGenerator;

/** The files of one page: read once when the machine starts, so that nothing is served that was not there then. */
final class PageFiles {
    private static final List<String> SHARED = List.of("base.css", "dom.js", "link.js", "words.js");
    private static final List<String> OF_VOTER = List.of(
            "kiosk.css",
            "kiosk.js",
            "screens.js",
            "dialogs.js",
            "ballot.js",
            "fit.js",
            "idle.js",
            "scan.js",
            "speech.js");
    private static final List<String> OF_OFFICER = List.of("officer.css", "officer.js");
    private static final Object[] PLACES = {"{0}", "{1}", "{2}", "{3}"};

    private final Map<String, Answer> files = new HashMap<>();

    private PageFiles(String page, List<String> own, List<Language> languages) {
        files.put("/", read(page + ".html"));
        SHARED.forEach(name -> files.put("/" + name, read(name)));
        own.forEach(name -> files.put("/" + name, read(name)));
        languages.forEach(language ->
                files.put("/words/" + language.tag() + ".json", Answer.json(words(Words.of(page, language)))));
    }

    static PageFiles ofVoter(List<Language> languages) {
        return new PageFiles("kiosk", OF_VOTER, languages);
    }

    static PageFiles ofOfficer(List<Language> languages) {
        return new PageFiles("officer", OF_OFFICER, languages);
    }

    Optional<Answer> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    private static byte[] words(Words words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.to(out)) {
            json.writeStartObject();
            words.keys().forEach(key -> json.writeStringProperty(key, words.get(key, PLACES)));
            json.writeEndObject();
        }
        return out.toByteArray();
    }

    private static Answer read(String name) {
        try (InputStream in = PageFiles.class.getResourceAsStream(name)) {
            Check.that(in != null, "there is no file %s", name);
            return new Answer(Answer.OK, type(name), in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + name, e);
        }
    }

    private static String type(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return switch (ending) {
            case "html" -> "text/html; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            default -> throw new IllegalArgumentException("a file of unknown kind: " + name);
        };
    }
}
