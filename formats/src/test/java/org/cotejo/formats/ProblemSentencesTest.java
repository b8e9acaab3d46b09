package org.cotejo.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each refusal has a code of its own and a sentence in both languages that says what was expected and names the same values. */
class ProblemSentencesTest {
    private static final Pattern CONSTANT = Pattern.compile(
            "[A-Z_]+\\(\\s*\"([A-Z]+-[0-9]{3})\",\\s*\"((?:[^\"\\\\]|\\\\.)*)\",\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\)");
    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");

    private record Said(String code, String en, String es) {}

    private static List<Said> all() throws IOException {
        List<Said> all = new ArrayList<>();
        Path main = Path.of(System.getProperty("cotejo.root", "..")).resolve("formats/src/main/java");
        try (Stream<Path> files = Files.walk(main)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith("Problem.java")).toList()) {
                Matcher matcher = CONSTANT.matcher(Files.readString(file));
                while (matcher.find()) {
                    all.add(new Said(matcher.group(1), matcher.group(2), matcher.group(3)));
                }
            }
        }
        return all;
    }

    @Test
    void codesAreDifferent() throws IOException {
        Map<String, String> seen = new HashMap<>();
        for (Said said : all()) {
            assertEquals(null, seen.put(said.code(), said.en()), said.code());
        }
        assertTrue(seen.size() > 70, () -> seen.size() + " found");
    }

    @Test
    void bothLanguagesNameTheSameValues() throws IOException {
        for (Said said : all()) {
            assertEquals(places(said.en()), places(said.es()), said.code());
        }
    }

    private static Set<String> places(String sentence) {
        return PLACE.matcher(sentence).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    @Test
    void eachSaysWhatWasExpected() throws IOException {
        for (Said said : all()) {
            assertTrue(said.en().contains("expected"), said.code() + ": " + said.en());
            assertTrue(said.es().contains("esperaba"), said.code() + ": " + said.es());
        }
    }
}
