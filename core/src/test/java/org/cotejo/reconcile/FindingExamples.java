package org.cotejo.reconcile;

import static org.cotejo.dossier.ElectionInBytes.given;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.cotejo.base.FindingCode;
import org.cotejo.bulletin.Decision;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.AuditDue;
import org.cotejo.custody.Correction;
import org.cotejo.custody.CustodyEvent;
import org.cotejo.custody.Denial;
import org.cotejo.custody.Incident;
import org.cotejo.custody.Provenance;
import org.cotejo.custody.RosterPlace;
import org.cotejo.custody.SignatureSlot;
import org.cotejo.custody.SignatureSlots;
import org.cotejo.custody.SourceId;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.SideId;
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.DefinitionHash;
import org.cotejo.dossier.DossierFinding;
import org.cotejo.dossier.ElectionInBytes;
import org.cotejo.dossier.Frame;
import org.cotejo.entry.Entry;
import org.cotejo.tally.TallyRule;
import org.jspecify.annotations.Nullable;

/** For every code of a finding the smallest election that shows it, and a neighbour of it that must not. */
final class FindingExamples {
    /**
     * One code with its example.
     *
     * @param values of the one finding that {@code shows} has of this code
     */
    record Example(FindingCode code, ElectionInBytes shows, List<String> values, ElectionInBytes doesNot) {}

    private static final StationCode S1 = new StationCode("S1");
    private static final CustodianId PARTY = new CustodianId("party");
    private static final CustodianId CNE = new CustodianId("cne");

    private FindingExamples() {}

    static List<Example> all() {
        return Stream.of(
                        conflicts(),
                        provenanceAndVersions(),
                        patterns(),
                        announced(),
                        absences(),
                        records(),
                        registers(),
                        SheetExamples.all())
                .flatMap(s -> s)
                .toList();
    }

    private static ElectionInBytes election() {
        return new ElectionInBytes()
                .contest("president", "A", "B", "C", "D")
                .side("authority", "cne", "army")
                .side("opposition", "party", "union")
                .side("observers", "carter")
                .announcer("cne");
    }

    private static ElectionInBytes copies(String custodian, String... rows) {
        return election().copies(custodian, "A B", rows);
    }

    private static Example example(FindingCode code, ElectionInBytes shows, ElectionInBytes doesNot, String... values) {
        return new Example(code, shows, List.of(values), doesNot);
    }

    private static Stream<Example> conflicts() {
        return Stream.of(
                example(
                        ReconcileFinding.CONFLICTING_SIDES,
                        copies("party", "S1: 1 2").copies("carter", "A B", "S1: 7 8"),
                        copies("party", "S1: 1 2").copies("union", "A B", "S1: 7 8"),
                        "A, B"),
                example(
                        ReconcileFinding.CONFLICTING_WITHIN,
                        copies("party", "S1: 1 2").copies("union", "A B", "S1: 1 8"),
                        copies("party", "S1: 1 2").copies("carter", "A B", "S1: 1 8"),
                        "opposition",
                        "B"),
                example(
                        ReconcileFinding.ONE_SIDE_TWICE,
                        copies("party", "S1: 1 2").copies("union", "A B", "S1: 1 2"),
                        copies("party", "S1: 1 2")
                                .copies("union", "A B", "S1: 1 2")
                                .copies("carter", "A", "S1: 1"),
                        "2",
                        "opposition"),
                example(
                        ReconcileFinding.ALL_DIFFER,
                        copies("party", "S1: 1 2")
                                .copies("carter", "A B", "S1: 1 3")
                                .copies("army", "A B", "S1: 1 4"),
                        copies("party", "S1: 1 2")
                                .copies("carter", "A B", "S1: 1 3")
                                .copies("army", "A B", "S1: 1 3"),
                        "3"),
                example(
                        ReconcileFinding.INCOMPLETE,
                        election().copies("party", "A B null valid", "S1: 1 - 3 ?"),
                        election().copies("party", "A B registered", "S1: 1 2 ?"),
                        "party",
                        "B, valid"),
                example(
                        ReconcileFinding.BY_DECISION,
                        copies("party", "S1: 1 2")
                                .decided(Decision.Kind.RELEASED, "S1")
                                .decided(Decision.Kind.ANNULLED, "S1")
                                .decided(Decision.Kind.RECOUNT_ORDERED, "S1"),
                        copies("party", "S1: 1 2")
                                .decided(Decision.Kind.ANNULLED, "S1")
                                .decided(Decision.Kind.RELEASED, "S1"),
                        "decision-2"));
    }

    private static Stream<Example> provenanceAndVersions() {
        return Stream.of(
                example(
                        ReconcileFinding.OPENING_REPORT,
                        copies("party", "S1: 0 0"),
                        copies("party", "S1: 0 0").copies("carter", "A B", "S1: 0 0"),
                        "party"),
                example(
                        ReconcileFinding.NO_PROVENANCE,
                        election().copies(given("party").provenance(Provenance.UNLAWFUL), "A B", "S1: 1 2"),
                        election().copies(given("party").provenance(Provenance.POSTED), "A B", "S1: 1 2"),
                        "party"),
                example(
                        ReconcileFinding.CHANGED,
                        copies("party", "S1: 1 2").copies("party", "A B", "S1: 1 3"),
                        copies("party", "S1: 1 2")
                                .copies("party", "A B", "S1: 1 3")
                                .entry(corrected("party")),
                        "party",
                        "B"),
                example(
                        ReconcileFinding.VANISHED,
                        copies("party", "S1: 1 2", "S2: 3 4").copies("party", "A B", "S2: 3 4"),
                        copies("party", "S1: 1 2", "S2: 3 4")
                                .copies(given("party").part(), "A B", "S2: 3 4"),
                        "party"));
    }

    private static Entry corrected(String custodian) {
        CustodianId body = new CustodianId(custodian);
        return new Entry.CorrectionMade(
                new Correction(S1, new SourceId(body, 1), new SourceId(body, 2), Correction.Reason.TRANSCRIPTION));
    }

    private static Stream<Example> patterns() {
        return Stream.of(
                example(
                        ReconcileFinding.REPLAYED,
                        election()
                                .copies("party", "A B C D", "S1: 11 12 13 14", "S2: 21 22 23 24")
                                .copies("carter", "A B C D", "S1: 21 22 23 24"),
                        election()
                                .copies("party", "A B C D", "S1: 11 12 13 14", "S2: 21 2 3 9")
                                .copies("carter", "A B C D", "S1: 21 2 3 9"),
                        "carter",
                        "S2"),
                example(
                        ReconcileFinding.SAME_FIGURES,
                        election().copies("party", "A B C D", "S2: 11 12 13 14", "S1: 11 12 13 14"),
                        election().copies("party", "A B C D", "S2: 11 12 13 9", "S1: 11 12 13 9"),
                        "S1"),
                example(
                        ReconcileFinding.SWAPPED,
                        swapped("S3: 7 5"),
                        swapped("S3: 5 8"),
                        "carter/1",
                        "party/1",
                        "A",
                        "B"));
    }

    /** Three stations with two columns exchanged, one of which {@code third} may spoil; the finding is shown at each. */
    private static ElectionInBytes swapped(String third) {
        return copies("party", "S1: 1 2", "S2: 3 4", "S3: 5 7").copies("carter", "A B", "S1: 2 1", "S2: 4 3", third);
    }

    private static Stream<Example> announced() {
        ElectionInBytes announced = election().announced("cne", "A B", "S1: 1 2");
        return Stream.of(
                example(
                        ReconcileFinding.CONTRADICTED,
                        election().announced("cne", "A B", "S1: 1 2").copies("party", "A B", "S1: 3 2"),
                        election().announced("cne", "A B", "S1: 1 2").copies("party", "A B", "S1: 1 2"),
                        "A"),
                example(
                        ReconcileFinding.OTHER_ANNOUNCER,
                        copies("party", "S1: 1 2").announced("carter", "A B", "S1: 1 3"),
                        copies("party", "S1: 1 2").announced("carter", "A B", "S1: 1 2"),
                        "carter",
                        "B"),
                example(
                        ReconcileFinding.ANNOUNCED_ONLY,
                        announced,
                        election().announced("cne", "A B", "S1: 1 2").copies("party", "A B", "S1: 1 2")),
                example(
                        ReconcileFinding.BY_HAND,
                        election().announced("cne", "A B", "S1 by_hand: 1 2").copies("party", "A B", "S1: 3 2"),
                        election().announced("cne", "A B", "S1 by_hand: 1 2").copies("party", "A B", "S1: 1 2")),
                example(
                        ReconcileFinding.REANNOUNCED,
                        election().announced("cne", "A B", "S1: 1 2").announced("cne", "A B", "S1: 5 2"),
                        election()
                                .announced("cne", "A B", "S1: 1 2")
                                .announced("cne", "A B", "S1: 5 2")
                                .entry(corrected("cne")),
                        "A"),
                example(
                        ReconcileFinding.LEFT_OUT,
                        election().announced("cne", "A B", "S2: 1 2").copies("party", "A B", "S1: 1 2", "S2: 1 2"),
                        copies("party", "S1: 1 2", "S2: 1 2"),
                        "cne"));
    }

    private static Stream<Example> absences() {
        return Stream.of(
                example(
                        ReconcileFinding.MISSING,
                        election().register("cne", "S1"),
                        election().register("cne", "S1").denied("S1", Denial.Kind.COPY_REFUSED, "party")),
                example(
                        ReconcileFinding.COPY_REFUSED,
                        copies("party", "S1: 1 2").denied("S1", Denial.Kind.COPY_REFUSED, "carter"),
                        copies("party", "S1: 1 2").denied("S1", Denial.Kind.NOT_POSTED, "carter"),
                        "carter"),
                example(
                        ReconcileFinding.WITNESS_OUT,
                        copies("party", "S1: 1 2").denied("S1", Denial.Kind.WITNESS_PUT_OUT, "party"),
                        copies("party", "S1: 1 2").denied("S1", Denial.Kind.COPY_REFUSED, "party"),
                        "party"),
                example(
                        ReconcileFinding.COUNT_DENIED,
                        copies("party", "S1: 1 2").denied("S1", Denial.Kind.BOX_COUNT_REFUSED, "party"),
                        copies("party", "S1: 1 2").denied("S1", Denial.Kind.WITNESS_NOT_ADMITTED, "party"),
                        "party"),
                example(
                        ReconcileFinding.NOT_TRANSMITTED,
                        copies("party", "S1: 1 2").entry(incident(Incident.Kind.NOT_TRANSMITTED)),
                        copies("party", "S1: 1 2").entry(incident(Incident.Kind.LATE_OPENING)),
                        "party"),
                example(
                        ReconcileFinding.PLANNED_NO_COPY,
                        copies("party", "S1: 1 2").entry(roster("carter", true)),
                        copies("party", "S1: 1 2").entry(roster("carter", false)),
                        "carter"),
                example(
                        ReconcileFinding.NONE_COUNTS,
                        copies("party", "S1: 1 ?"),
                        copies("party", "S1: 1 ?").announced("cne", "A B", "S1: 1 2")),
                example(
                        ReconcileFinding.NOT_LISTED,
                        copies("party", "S1: 1 2").stationsInAll(4),
                        copies("party", "S1: 1 2").stationsInAll(1),
                        "3"),
                example(
                        DossierFinding.AUDIT_CANCELLED,
                        copies("party", "S1: 1 2").entry(audit(AuditDue.State.CANCELLED, null)),
                        copies("party", "S1: 1 2")
                                .entry(audit(AuditDue.State.CANCELLED, null))
                                .entry(audit(AuditDue.State.PLANNED, null)),
                        "Count of boxes",
                        "2024-07-28"),
                example(
                        DossierFinding.AUDIT_LATE,
                        copies("party", "S1: 1 2").entry(audit(AuditDue.State.DONE, LocalDate.of(2024, 7, 29))),
                        copies("party", "S1: 1 2").entry(audit(AuditDue.State.DONE, LocalDate.of(2024, 7, 28))),
                        "Count of boxes",
                        "2024-07-28",
                        "2024-07-29"),
                example(
                        DossierFinding.CERTIFIED_WITHOUT_FIGURES,
                        copies("party", "S1: 1 2").decided(Decision.Kind.CERTIFIED_WITHOUT_FIGURES),
                        copies("party", "S1: 1 2").decided(Decision.Kind.CERTIFIED),
                        "Supreme Court",
                        "2024-08-22"));
    }

    private static Entry incident(Incident.Kind kind) {
        return new Entry.IncidentReported(new Incident(S1, kind, PARTY, Instant.parse("2024-07-28T22:00:00Z")));
    }

    private static Entry roster(String body, boolean isAccredited) {
        return new Entry.RosterPlanned(new RosterPlace(S1, new CustodianId(body), isAccredited));
    }

    private static Entry audit(AuditDue.State state, @Nullable LocalDate done) {
        return new Entry.AuditScheduled(
                new AuditDue("boxes", "Count of boxes", "", LocalDate.of(2024, 7, 28), state, done));
    }

    private static Stream<Example> records() {
        return Stream.of(
                example(
                        ReconcileFinding.BOX_GONE,
                        copies("party", "S1: 1 2").entry(box(CustodyEvent.Step.MISSING, null, null, "")),
                        copies("party", "S1: 1 2").entry(box(CustodyEvent.Step.COUNTED, null, null, ""))),
                example(
                        ReconcileFinding.CUSTODY_GAP,
                        copies("party", "S1: 1 2")
                                .entry(box(CustodyEvent.Step.DEPOSITED, null, CNE, ""))
                                .entry(box(CustodyEvent.Step.HANDED_OVER, PARTY, CNE, "")),
                        copies("party", "S1: 1 2")
                                .entry(box(CustodyEvent.Step.DEPOSITED, null, CNE, ""))
                                .entry(box(CustodyEvent.Step.HANDED_OVER, CNE, PARTY, "")),
                        "party",
                        "cne"),
                example(
                        ReconcileFinding.SEAL_CHANGED,
                        copies("party", "S1: 1 2")
                                .entry(box(CustodyEvent.Step.SEALED, null, CNE, "7"))
                                .entry(box(CustodyEvent.Step.DEPOSITED, null, CNE, "8")),
                        copies("party", "S1: 1 2")
                                .entry(box(CustodyEvent.Step.SEALED, null, CNE, "7"))
                                .entry(box(CustodyEvent.Step.OPENED, null, CNE, "7"))
                                .entry(box(CustodyEvent.Step.SEALED, null, CNE, "8")),
                        "7",
                        "8"),
                example(
                        ReconcileFinding.NOT_SIGNED,
                        copies("party", "S1: 1 2").entry(signed(SignatureSlot.State.REFUSED)),
                        copies("party", "S1: 1 2").entry(signed(SignatureSlot.State.NOT_VISIBLE)),
                        "1",
                        "party"),
                example(
                        DossierFinding.UNKNOWN_STATION,
                        election().register("cne", "S2").copies("party", "A B", "S1: 1 2"),
                        election().register("cne", "S1").copies("party", "A B", "S1: 1 2"),
                        "party",
                        "S1"),
                example(
                        DossierFinding.UNKNOWN_CONTEST,
                        election().copies(given("party").in("mayor"), "A", "S1: 1", "S2: 2"),
                        copies("party", "S1: 1 2", "S2: 2 2"),
                        "party/1",
                        "mayor"),
                example(
                        DossierFinding.RECORD_OF_UNKNOWN_STATION,
                        election().register("cne", "S2").entry(roster("party", true)),
                        election().register("cne", "S1").entry(roster("party", true)),
                        "S1"));
    }

    private static Entry box(
            CustodyEvent.Step step, @Nullable CustodianId from, @Nullable CustodianId to, String seal) {
        return new Entry.CustodyStepped(new CustodyEvent(S1, CustodyEvent.Item.BOX, step, from, to, seal, null));
    }

    private static Entry signed(SignatureSlot.State state) {
        return new Entry.SignaturesSeen(new SignatureSlots(
                S1,
                PARTY,
                List.of(
                        new SignatureSlot(SignatureSlot.Role.MEMBER, null, 1, SignatureSlot.State.SIGNED),
                        new SignatureSlot(SignatureSlot.Role.PARTY_WITNESS, new SideId("opposition"), 1, state))));
    }

    private static Stream<Example> registers() {
        return Stream.of(
                example(
                        DossierFinding.OTHER_PLACE,
                        election()
                                .register("cne", "S1 in Zulia")
                                .copies("carter", "A B", "S1: 1 2")
                                .stations("S1 in Lara/Carora"),
                        copies("party", "S1: 1 2")
                                .copies("carter", "A B", "S1: 1 2")
                                .stations("S1 in Lara/Carora"),
                        "carter",
                        "Lara / Carora"),
                example(
                        DossierFinding.AFTER_FREEZE,
                        frozen(election().register("cne", "S1=10")).register("cne", "S2=20"),
                        frozen(election().register("cne", "S1=10", "S2=20"))),
                example(
                        DossierFinding.FROZEN_HASH,
                        election().register("cne", "S1=10").entry(new Entry.DefinitionFrozen(Sha256.of(new byte[1]))),
                        frozen(election().register("cne", "S1=10")).copies("party", "A B", "S1: 1 2")),
                example(
                        ReconcileFinding.OTHER_REGISTER,
                        election().register("cne", "S1=500").copies("party", "A registered", "S1: 1 600"),
                        election().register("cne", "S1=500").copies("party", "A registered", "S1: 1 500"),
                        "500",
                        "600"),
                example(
                        ReconcileFinding.ABOVE_ROLL,
                        election().roll(99).register("cne", "S1=50", "S2=50"),
                        election().roll(100).register("cne", "S1=50", "S2=50"),
                        "100",
                        "99"),
                example(
                        TallyRule.VALID_IS_SUM,
                        election().copies("party", "A B C D valid", "S1: 1 2 3 4 11"),
                        election().copies("party", "A B C valid", "S1: 1 2 3 11"),
                        "10",
                        "11"),
                example(
                        TallyRule.AT_MOST_REGISTERED,
                        election().register("cne", "S1=4").copies("party", "A B null", "S1: 1 2 3"),
                        election().register("cne", "S1=4").copies("party", "A B null registered", "S1: 1 2 3 6"),
                        "6",
                        "4"),
                example(
                        TallyRule.CAST_IS_VOTERS,
                        election().copies("party", "A B C D null voters", "S1: 1 2 3 4 5 16"),
                        election().copies("party", "A B C D voters", "S1: 1 2 3 4 16"),
                        "15",
                        "16"),
                example(
                        TallyRule.CAST_IS_BALLOTS,
                        election().copies("party", "A B C D null ballots", "S1: 1 2 3 4 5 14"),
                        election().copies("party", "A B C D ballots", "S1: 1 2 3 4 14"),
                        "15",
                        "14"));
    }

    private static ElectionInBytes frozen(ElectionInBytes election) {
        return election.entry(
                new Entry.DefinitionFrozen(DefinitionHash.of(Frame.of(election.blocks()), election.definition())));
    }
}
