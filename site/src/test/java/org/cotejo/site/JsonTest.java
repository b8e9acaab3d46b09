package org.cotejo.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void membersStandInOrderWithCommasBetween() {
        Json json = new Json();
        json.object(() -> {
            json.key("a").value(1);
            json.key("b").array(() -> {
                json.element().value("x");
                json.element().value(OptionalLong.empty());
            });
            json.key("c").object(() -> {});
            json.key("d").nothing();
        });
        assertEquals("""
                {
                  "a": 1,
                  "b": [
                    "x",
                    null
                  ],
                  "c": {},
                  "d": null
                }""", json.toString());
    }

    @Test
    void textIsEscapedAlsoWhereAPageMightQuoteIt() {
        Json json = new Json();
        json.value("\"\\\u0001</script>\u2028ñ");
        assertEquals("\"\\\"\\\\\\u0001\\u003c/script>\\u2028ñ\"", json.toString());
    }
}
