package org.cotejo.station.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the machine says, in the languages of the officer's page. */
class MachineWordsTest {
    @Test
    void aSentenceWithinASentenceIsSaidInTheSameLanguage() {
        assertEquals(
                Optional.of(
                        "l’exemplaire 2 sur 4 n’est pas sorti : il n’y a plus de papier. Marquez comme nulle la bande qui serait"
                                + " sortie, réparez l’imprimante et continuez l’impression"),
                MachineWords.of(Language.FRENCH)
                        .say(
                                "copy 2 of 4 did not come out: no paper is left. Mark any strip that came out as void, mend the printer"
                                        + " and go on printing"));
    }

    @Test
    void aSentenceInItsOwnLanguageIsItself() {
        MachineWords english = MachineWords.of(Language.ENGLISH);
        Words texts = Words.of("machine", Language.ENGLISH);
        for (String key : texts.keys()) {
            String text = texts.get(key, "7", "8", "9");
            assertEquals(Optional.of(text), english.say(text), key);
            for (Language language : Language.values()) {
                assertEquals(
                        Optional.of(Words.of("machine", language).get(key, "7", "8", "9")),
                        MachineWords.of(language).say(text),
                        key);
            }
        }
    }

    @Test
    void whatIsNotKnownIsNotMadeUp() {
        assertTrue(MachineWords.of(Language.ARABIC).say("nobody ever said this").isEmpty());
        assertTrue(MachineWords.of(Language.ARABIC).say("").isEmpty());
    }
}
