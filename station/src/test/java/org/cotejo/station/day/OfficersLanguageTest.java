package org.cotejo.station.day;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cotejo.base.Sentence;
import org.cotejo.station.words.Language;
import org.cotejo.station.words.MachineWords;
import org.junit.jupiter.api.Test;

/** Whatever a machine says to the presiding officer while it runs can be said in each language of the page. */
class OfficersLanguageTest {
    /** What can be refused while the pages are served; the rest is refused before, on the command line. */
    private static final List<StationProblem> WHILE_SERVED = Stream.of(StationProblem.values())
            .filter(problem ->
                    problem.problem("1", "2", "3").code().matches("STATION-(108|109|110|20[1-4]|301|302|401)"))
            .toList();

    private static Stream<Sentence> sentences() {
        return Stream.of(
                        WHILE_SERVED.stream()
                                .map(problem -> problem.problem("1", "2", "3").sentence()),
                        Stream.of(PrintOutcome.Reason.values()).map(PrintOutcome.Reason::sentence),
                        StatesTest.states().stream().map(StateWords::of),
                        StatesTest.states().stream()
                                .flatMap(state -> Stream.of("", "counted", "spoiled", "withdrawn", "release-cancelled")
                                        .map(voter -> StateWords.lastVoter(state, voter))))
                .flatMap(each -> each);
    }

    @Test
    void everySentenceIsThereInEveryLanguage() {
        assertEquals(10, WHILE_SERVED.size());
        MachineWords spanish = MachineWords.of(Language.SPANISH);
        for (Language language : Language.values()) {
            MachineWords words = MachineWords.of(language);
            sentences()
                    .forEach(sentence ->
                            assertTrue(words.say(sentence.en()).isPresent(), () -> sentence.en() + " in " + language));
        }
        sentences().forEach(sentence -> assertEquals(Optional.of(sentence.es()), spanish.say(sentence.en())));
    }
}
