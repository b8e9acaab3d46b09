package org.cotejo.formats.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.cotejo.base.Problem;
import org.cotejo.base.RefusedException;
import org.cotejo.base.Sentence;
import org.cotejo.formats.text.JsonValue.JsonObject;
import org.junit.jupiter.api.Test;

/** Small JSON files are read strictly, with the place of what is wrong. */
class JsonValueTest {
    private static final String SOUND = """
            // a comment
            { "a": "x", /* another */ "n": 12, "f": true, "l": ["p", {"q": "51.20"}], "none": null }
            """;

    @Test
    void valuesComeOutAsTheyStand() {
        JsonObject object = read(SOUND).object("a", "n", "f", "l", "none");
        assertEquals("x", object.get("a").text());
        assertEquals(12, object.get("n").number(12));
        assertTrue(object.get("f").flag());
        assertEquals("p", object.get("l").list().getFirst().text());
        assertEquals(List.of("a", "n", "f", "l", "none"), object.keys());
        assertTrue(object.find("none").isEmpty() && object.find("missing").isEmpty());
        assertEquals(
                "f.json:2 [l[2].q]",
                object.get("l").list().get(1).object("q").get("q").where().toString());
    }

    @Test
    void digitsKeepTheirDecimals() {
        Sentence expected = new Sentence("a number", "un número");
        assertEquals("51.20", read("51.20").digits(expected));
        assertEquals("51.20", read("\"51.20\"").digits(expected));
        assertEquals("JSON-105", problem(() -> read("true").digits(expected)).code());
    }

    @Test
    void whatIsNoJsonIsRefusedWithItsLine() {
        for (String text :
                new String[] {"", "{", "{\"a\": }", "{'a': 1}", "[1, ]", "{\"a\": 1} x", "[1] [2]", "{\"a\": 01}", "nul"
                }) {
            assertEquals("JSON-101", problem(() -> read(text)).code(), text);
        }
        assertEquals(3, problem(() -> read("{\n \"a\": 1,\n b: 2\n}")).where().line());
        assertEquals("JSON-101", problem(() -> read("[".repeat(100))).code());
        assertEquals(
                "JSON-101",
                problem(() -> read("\"" + "x".repeat(20_000) + "\"")).code());
        assertEquals(
                "JSON-107",
                problem(() -> JsonFile.read("f", new byte[JsonFile.BYTES_MOST + 1]))
                        .code());
        assertEquals(
                "TEXT-101",
                problem(() -> JsonFile.read("f", "%PDF-1".getBytes(StandardCharsets.US_ASCII)))
                        .code());
    }

    @Test
    void aByteOrderMarkIsNoFault() {
        assertEquals("x", read("\ufeff\"x\"").text());
    }

    @Test
    void keysTwiceUnknownOrMissing() {
        assertEquals(
                "f.json:2 [a]",
                problem(() -> read("{\"a\": 1,\n\"a\": 2}")).where().toString());
        assertEquals("JSON-102", problem(() -> read("{\"a\": 1, \"a\": 2}")).code());
        Problem unknown = problem(() -> read("{\"a\": 1, \"b\": 2}").object("a", "c"));
        assertEquals("JSON-103", unknown.code());
        assertTrue(unknown.sentence().en().contains("'b'")
                && unknown.sentence().en().contains("a, c"));
        assertEquals("JSON-104", problem(() -> read("{}").object("a").get("a")).code());
    }

    @Test
    void valuesOfAnotherKind() {
        assertEquals("JSON-105", problem(() -> read("1").text()).code());
        assertEquals("JSON-105", problem(() -> read("\"true\"").flag()).code());
        assertEquals("JSON-105", problem(() -> read("{}").list()).code());
        assertEquals("JSON-105", problem(() -> read("[]").anyObject()).code());
        assertEquals("JSON-105", problem(() -> read("\"1\"").number(5)).code());
        for (String number : new String[] {"6", "-1", "1.0", "1e3", "99999999999999999999"}) {
            assertEquals("JSON-106", problem(() -> read(number).number(5)).code(), number);
        }
    }

    @Test
    void anyDamageIsARefusal() {
        Random random = new Random(20240728);
        byte[] sound = SOUND.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = sound.clone();
            for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                JsonFile.read("f.json", damaged);
            } catch (RefusedException e) {
                assertTrue(e.problem().code().matches("(JSON|TEXT)-1[0-9]{2}"));
            }
        }
    }

    private static JsonValue read(String text) {
        return JsonFile.read("f.json", text.getBytes(StandardCharsets.UTF_8));
    }

    private static Problem problem(Runnable run) {
        return assertThrows(RefusedException.class, run::run).problem();
    }
}
