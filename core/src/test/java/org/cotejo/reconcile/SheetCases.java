package org.cotejo.reconcile;

import static org.cotejo.dossier.ElectionInBytes.given;
import static org.cotejo.reconcile.StationStateTest.announced;
import static org.cotejo.reconcile.StationStateTest.election;
import static org.cotejo.reconcile.StationStateTest.expect;

import java.util.stream.Stream;
import org.cotejo.dossier.ElectionInBytes;

/** The cases of {@link StationStateTest} with signed sheets, and with copies that were taken back. */
final class SheetCases {
    private SheetCases() {}

    static Stream<StationStateTest.Case> all() {
        return Stream.concat(signed(), retracted());
    }

    private static ElectionInBytes withKeys() {
        return election().register("cne", "S1=100").key("S1", "M1").frozen();
    }

    private static Stream<StationStateTest.Case> signed() {
        String figures = "A B null registered";
        return Stream.of(
                expect(
                        "a proven sheet counts",
                        StationState.ONE_SIDE,
                        withKeys().sheets("party", figures, "S1 M1: 1 2 3 100"),
                        Standing.COUNTS),
                expect(
                        "a sheet that could not be checked counts as paper does",
                        StationState.AGREED,
                        withKeys().sheets("party", figures, "S1 M9: 1 2 3 100").copies("carter", "A B", "S1: 1 2"),
                        Standing.COUNTS,
                        Standing.COUNTS),
                expect(
                        "a sheet signed with a late key counts as paper does",
                        StationState.CONFLICTING,
                        withKeys()
                                .key("S1", "M9")
                                .sheets("party", figures, "S1 M9: 1 2 3 100")
                                .copies("carter", "A B", "S1: 1 7"),
                        Standing.COUNTS,
                        Standing.COUNTS),
                expect(
                        "a forged sheet alone",
                        StationState.SET_ASIDE,
                        withKeys().sheets("party", figures, "S1 M1 forged: 1 2 3 100"),
                        Standing.SIGNATURE_FALSE),
                expect(
                        "a forged sheet does not conflict with a copy",
                        StationState.ONE_SIDE,
                        withKeys()
                                .sheets("party", figures, "S1 M1 forged: 9 9 9 100")
                                .copies("carter", "A B", "S1: 1 2"),
                        Standing.SIGNATURE_FALSE,
                        Standing.COUNTS),
                expect(
                        "a forged sheet takes no place of a true one of the same custodian",
                        StationState.ONE_SIDE,
                        withKeys()
                                .sheets("party", figures, "S1 M1: 1 2 3 100")
                                .sheets("party", figures, "S1 M1 forged: 9 9 9 100"),
                        Standing.COUNTS,
                        Standing.SIGNATURE_FALSE),
                expect(
                        "the sheet of another station",
                        StationState.SET_ASIDE,
                        withKeys().sheets("party", figures, "S2 M2 for=S1: 1 2 3 100"),
                        Standing.OTHER_STATION),
                expect(
                        "the sheet of another election",
                        StationState.ANNOUNCED_ONLY,
                        withKeys()
                                .announced("cne", "A B", "S1: 1 2")
                                .sheets("party", figures, "S1 M1 election=other: 1 2 3 100"),
                        Standing.ANNOUNCED,
                        Standing.OTHER_ELECTION),
                expect(
                        "an opening report with a true signature",
                        StationState.SET_ASIDE,
                        withKeys().sheets("party", figures, "S1 M1 opening: 0 0 0 100"),
                        Standing.OPENING_REPORT),
                expect(
                        "a zero that somebody forged proves no zero",
                        StationState.SET_ASIDE,
                        withKeys()
                                .copies("party", "A B", "S1: 0 0")
                                .sheets("carter", figures, "S1 M1 forged: 0 0 0 100"),
                        Standing.OPENING_REPORT,
                        Standing.SIGNATURE_FALSE),
                expect(
                        "what was announced under a false signature was announced",
                        StationState.CONTRADICTED,
                        withKeys()
                                .sheets(given("cne").announcing(), figures, "S1 M1 forged: 9 9 9 100")
                                .sheets("party", figures, "S1 M1: 1 2 3 100"),
                        Standing.ANNOUNCED,
                        Standing.COUNTS));
    }

    private static Stream<StationStateTest.Case> retracted() {
        return Stream.of(
                expect(
                        "a copy that was taken back",
                        StationState.SET_ASIDE,
                        election().copies("party", "A B", "S1: 1 2").retracted("S1", "party/1"),
                        Standing.RETRACTED),
                expect(
                        "another delivery of the same custodian is not taken back with it",
                        StationState.ONE_SIDE,
                        election()
                                .copies("party", "A B", "S1: 1 3")
                                .retracted("S1", "party/1")
                                .copies("party", "A B", "S1: 1 2"),
                        Standing.RETRACTED,
                        Standing.COUNTS),
                expect(
                        "the version before it does not come back",
                        StationState.SET_ASIDE,
                        election()
                                .copies("party", "A B", "S1: 1 3")
                                .copies("party", "A B", "S1: 1 2")
                                .retracted("S1", "party/2"),
                        Standing.OLDER_VERSION,
                        Standing.RETRACTED),
                expect(
                        "an announced result that was taken back",
                        StationState.ONE_SIDE,
                        announced("S1: 1 2 3 4")
                                .copies("party", "A B", "S1: 7 7")
                                .retracted("S1", "cne/1"),
                        Standing.RETRACTED,
                        Standing.COUNTS),
                expect(
                        "a zero that was taken back proves no zero",
                        StationState.SET_ASIDE,
                        election()
                                .copies("party", "A B", "S1: 0 0")
                                .copies("carter", "A B", "S1: 0 0")
                                .retracted("S1", "carter/1"),
                        Standing.OPENING_REPORT,
                        Standing.RETRACTED));
    }
}
