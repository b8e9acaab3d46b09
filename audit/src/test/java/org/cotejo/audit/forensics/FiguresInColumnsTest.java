package org.cotejo.audit.forensics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.cotejo.audit.boxes.JudgedAudit;
import org.cotejo.audit.boxes.PaperSteps;
import org.cotejo.custody.Provenance;
import org.cotejo.custody.Source;
import org.cotejo.custody.SourceId;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.Custodian;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.Register;
import org.cotejo.definition.Side;
import org.cotejo.definition.SideId;
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.Dossier;
import org.cotejo.entry.Entry;
import org.cotejo.reconcile.Reconciler;
import org.cotejo.reconcile.Reconciliation;
import org.cotejo.tally.Cells;
import org.cotejo.tally.Figure;
import org.junit.jupiter.api.Test;

/** What of an election's entries reaches the tests of stations, and in which columns. */
class FiguresInColumnsTest {
    private static final CustodianId CNE = new CustodianId("cne");
    private static final CustodianId PARTY = new CustodianId("party");
    private static final CustodianId OBSERVERS = new CustodianId("observers");

    /** A country of so many towns in two states, stations dealt out to the towns in turn. */
    private static final class Country extends PaperSteps<Country> {
        private int deliveries = 1;

        Country(int towns, int stations) {
            super("none");
            add(new Entry.DefinitionStated(new ElectionDefinition(
                    "e-1",
                    "Election",
                    ElectionDefinition.Origin.IMPORTED,
                    List.of("State", "Town"),
                    List.of(contest),
                    List.of(
                            new Side(new SideId("authority"), "Authority"),
                            new Side(new SideId("opposition"), "Opposition"),
                            new Side(new SideId("observation"), "Observation")),
                    List.of(
                            new Custodian(CNE, new SideId("authority"), "CNE"),
                            new Custodian(PARTY, new SideId("opposition"), "Party"),
                            new Custodian(OBSERVERS, new SideId("observation"), "Observers")),
                    null,
                    null,
                    CNE)));
            add(new Entry.PlaceListed(1, 0, "North"));
            add(new Entry.PlaceListed(2, 0, "South"));
            for (int town = 0; town < towns; town++) {
                add(new Entry.PlaceListed(3 + town, 1 + town % 2, "Town " + town));
            }
            SourceId register = open(CNE, Source.Kind.REGISTER, List.of());
            for (int i = 0; i < stations; i++) {
                add(new Entry.StationListed(register, station(i), 3 + i % towns, i == 5 ? Register.UNKNOWN : 400 + i));
            }
        }

        private SourceId open(CustodianId by, Source.Kind kind, List<Figure> figures) {
            SourceId id = new SourceId(by, deliveries++);
            add(new Entry.SourceOpened(new Source(
                    id,
                    kind,
                    kind == Source.Kind.REGISTER ? null : CONTEST,
                    kind == Source.Kind.COPIES ? Provenance.PUBLISHED : Provenance.OFFICIAL,
                    figures,
                    null,
                    false,
                    NONE)));
            return id;
        }

        /** What somebody says of stations {@code from} to {@code to} - 1: votes, so many more for Ana, and null votes. */
        Country says(CustodianId by, Source.Kind kind, int from, int to, int more) {
            SourceId source = open(
                    by, kind, List.of(new Figure.OfCandidate(ANA), new Figure.OfCandidate(BRUNO), Figure.Count.NULL));
            for (int i = from; i < to; i++) {
                add(new Entry.FiguresGiven(new StationFigures(
                        source,
                        station(i),
                        StationFigures.Paper.FINAL,
                        StationFigures.Way.UNSTATED,
                        Cells.ofPacked(new int[] {ana(i) + more, bruno(i), i % 3}, 3))));
            }
            return this;
        }

        static StationCode station(int i) {
            return new StationCode("%03d".formatted(i));
        }

        StationFiguresTable table(boolean announced, int depth) {
            Reconciliation election = Reconciler.reconcile(Dossier.of(blocks()));
            return StationFiguresTable.of(election, election.contests().getFirst(), announced, depth);
        }

        @Override
        protected Country self() {
            return this;
        }

        @Override
        public JudgedAudit report() {
            throw new IllegalStateException("there is no audit");
        }
    }

    @Test
    void onlyStationsWhoseFiguresAreKnownAreThereAndEachRowSaysWhichItIs() {
        StationFiguresTable found = new Country(2, 12)
                .says(PARTY, Source.Kind.COPIES, 2, 9, 0)
                .says(OBSERVERS, Source.Kind.COPIES, 8, 10, 1)
                .table(false, -1);
        // Station 8 has two copies that differ, so nobody knows what it voted; 9 has one side's alone.
        assertEquals(
                List.of(2, 3, 4, 5, 6, 7, 9),
                IntStream.of(found.station()).boxed().toList());
        assertEquals(7, found.table().size());
        assertFalse(found.isAnnounced());
        for (int row = 0; row < 6; row++) {
            int station = found.station()[row];
            assertEquals(PaperSteps.ana(station), found.table().votes(row, 0));
            assertEquals(PaperSteps.bruno(station), found.table().votes(row, 1));
            assertEquals(station % 3, found.table().nullVotes(row));
            assertEquals(0, found.table().blankVotes(row), "a figure that no copy carries is no vote");
        }
        assertEquals(StationTable.UNKNOWN, found.table().registered(3));
        assertEquals(406, found.table().registered(4));
    }

    @Test
    void whereNoSheetIsKnownTheAnnouncedFiguresAreLookedAtAndAreNoSheets() {
        Country country =
                new Country(2, 12).says(PARTY, Source.Kind.COPIES, 0, 3, 0).says(CNE, Source.Kind.ANNOUNCED, 6, 12, 5);
        StationFiguresTable found = country.table(true, -1);
        assertTrue(found.isAnnounced());
        assertEquals(
                List.of(6, 7, 8, 9, 10, 11),
                IntStream.of(found.station()).boxed().toList());
        assertEquals(PaperSteps.ana(6) + 5, found.table().votes(0, 0));
        assertEquals(3, country.table(false, -1).table().size());
    }

    /** Within one delivery the order is that of a file, which says nothing of the night. */
    @Test
    void stationsOfOneDeliveryArriveTogetherAndTheFirstDeliveryOfAStationIsItsArrival() {
        StationTable table = new Country(2, 12)
                .says(PARTY, Source.Kind.COPIES, 0, 4, 0)
                .says(OBSERVERS, Source.Kind.COPIES, 2, 8, 0)
                .table(false, -1)
                .table();
        assertEquals(table.arrival(0), table.arrival(3));
        assertTrue(table.arrival(4) > table.arrival(3), "station 4 came with the second delivery");
        assertEquals(table.arrival(4), table.arrival(7));
        assertFalse(table.isTimed(), "no sheet says when it closed");
        assertEquals(table.arrival(4), table.lateness(4));
    }

    @Test
    void areasAreTheDeepestPlacesOfTwentyStationsAndMore() {
        StationTable towns = new Country(4, 80)
                .says(PARTY, Source.Kind.COPIES, 0, 80, 0)
                .table(false, -1)
                .table();
        assertEquals(towns.place(0), towns.area(0), "four towns of twenty stations");
        StationTable states = new Country(4, 79)
                .says(PARTY, Source.Kind.COPIES, 0, 79, 0)
                .table(false, -1)
                .table();
        assertEquals(
                List.of(1, 2, 1, 2),
                IntStream.range(0, 4).mapToObj(states::area).toList());
        StationTable country = new Country(4, 39)
                .says(PARTY, Source.Kind.COPIES, 0, 39, 0)
                .table(false, -1)
                .table();
        assertEquals(
                List.of(0, 0, 0, 0),
                IntStream.range(0, 4).mapToObj(country::area).toList());
    }

    @Test
    void whoNamesADepthGetsIt() {
        Country country = new Country(4, 12).says(PARTY, Source.Kind.COPIES, 0, 12, 0);
        assertEquals(
                List.of(0, 1, 3),
                IntStream.range(0, 3)
                        .mapToObj(depth -> country.table(false, depth).table().area(0))
                        .toList());
        assertEquals(3, country.table(false, 9).table().area(0), "deeper than any place is the place itself");
    }
}
