package org.cotejo.site;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cotejo.crypto.Ed25519Secret;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.AuditDue;
import org.cotejo.custody.Commitment;
import org.cotejo.custody.Provenance;
import org.cotejo.custody.Retraction;
import org.cotejo.custody.SheetCopy;
import org.cotejo.custody.Source;
import org.cotejo.custody.SourceId;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.Candidate;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.Custodian;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.Side;
import org.cotejo.definition.SideId;
import org.cotejo.definition.SpokenHash;
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.DefinitionHash;
import org.cotejo.dossier.Dossier;
import org.cotejo.dossier.Frame;
import org.cotejo.entry.Entry;
import org.cotejo.reconcile.Reconciler;
import org.cotejo.sheet.KeyAlgorithm;
import org.cotejo.sheet.MachineId;
import org.cotejo.sheet.Sheet;
import org.cotejo.sheet.SheetHours;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.sheet.StationKey;
import org.cotejo.tally.Figure;

/**
 * A country of four stations whose machines sign: the first sheet is proven, the second forged, the third of a machine without a
 * key; the fourth station came after the definition was frozen, and its copy on paper was taken back. An audit committed to a seed.
 */
final class SignedCountry {
    static final Hash SEED = Sha256.of("seed".getBytes(StandardCharsets.UTF_8));
    private static final ContestId CONTEST = new ContestId("president");
    private static final CustodianId PARTY = new CustodianId("party");
    private static final CustodianId CNE = new CustodianId("cne");
    private static final Ed25519Secret MACHINE = secret("machine");
    private static final List<Figure> FIGURES = List.of(
            new Figure.OfCandidate(new CandidateId("A")),
            new Figure.OfCandidate(new CandidateId("B")),
            Figure.Count.BALLOTS);

    private final List<Entry> entries = new ArrayList<>();

    private SignedCountry() {}

    private static Ed25519Secret secret(String words) {
        return Ed25519Secret.ofSeed(
                Sha256.of(words.getBytes(StandardCharsets.UTF_8)).bytes());
    }

    static ReportInput input() {
        return PaperReport.of(Reconciler.reconcile(new SignedCountry().dossier()));
    }

    private Dossier dossier() {
        entries.add(new Entry.DefinitionStated(new ElectionDefinition(
                "signed-2031",
                "Elección firmada 2031",
                ElectionDefinition.Origin.IMPORTED,
                List.of(),
                List.of(new Contest(
                        CONTEST,
                        "Presidencia",
                        List.of(
                                new Candidate(new CandidateId("A"), "Ana Rojas"),
                                new Candidate(new CandidateId("B"), "Bruno Medina")),
                        List.of())),
                List.of(new Side(new SideId("authority"), "Autoridad"), new Side(new SideId("one"), "Oposición")),
                List.of(
                        new Custodian(CNE, new SideId("authority"), "Junta Electoral"),
                        new Custodian(PARTY, new SideId("one"), "Alianza Cívica")),
                null,
                null,
                CNE)));
        open(CNE, 1, Source.Kind.REGISTER);
        for (int station = 1; station <= 3; station++) {
            list(station);
        }
        for (int station = 1; station <= 2; station++) {
            entries.add(new Entry.StationKeyStated(new StationKey(
                    code(station), new MachineId("M-" + station), KeyAlgorithm.ED25519, MACHINE.verifyKey())));
        }
        Hash hash = definitionHash();
        entries.add(new Entry.DefinitionFrozen(hash));
        list(4);
        open(PARTY, 1, Source.Kind.COPIES);
        for (int station = 1; station <= 4; station++) {
            entries.add(new Entry.SheetGiven(new SheetCopy(
                    new SourceId(PARTY, 1),
                    StationFigures.Way.UNSTATED,
                    code(station),
                    SignedSheet.signedBy(station == 2 ? secret("forger") : MACHINE, sheet(station, hash)))));
        }
        entries.add(new Entry.CopyRetracted(
                new Retraction(code(4), new SourceId(PARTY, 1), Retraction.Reason.WRONG_PICTURE)));
        LocalDate day = LocalDate.of(2031, 7, 30);
        entries.add(new Entry.AuditScheduled(
                new AuditDue("post-1", "Auditoría posterior", "", day, AuditDue.State.PLANNED, null)));
        entries.add(new Entry.AuditCommitted(new Commitment("post-1", Commitment.Kind.SEED, day, SEED)));
        return Dossier.of(List.of(PaperCountry.block(entries)));
    }

    private void open(CustodianId custodian, int number, Source.Kind kind) {
        boolean isRegister = kind == Source.Kind.REGISTER;
        entries.add(new Entry.SourceOpened(new Source(
                new SourceId(custodian, number),
                kind,
                isRegister ? null : CONTEST,
                Provenance.OFFICIAL,
                isRegister ? List.of() : FIGURES,
                Instant.parse("2031-07-29T00:00:00Z"),
                false,
                SEED)));
    }

    private void list(int station) {
        entries.add(new Entry.StationListed(new SourceId(CNE, 1), code(station), 0, 500));
    }

    private Hash definitionHash() {
        Frame frame = Frame.of(List.of(PaperCountry.block(entries)));
        return DefinitionHash.of(frame, frame.definition().orElseThrow());
    }

    private static StationCode code(int station) {
        return new StationCode("00000" + station);
    }

    private static Sheet sheet(int station, Hash definition) {
        return new Sheet(
                KeyAlgorithm.ED25519,
                "signed-2031",
                SpokenHash.of(definition),
                code(station),
                CONTEST,
                1,
                1,
                Sheet.Paper.FINAL,
                new MachineId("M-" + station),
                new SheetHours(
                        LocalDateTime.of(2031, 7, 28, 6, 0), LocalDateTime.of(2031, 7, 28, 18, 0), ZoneOffset.UTC),
                List.of(100, 50),
                Map.of(Figure.Count.BALLOTS, 150));
    }
}
