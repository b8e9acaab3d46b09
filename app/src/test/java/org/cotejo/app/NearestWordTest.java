package org.cotejo.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NearestWordTest {
    @Property
    void aWordIsNearestToItself(@ForAll @AlphaChars @StringLength(min = 1, max = 12) String word) {
        assertEquals(Optional.of(word), NearestWord.to(word, List.of("xxxxxxxxxxxxxxxxxxxxxxxx", word)));
    }

    @Test
    void aBeginningIsEnough() {
        assertEquals(Optional.of("quickcount"), NearestWord.to("quick", List.of("verify", "quickcount")));
    }

    @Test
    void theNearerOfTwoWins() {
        assertEquals(Optional.of("serve"), NearestWord.to("serv3", List.of("verify", "serve")));
    }

    @Test
    void nothingNearIsNothing() {
        assertEquals(Optional.empty(), NearestWord.to("import", List.of("serve", "bounds")));
    }
}
