package org.cotejo.bulletin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.cotejo.base.Fraction;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.SourceId;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.StationCode;
import org.cotejo.tally.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Announcements, percentages as printed, and decisions. */
class BulletinTest {
    private static final CandidateId A = new CandidateId("A");

    @ParameterizedTest
    @CsvSource({
        "51.20, 64/125, 1/10000, 2",
        "0, 0, 1/100, 0",
        "100, 1, 1/100, 0",
        "0.000000001, 1/100000000000, 1/100000000000, 9"
    })
    void aPercentageIsKeptAsPrinted(String printed, String share, String unit, int decimals) {
        Percentage percentage = Percentage.of(printed);
        assertEquals(share, percentage.share().toString());
        assertEquals(unit, percentage.unit().toString());
        assertEquals(decimals, percentage.decimals());
        assertEquals(printed + " %", percentage.toString());
    }

    @Test
    void thePrintedZerosOfAPercentageMatter() {
        assertNotEquals(Percentage.of("51.20"), Percentage.of("51.2"));
        assertEquals(Percentage.of("51.20").share(), Percentage.of("51.2").share());
        assertEquals(Fraction.of(1, 1000), Percentage.of("51.2").unit());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "100.1", "0.0000000001", "1e1"})
    void whatIsNoPercentageIsRefused(String printed) {
        assertThrows(IllegalArgumentException.class, () -> Percentage.of(printed));
    }

    @Test
    void aFigureIsACountOrAPercentageOrBoth() {
        Subject subject = new Subject.OfCandidate(A);
        assertEquals(5L, new AnnouncedFigure(subject, 5L, Percentage.of("1")).count());
        assertThrows(IllegalArgumentException.class, () -> new AnnouncedFigure(subject, null, null));
        assertThrows(IllegalArgumentException.class, () -> new AnnouncedFigure(subject, -1L, null));
        assertThrows(IllegalArgumentException.class, () -> new Subject.OfGroup("others", List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Subject.OfGroup("others", List.of(A, A)));
        assertThrows(IllegalArgumentException.class, () -> new Subject.OfGroup("", List.of(A)));
    }

    @Test
    void anAnnouncementNamesEachFigureOnce() {
        AnnouncedFigure figure = new AnnouncedFigure(new Subject.OfCandidate(A), 5L, null);
        assertEquals(1, announcement("b-1", List.of(figure)).figures().size());
        assertThrows(IllegalArgumentException.class, () -> announcement("b-1", List.of(figure, figure)));
        assertThrows(IllegalArgumentException.class, () -> announcement("b-1", List.of()));
        assertThrows(IllegalArgumentException.class, () -> announcement("b 1", List.of(figure)));
    }

    @Test
    void aCandidateWhoseIdIsBlankMayBeAnnouncedBesideBlankVotes() {
        List<AnnouncedFigure> figures = List.of(
                new AnnouncedFigure(new Subject.OfCandidate(new CandidateId("blank")), 5L, null),
                new AnnouncedFigure(new Subject.OfCount(Figure.Count.BLANK), 6L, null));
        assertEquals(figures, announcement("b-1", figures).figures());
    }

    private static Announcement announcement(String id, List<AnnouncedFigure> figures) {
        return new Announcement(
                id,
                new CustodianId("cne"),
                new ContestId("president"),
                Instant.parse("2024-07-29T04:10:00Z"),
                new Coverage.Full(),
                false,
                figures);
    }

    @Test
    void anOriginIsANameWithoutSchemePlusOrBlank() {
        assertEquals("cotejo.example/ve-2024", new LogOrigin("cotejo.example/ve-2024").value());
        assertEquals(200, new LogOrigin("x".repeat(200)).value().length());
        for (String origin : List.of(
                "", "/x", "a+b", "a b", "a\u00a0b", "a\nb", "x".repeat(201), "n\u0303", "\u4e2d".repeat(81), " a")) {
            assertThrows(IllegalArgumentException.class, () -> new LogOrigin(origin), origin);
        }
    }

    @Test
    void aPublicationSpeaksOfEntriesThatAreThere() {
        Hash hash = Sha256.of(new byte[0]);
        Instant second = Instant.parse("2024-08-02T12:00:00Z");
        assertThrows(IllegalArgumentException.class, () -> new Publication(-1, second, hash));
        assertThrows(IllegalArgumentException.class, () -> new Publication(1, second.plusMillis(1), hash));
        LogOrigin origin = new LogOrigin("cotejo.example");
        TakenPublication.Taken taken = new TakenPublication.Taken(
                new SourceId(new CustodianId("here"), 1), new SourceId(new CustodianId("there"), 1));
        assertEquals(List.of(taken), new TakenPublication(origin, 1, hash, hash, List.of(taken)).sources());
        assertThrows(IllegalArgumentException.class, () -> new TakenPublication(origin, 0, hash, hash, List.of(taken)));
        assertThrows(IllegalArgumentException.class, () -> new TakenPublication(origin, 1, hash, hash, List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new TakenPublication(origin, 1, hash, hash, List.of(taken, taken)));
    }

    @Test
    void coverageIsNotNegative() {
        assertThrows(IllegalArgumentException.class, () -> new Coverage.Stations(-1));
        assertThrows(IllegalArgumentException.class, () -> new Coverage.Registered(-1));
    }

    @Test
    void aDecisionAboutStationsNamesThem() {
        for (Decision.Kind kind : Decision.Kind.values()) {
            assertEquals(
                    1, decision(kind, List.of(new StationCode("S1"))).stations().size());
        }
        for (Decision.Kind kind : List.of(Decision.Kind.ANNULLED, Decision.Kind.QUARANTINED, Decision.Kind.RELEASED)) {
            assertThrows(IllegalArgumentException.class, () -> decision(kind, List.of()));
        }
        assertEquals(List.of(), decision(Decision.Kind.CERTIFIED, List.of()).stations());
    }

    private static Decision decision(Decision.Kind kind, List<StationCode> stations) {
        return new Decision("d-1", "Supreme Court", kind, LocalDate.of(2024, 8, 22), null, stations);
    }
}
