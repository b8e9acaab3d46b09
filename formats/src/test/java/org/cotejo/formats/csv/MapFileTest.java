package org.cotejo.formats.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.formats.text.RowTerms;
import org.cotejo.tally.Figure;
import org.junit.jupiter.api.Test;

/** A MAP is read strictly; every mistake is named with its key. */
class MapFileTest {
    private static final String WHOLE = """
            { // a MAP with every key
              "custodian": "convzla", "side": "opposition", "announced": false, "provenance": "accredited",
              "published_at": "2024-08-01T00:00:00Z", "contest": "presidente",
              "encoding": "auto", "delimiter": "\\t", "skip_rows": 3,
              "station": ["CENTRO", {"column": "MESA", "pad": 2}],
              "places": ["EDO", "MUN"], "levels": ["Estado", "Municipio"],
              "registered": "RE", "voters": "V", "ballots": "B", "valid": "VV", "null": "VN", "blank": "VB",
              "votes": {"EG": "EG", "NM": ["NM1", "NM2"]},
              "where": {"CARGO": "1"}, "image": "URL", "part": true,
              "paper": {"column": "T", "opening_report": ["0"]},
              "way": {"column": "W", "transmitted": ["T"], "by_hand": ["H"]}
            }
            """;
    private static final String SMALL =
            "{\"custodian\": \"c\", \"side\": \"s\", \"station\": [\"m\"], \"votes\": {\"A\": \"a\"}%s}";

    @Test
    void everyKeyIsRead() {
        CsvMap map = read(WHOLE);
        assertEquals(new RowTerms("auto", "\t", 3, false), map.terms());
        assertEquals(List.of(new CsvMap.CodePart("CENTRO", 0), new CsvMap.CodePart("MESA", 2)), map.station());
        assertEquals(List.of(Figure.Count.values()), List.copyOf(map.counts().keySet()));
        assertEquals(List.of("Estado", "Municipio"), map.levels());
        assertTrue(map.isPart());
        assertEquals("URL", map.image());
    }

    @Test
    void requiredKeys() {
        Map<String, String> others =
                Map.of("custodian", "image", "side", "image", "station", "places", "votes", "where");
        others.forEach((key, other) -> {
            Problem problem = problem(SMALL.formatted("").replace("\"" + key + "\"", "\"" + other + "\""));
            assertEquals("JSON-104", problem.code(), key);
            assertTrue(problem.sentence().en().contains("'" + key + "'"));
        });
    }

    @Test
    void unknownKeysAreNamedWithTheKnownOnes() {
        Problem problem = problem(SMALL.formatted(", \"columns\": 1"));
        assertEquals("JSON-103", problem.code());
        assertTrue(problem.sentence().en().contains("custodian, side, announced"));
        assertEquals(
                "JSON-103",
                problem(SMALL.formatted(", \"paper\": {\"colum\": \"x\"}")).code());
        assertEquals("JSON-102", problem(SMALL.formatted(", \"side\": \"t\"")).code());
    }

    @Test
    void wrongKindsAndValues() {
        assertRefused("JSON-105 [announced]", "\"announced\": \"yes\"");
        assertRefused("JSON-105 [skip_rows]", "\"skip_rows\": \"3\"");
        assertRefused("JSON-106 [skip_rows]", "\"skip_rows\": -1");
        assertRefused("JSON-106 [skip_rows]", "\"skip_rows\": 10001");
        assertRefused("JSON-106 [provenance]", "\"provenance\": \"found\"");
        assertRefused("JSON-106 [published_at]", "\"published_at\": \"yesterday\"");
        assertRefused("JSON-106 [published_at]", "\"published_at\": \"2024-08-01\"");
        assertRefused("JSON-106 [published_at]", "\"published_at\": \"2024-08-01T12:00:00\"");
        assertRefused("JSON-106 [published_at]", "\"published_at\": \"1969-08-01T12:00:00Z\"");
        assertRefused("JSON-106 [contest]", "\"contest\": \"two words\"");
        assertRefused("JSON-105 [places]", "\"places\": \"EDO\"");
        assertRefused("JSON-106 [levels]", "\"places\": [\"EDO\"], \"levels\": []");
        assertRefused(
                "JSON-106 [places]",
                "\"places\": [\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\",\"10\",\"11\",\"12\",\"13\"]");
        assertRefused("JSON-105 [where.x]", "\"where\": {\"x\": 1}");
        assertRefused("CSV-103 [way]", "\"way\": {\"column\": \"w\", \"transmitted\": [\"a\"], \"by_hand\": [\"a\"]}");
        assertRefused("JSON-104 [paper]", "\"paper\": {\"column\": \"w\"}");
    }

    @Test
    void wrongVotes() {
        assertVotes("JSON-106", "{}");
        assertVotes("JSON-105", "[\"a\"]");
        assertVotes("JSON-105", "{\"A\": 1}");
        assertVotes("JSON-106", "{\"A\": []}");
        assertVotes("CSV-101", "{\"A B\": \"a\"}");
        assertVotes("CSV-101", "{\"\": \"a\"}");
        assertVotes("CSV-102", "{\"A\": \"a\", \"B\": \"a\"}");
        assertVotes("CSV-102", "{\"A\": [\"a\", \"a\"]}");
        assertVotes("JSON-104", "{\"candidate_column\": \"a\"}");
        assertVotes("JSON-103", "{\"candidate_column\": \"a\", \"votes_column\": \"b\", \"A\": \"c\"}");
    }

    @Test
    void wrongStations() {
        assertEquals(
                "JSON-105",
                problem(SMALL.formatted("").replace("[\"m\"]", "\"m\"")).code());
        assertEquals(
                "JSON-106",
                problem(SMALL.formatted("").replace("[\"m\"]", "[]")).code());
        assertEquals(
                "JSON-106",
                problem(SMALL.formatted("").replace("[\"m\"]", "[{\"column\": \"m\", \"pad\": 61}]"))
                        .code());
        assertEquals(
                "JSON-104",
                problem(SMALL.formatted("").replace("[\"m\"]", "[{\"pad\": 6}]"))
                        .code());
    }

    @Test
    void nullIsAsIfTheKeyWereMissing() {
        CsvMap map = read(SMALL.formatted(", \"contest\": null, \"published_at\": null, \"null\": null"));
        assertTrue(map.contest() == null
                && map.publishedAt() == null
                && map.counts().isEmpty());
    }

    @Test
    void anyDamageIsARefusalOrAMap() {
        Random random = new Random(20240728);
        byte[] sound = WHOLE.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = sound.clone();
            for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(0x20, 0x7f);
            }
            try {
                MapFile.read("MAP.json", damaged);
            } catch (RefusedException e) {
                assertTrue(e.problem().code().matches("(JSON|CSV|TEXT)-1[0-9]{2}"));
            }
        }
    }

    private static void assertRefused(String codeAndPath, String more) {
        Problem problem = problem(SMALL.formatted(", " + more));
        assertEquals(codeAndPath, problem.code() + " [" + problem.where().field() + "]", problem.line("en"));
    }

    private static void assertVotes(String code, String votes) {
        assertEquals(
                code,
                problem(SMALL.formatted("").replace("{\"A\": \"a\"}", votes)).code(),
                votes);
    }

    private static Problem problem(String map) {
        return assertThrows(RefusedException.class, () -> read(map)).problem();
    }

    private static CsvMap read(String map) {
        return MapFile.read("MAP.json", map.getBytes(StandardCharsets.UTF_8));
    }
}
