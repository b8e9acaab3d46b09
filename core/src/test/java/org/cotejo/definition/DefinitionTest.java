package org.cotejo.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Definitions, contests, places and the hash that is read aloud. */
class DefinitionTest {
    private static final CandidateId A = new CandidateId("A");
    private static final List<Candidate> ONLY_A = List.of(new Candidate(A, "Ana"));

    private static ElectionDefinition definition(List<Side> sides, List<Custodian> custodians) {
        return new ElectionDefinition(
                "e", "E", ElectionDefinition.Origin.DERIVED, List.of(), List.of(), sides, custodians, null, null, null);
    }

    private static Side side(String id) {
        return new Side(new SideId(id), id);
    }

    private static Custodian custodian(String id, String side) {
        return new Custodian(new CustodianId(id), new SideId(side), id);
    }

    @Test
    void aNewerDefinitionKnowsTheCustodiansOfTheEarlierOneWithTheirSides() {
        ElectionDefinition earlier = definition(
                List.of(side("left"), side("right")), List.of(custodian("party", "left"), custodian("press", "right")));
        ElectionDefinition later = definition(List.of(side("left")), List.of(custodian("party", "left")));
        ElectionDefinition knowing = later.knowing(earlier);
        assertEquals(new SideId("right"), knowing.sideOf(new CustodianId("press")));
        assertEquals(
                List.of("left", "right"),
                knowing.sides().stream().map(s -> s.id().value()).toList());
        assertSame(later, later.knowing(null));
        assertSame(earlier, earlier.knowing(later));
    }

    @Test
    void theNewerDefinitionDecidesOnWhichSideACustodianIs() {
        ElectionDefinition earlier = definition(List.of(side("left"), side("x")), List.of(custodian("party", "left")));
        ElectionDefinition later = definition(List.of(side("x")), List.of(custodian("party", "x")));
        assertEquals(new SideId("x"), later.knowing(earlier).sideOf(new CustodianId("party")));
    }

    @Test
    void whatContradictsItselfIsNoDefinition() {
        List<Side> left = List.of(side("left"));
        assertRefused(() -> definition(List.of(side("left"), side("left")), List.of()));
        assertRefused(() -> definition(left, List.of(custodian("p", "left"), custodian("p", "left"))));
        assertRefused(() -> definition(left, List.of(custodian("p", "right"))));
        assertRefused(() -> definition(left, List.of()).sideOf(new CustodianId("nobody")));
        assertRefused(() -> withNumbers(-1L, null));
        assertRefused(() -> withNumbers(null, -1));
        assertRefused(() -> withNumbers(null, ElectionDefinition.STATIONS_MOST + 1));
        assertEquals(0, withNumbers(0L, 0).stations());
    }

    private static ElectionDefinition withNumbers(@Nullable Long roll, @Nullable Integer stations) {
        return new ElectionDefinition(
                "e",
                "E",
                ElectionDefinition.Origin.IMPORTED,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                roll,
                stations,
                null);
    }

    @Test
    void whatContradictsItselfIsNoContest() {
        assertRefused(() -> contest(List.of(ONLY_A.getFirst(), ONLY_A.getFirst()), List.of()));
        assertRefused(() -> contest(ONLY_A, List.of(new BallotOption(2, "Party", A))));
        assertRefused(() -> contest(ONLY_A, List.of(new BallotOption(1, "Party", new CandidateId("B")))));
        assertRefused(() -> new BallotOption(0, "Party", A));
        assertRefused(() -> new Candidate(A, "two  blanks"));
        assertEquals(0, contest(ONLY_A, List.of()).indexOf(A));
        assertEquals(-1, contest(ONLY_A, List.of()).indexOf(new CandidateId("B")));
    }

    private static Contest contest(List<Candidate> candidates, List<BallotOption> options) {
        return new Contest(new ContestId("president"), "President", candidates, options);
    }

    @Test
    void placesAreATreeOfAnyDepthUpToTwelve() {
        PlaceTree places = new PlaceTree();
        int state = places.add(PlaceTree.COUNTRY, "Zulia");
        int town = places.add(state, "Maracaibo");
        assertEquals(List.of("Zulia", "Maracaibo"), places.path(town));
        assertEquals(List.of(), places.path(PlaceTree.COUNTRY));
        assertEquals(town, places.find(state, "Maracaibo"));
        assertEquals(-1, places.find(PlaceTree.COUNTRY, "Maracaibo"));
        assertEquals(state, places.parent(town));
        assertEquals(-1, places.parent(PlaceTree.COUNTRY));
        assertEquals(3, places.size());
        assertRefused(() -> places.add(state, "Maracaibo"));
        assertRefused(() -> places.add(9, "Nowhere"));
        assertRefused(() -> places.add(state, " untidy"));
        int deepest = town;
        while (places.depth(deepest) < PlaceTree.DEPTH_MOST) {
            deepest = places.add(deepest, "deeper");
        }
        int last = deepest;
        assertRefused(() -> places.add(last, "deeper"));
    }

    @Property
    void theSpokenHashIsTheFirst128BitsInDecimal(@ForAll @Size(Hash.SIZE) byte[] bytes) {
        SpokenHash spoken = SpokenHash.of(new Hash(bytes));
        assertEquals(
                new BigInteger(1, Arrays.copyOf(bytes, 16)),
                new BigInteger(spoken.groups().replace(" ", "")));
        assertTrue(spoken.groups().matches("([0-9]{4} ){9}[0-9]{4}"), spoken::groups);
        assertTrue(spoken.isTyped(spoken.groups().replace(" ", "-")));
    }

    @Test
    void aHashIsTypedBackHoweverItsGroupsAreSetApart() {
        SpokenHash spoken = SpokenHash.of(Sha256.of(new byte[0]));
        String digits = spoken.groups().replace(" ", "");
        for (String typed : List.of(digits, " " + digits + "\n", spoken.groups().replace(" ", " - "), digits + ".")) {
            assertTrue(spoken.isTyped(typed), typed);
        }
        String other = digits.substring(0, 39) + (digits.endsWith("1") ? "2" : "1");
        for (String typed : List.of("", other, digits.substring(1), digits + "0")) {
            assertFalse(spoken.isTyped(typed), typed);
        }
    }

    @Test
    void theSmallestHashStillHasFortyDigits() {
        assertEquals(
                "0000 ".repeat(9) + "0000",
                SpokenHash.of(new Hash(new byte[Hash.SIZE])).toString());
        assertRefused(() -> new SpokenHash("1234"));
    }

    private static void assertRefused(Runnable made) {
        assertThrows(IllegalArgumentException.class, made::run);
    }
}
