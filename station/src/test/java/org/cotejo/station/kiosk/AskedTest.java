package org.cotejo.station.kiosk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cotejo.definition.ContestId;
import org.cotejo.station.box.Ballot;
import org.cotejo.station.box.Choice;
import org.junit.jupiter.api.Test;

/** Requests as bytes, sound and otherwise. */
class AskedTest {
    private static Asked read(String body) {
        return Asked.read(body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aRequestIsRead() {
        Asked asked = read("{\"seat\":\"s\",\"choices\":[3,0,12],\"away\":true,\"seen\":-1,\"copies\":6}");
        assertEquals("s", asked.text("seat"));
        assertArrayEquals(new int[] {3, 0, 12}, asked.numbers());
        assertTrue(asked.flag("away"));
        assertEquals(-1, asked.any("seen"));
        assertEquals(6, asked.number("copies"));
    }

    @Test
    void aFieldOfAnotherKindOrAMissingOneIsRefused() {
        Asked asked = read("{\"seat\":1,\"copies\":-1,\"away\":\"yes\",\"most\":10001}");
        assertThrows(Asked.NotUnderstood.class, () -> asked.text("seat"));
        assertThrows(Asked.NotUnderstood.class, () -> asked.number("copies"));
        assertThrows(Asked.NotUnderstood.class, () -> asked.number("most"));
        assertThrows(Asked.NotUnderstood.class, () -> asked.flag("away"));
        assertThrows(Asked.NotUnderstood.class, () -> asked.text("nothing"));
    }

    @Property(tries = 500)
    void anyBytesAreReadOrRefusedAndNeverRepeated(@ForAll byte[] body) {
        try {
            assertFalse(Asked.read(body).toString().contains("choices"));
        } catch (Asked.NotUnderstood e) {
            assertNull(e.getMessage());
            assertNull(e.getCause());
            assertEquals(0, e.getStackTrace().length);
        }
    }

    @Property(tries = 200)
    void aCutRequestIsRefused(@ForAll short cut) {
        String whole = "{\"seat\":\"abc\",\"ticket\":\"0123\",\"choices\":[1,2,3]}";
        int at = Math.floorMod(cut, whole.length());
        assertThrows(Asked.NotUnderstood.class, () -> read(whole.substring(0, at)));
    }

    @Test
    void aBallotIsOneNumberForEachContest() {
        var contests = Ballots.of(38, 3).contests();
        Ballot ballot = VoterActs.ballot(contests, new int[] {38, 0, 4}, List.of());
        assertEquals(new Choice.Picked(38), ballot.choice(new ContestId("president")));
        assertEquals(new Choice.Blank(), ballot.choice(new ContestId("c1")));
        assertEquals(new Choice.Picked(4), ballot.choice(new ContestId("c2")));
        for (int[] wrong : List.of(new int[] {39, 0, 4}, new int[] {1, 4, 1}, new int[] {1, 1}, new int[] {})) {
            assertThrows(Asked.NotUnderstood.class, () -> VoterActs.ballot(contests, wrong, List.of()));
        }
    }

    @Test
    void aNameGoesWithThePositionThatIsThereForItAndWithNoOther() {
        var contests = Ballots.withWriteIn(4).contests();
        Ballot ballot = VoterActs.ballot(contests, new int[] {5, 0}, List.of("JOSÉ ÑANDÚ", ""));
        assertEquals(new Choice.WrittenIn(5, "JOSÉ ÑANDÚ"), ballot.choice(new ContestId("president")));
        assertThrows(Asked.NotUnderstood.class, () -> VoterActs.ballot(contests, new int[] {4, 0}, List.of("ANA", "")));
        assertThrows(Asked.NotUnderstood.class, () -> VoterActs.ballot(contests, new int[] {5, 0}, List.of("ANA")));
        for (String wrong :
                List.of("", " ANA", "ANA  B", "A".repeat(41), "ANA\n", "123", "-", "\u202eANA", "\ud83d\ude00")) {
            assertThrows(
                    Asked.NotUnderstood.class,
                    () -> VoterActs.ballot(contests, new int[] {5, 0}, List.of(wrong, "")),
                    wrong);
        }
        assertEquals(List.of("a", "b"), read("{\"written\":[\"a\",\"b\"]}").names());
        assertThrows(Asked.NotUnderstood.class, () -> read("{\"written\":[1]}"));
    }

    @Test
    void whatIsWantedForAVoterIsOneOfAFewThings() {
        Wanted.of(read("{\"language\":\"ar\",\"text\":3,\"contrast\":\"high\",\"sound\":true,\"switches\":\"two\"}"));
        for (String wrong : List.of(
                "{\"language\":\"xx\",\"text\":3,\"contrast\":\"high\",\"sound\":true,\"switches\":\"two\"}",
                "{\"language\":\"ar\",\"text\":4,\"contrast\":\"high\",\"sound\":true,\"switches\":\"two\"}",
                "{\"language\":\"ar\",\"text\":3,\"contrast\":\"<b>\",\"sound\":true,\"switches\":\"two\"}",
                "{\"language\":\"ar\",\"text\":3,\"contrast\":\"high\",\"sound\":true,\"switches\":\"three\"}")) {
            assertThrows(Asked.NotUnderstood.class, () -> Wanted.of(read(wrong)));
        }
    }
}
