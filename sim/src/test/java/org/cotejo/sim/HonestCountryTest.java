package org.cotejo.sim;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cotejo.bulletin.Coverage;
import org.cotejo.custody.AuditDue;
import org.cotejo.custody.Denial;
import org.cotejo.custody.Incident;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.StationCode;
import org.cotejo.tally.Figure;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** An honest country has absences and nothing else: its papers never disagree. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HonestCountryTest {
    private static final int STATIONS = 4_000;

    private Told told;

    @BeforeAll
    void simulate(@TempDir Path temp) {
        told = Told.of(new CountryPlan(STATIONS, 6, 2, List.of()), temp);
    }

    @Test
    void noLieIsRecorded() {
        assertEquals(List.of(), told.truth.told());
    }

    @Test
    void allPapersOfAStationSayTheSame() {
        for (StationCode station : told.registered.keySet()) {
            Set<List<Integer>> different =
                    told.rows(station).stream().map(Told.Row::votes).collect(Collectors.toSet());
            assertEquals(1, different.size(), station::toString);
        }
    }

    @Test
    void noRowBreaksARuleOfArithmetic() {
        told.rows.values().forEach(rows -> rows.forEach(row -> assertEquals(List.of(), row.broken())));
    }

    @Test
    void copiesStateTheRegisterAsItIs() {
        told.rows.forEach((station, rows) -> rows.stream()
                .filter(Told.Row::isCopy)
                .forEach(row -> assertEquals(told.registered.get(station), row.number(Figure.Count.REGISTERED))));
    }

    @Test
    void noSheetIsAllZeroAndNoTwoAreTheSame() {
        Set<List<Integer>> seen = new java.util.HashSet<>();
        for (StationCode station : told.registered.keySet()) {
            List<Integer> votes = told.announced(station).getFirst().votes();
            assertTrue(votes.get(Ballot.CANDIDATES) > 0);
            assertTrue(seen.add(votes), station::toString);
        }
    }

    @Test
    void theAuthorityAnnouncesEveryStationOnceAsTransmitted() {
        for (StationCode station : told.registered.keySet()) {
            List<Told.Row> announced = told.announced(station);
            assertEquals(1, announced.size());
            assertEquals(
                    StationFigures.Way.TRANSMITTED,
                    announced.getFirst().figures().way());
        }
    }

    @Test
    void theBulletinIsTheSumOfTheStationsAndTheTruth() {
        List<Long> sums = new ArrayList<>();
        for (int figure = 0; figure < Ballot.ANNOUNCED_FIGURES; figure++) {
            long sum = 0;
            for (StationCode station : told.registered.keySet()) {
                sum += told.announced(station).getFirst().votes().get(figure);
            }
            sums.add(sum);
        }
        List<Long> bulletin =
                told.announcement().figures().stream().map(f -> f.count()).toList();
        assertEquals(sums, bulletin);
        assertEquals(told.truth.votes(), told.announcedVotes());
        assertEquals(sums.get(11), told.truth.nullVotes());
        assertEquals(sums.get(12), told.truth.blank());
        assertEquals(new Coverage.Full(), told.announcement().coverage());
        assertFalse(told.announcement().isCalledIrreversible());
    }

    @Test
    void announcedPercentagesAreThoseOfTheVotes() {
        long valid = told.truth.votes().stream().mapToLong(Long::longValue).sum();
        for (int i = 0; i < Ballot.CANDIDATES; i++) {
            var figure = told.announcement().figures().get(i);
            double exact = 100.0 * requireNonNull(figure.count()) / valid;
            assertEquals(exact, requireNonNull(figure.percentage()).printed().doubleValue(), 0.0501);
            assertEquals(1, requireNonNull(figure.percentage()).decimals());
        }
    }

    @Test
    void aFewCopiesNeverArriveAndSomeStationsHaveNone() {
        for (Holder holder : Holder.atLeast(6)) {
            long held = told.registered.keySet().stream()
                    .filter(station -> told.copy(station, holder).isPresent())
                    .count();
            assertTrue(held > STATIONS * 95 / 100 && held < STATIONS, holder.id() + " holds " + held);
        }
        long without = told.registered.keySet().stream()
                .filter(station -> told.copies(station).isEmpty())
                .count();
        assertTrue(Math.abs(without - STATIONS / 100) <= 25, "without copies: " + without);
    }

    @Test
    void whoeverWasDeniedACopyHasNone() {
        Set<Denial.Kind> kinds = told.denials.stream().map(Denial::kind).collect(Collectors.toSet());
        assertEquals(Set.of(Denial.Kind.COPY_REFUSED, Denial.Kind.WITNESS_PUT_OUT), kinds);
        for (Denial denial : told.denials) {
            assertTrue(told.copies(denial.station()).stream()
                    .noneMatch(row -> row.source().id().custodian().equals(denial.denied())));
            assertEquals(denial.form() == Denial.Form.UNSIGNED, denial.statement() == null);
        }
    }

    @Test
    void noIncidentSpeaksOfFigures() {
        Set<Incident.Kind> kinds = told.incidents.stream().map(Incident::kind).collect(Collectors.toSet());
        assertFalse(kinds.isEmpty());
        assertFalse(kinds.contains(Incident.Kind.NOT_TRANSMITTED));
        assertFalse(kinds.contains(Incident.Kind.BALLOT_STUFFING));
        assertFalse(kinds.contains(Incident.Kind.SHEET_NOT_PRINTED));
    }

    @Test
    void auditsAreDoneInTimeOrStillToCome() {
        assertTrue(told.audits.values().stream().anyMatch(audit -> audit.state() == AuditDue.State.DONE));
        for (AuditDue audit : told.audits.values()) {
            assertFalse(audit.state() == AuditDue.State.CANCELLED || audit.isLate(), audit::toString);
        }
    }
}
