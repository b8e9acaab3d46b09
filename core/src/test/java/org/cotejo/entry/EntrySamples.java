package org.cotejo.entry;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.cotejo.bulletin.AnnouncedFigure;
import org.cotejo.bulletin.Announcement;
import org.cotejo.bulletin.Coverage;
import org.cotejo.bulletin.Decision;
import org.cotejo.bulletin.LogOrigin;
import org.cotejo.bulletin.Percentage;
import org.cotejo.bulletin.PublicLog;
import org.cotejo.bulletin.Publication;
import org.cotejo.bulletin.Subject;
import org.cotejo.bulletin.TakenPublication;
import org.cotejo.crypto.Ed25519Secret;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.AuditDue;
import org.cotejo.custody.Commitment;
import org.cotejo.custody.CommittedPicture;
import org.cotejo.custody.Correction;
import org.cotejo.custody.CustodyEvent;
import org.cotejo.custody.Denial;
import org.cotejo.custody.HeldCertificate;
import org.cotejo.custody.HeldLog;
import org.cotejo.custody.Incident;
import org.cotejo.custody.Provenance;
import org.cotejo.custody.Retraction;
import org.cotejo.custody.RosterPlace;
import org.cotejo.custody.SheetCopy;
import org.cotejo.custody.SignatureSlot;
import org.cotejo.custody.SignatureSlots;
import org.cotejo.custody.Source;
import org.cotejo.custody.SourceId;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.BallotOption;
import org.cotejo.definition.Candidate;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.Custodian;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.Register;
import org.cotejo.definition.Side;
import org.cotejo.definition.SideId;
import org.cotejo.definition.SpokenHash;
import org.cotejo.definition.StationCode;
import org.cotejo.sheet.CountCertificate;
import org.cotejo.sheet.KeyAlgorithm;
import org.cotejo.sheet.LogFacts;
import org.cotejo.sheet.MachineId;
import org.cotejo.sheet.Sheet;
import org.cotejo.sheet.SheetHours;
import org.cotejo.sheet.SignedSheet;
import org.cotejo.sheet.StationKey;
import org.cotejo.tally.Cell;
import org.cotejo.tally.Cells;
import org.cotejo.tally.Figure;

/** A few entries of each kind, which together are a small election; docs/formats/entries.md shows the bytes of each. */
final class EntrySamples {
    static final StationCode STATION = new StationCode("10101001.01.0001");
    private static final CustodianId CNE = new CustodianId("cne");
    private static final CustodianId COMANDO = new CustodianId("comando");
    private static final ContestId PRESIDENT = new ContestId("presidente");
    private static final CandidateId EG = new CandidateId("EG");
    private static final CandidateId NM = new CandidateId("NM");
    private static final MachineId MACHINE = new MachineId("M-0417");
    /** Made here from words that everybody can read, so it proves nothing. */
    private static final Ed25519Secret SECRET = Ed25519Secret.ofSeed(
            Sha256.of("an example of cotejo".getBytes(StandardCharsets.UTF_8)).bytes());

    private static final Hash FILE = Sha256.of(new byte[0]);
    private static final Hash ROOT = Sha256.of(new byte[] {1});
    private static final Hash PROOF = Sha256.of(new byte[] {2});
    /** The hash of the definition, places and stations before it (docs/formats/entries.md, section 5). */
    private static final Hash FROZEN = Hash.ofHex("483a85f3ea4292eab8862c5653986f59262b260222834d8b71b8069d7a6a2cb1");

    private static final Instant HOUR = Instant.parse("2024-07-28T22:00:00Z");

    private EntrySamples() {}

    static List<Entry> all() {
        return List.of(
                new Entry.DefinitionStated(definition()),
                new Entry.PlaceListed(1, 0, "Distrito Capital"),
                new Entry.PlaceListed(2, 1, "Caño Amarillo"),
                new Entry.SourceOpened(register()),
                new Entry.StationListed(new SourceId(CNE, 1), STATION, 2, 512),
                new Entry.StationListed(new SourceId(CNE, 1), new StationCode("10101001.01.0002"), 1, Register.UNKNOWN),
                new Entry.StationKeyStated(new StationKey(STATION, MACHINE, KeyAlgorithm.ED25519, SECRET.verifyKey())),
                new Entry.DefinitionFrozen(FROZEN),
                new Entry.SourceOpened(copies()),
                new Entry.FiguresGiven(new StationFigures(
                        new SourceId(COMANDO, 1),
                        STATION,
                        StationFigures.Paper.FINAL,
                        StationFigures.Way.UNSTATED,
                        Cells.of(List.of(
                                new Cell.Written(300), new Cell.Written(0), new Cell.Blank(), new Cell.Illegible())))),
                new Entry.SourceOpened(announced(2)),
                new Entry.FiguresGiven(new StationFigures(
                        new SourceId(CNE, 2),
                        STATION,
                        StationFigures.Paper.OPENING_REPORT,
                        StationFigures.Way.BY_HAND,
                        Cells.of(List.of(new Cell.Written(Cell.MOST))))),
                new Entry.SourceOpened(announced(3)),
                new Entry.CorrectionMade(
                        new Correction(STATION, new SourceId(CNE, 2), new SourceId(CNE, 3), Correction.Reason.RECOUNT)),
                new Entry.SignaturesSeen(new SignatureSlots(
                        STATION,
                        COMANDO,
                        List.of(
                                new SignatureSlot(
                                        SignatureSlot.Role.PRESIDING_OFFICER, null, 1, SignatureSlot.State.SIGNED),
                                new SignatureSlot(
                                        SignatureSlot.Role.PARTY_WITNESS,
                                        new SideId("opposition"),
                                        2,
                                        SignatureSlot.State.REFUSED)))),
                new Entry.IncidentReported(new Incident(STATION, Incident.Kind.NOT_TRANSMITTED, COMANDO, HOUR)),
                new Entry.DenialStated(
                        new Denial(STATION, Denial.Kind.COPY_REFUSED, COMANDO, Denial.Form.SWORN, HOUR, FILE)),
                new Entry.DenialStated(
                        new Denial(STATION, Denial.Kind.NOT_POSTED, COMANDO, Denial.Form.UNSIGNED, null, null)),
                new Entry.CustodyStepped(new CustodyEvent(
                        STATION, CustodyEvent.Item.BOX, CustodyEvent.Step.HANDED_OVER, COMANDO, CNE, "A-0001", HOUR)),
                new Entry.RosterPlanned(new RosterPlace(STATION, COMANDO, true)),
                new Entry.AuditScheduled(new AuditDue(
                        "post-election-1",
                        "Verificación ciudadana",
                        "LOPRE art. 156",
                        LocalDate.of(2024, 7, 28),
                        AuditDue.State.DONE,
                        LocalDate.of(2024, 8, 2))),
                new Entry.AuditScheduled(new AuditDue(
                        "telecom",
                        "Telecomunicaciones",
                        "",
                        LocalDate.of(2024, 7, 29),
                        AuditDue.State.CANCELLED,
                        null)),
                new Entry.AnnouncementMade(announcement()),
                new Entry.DecisionMade(new Decision(
                        "tsj-31",
                        "Sala Electoral",
                        Decision.Kind.CERTIFIED_WITHOUT_FIGURES,
                        LocalDate.of(2024, 8, 22),
                        null,
                        List.of())),
                new Entry.DecisionMade(new Decision(
                        "cne-7",
                        "CNE",
                        Decision.Kind.ANNULLED,
                        LocalDate.of(2024, 8, 1),
                        PRESIDENT,
                        List.of(STATION, new StationCode("10101001.01.0002")))),
                new Entry.SourceOpened(sheets()),
                new Entry.SheetGiven(new SheetCopy(
                        new SourceId(COMANDO, 2),
                        StationFigures.Way.TRANSMITTED,
                        STATION,
                        SignedSheet.signedBy(SECRET, sheet()))),
                new Entry.CopyRetracted(new Retraction(STATION, new SourceId(COMANDO, 1), Retraction.Reason.MISREAD)),
                new Entry.AuditCommitted(
                        new Commitment("post-election-1", Commitment.Kind.SEED, LocalDate.of(2024, 8, 1), FILE)),
                new Entry.LogOpened(
                        new PublicLog(new LogOrigin("comando.example/ve-2024"), SECRET.verifyKey(), COMANDO)),
                new Entry.PublicationMade(new Publication(30, Instant.parse("2024-08-02T18:00:00Z"), FILE)),
                new Entry.PublicationTaken(new TakenPublication(
                        new LogOrigin("observers.example/ve-2024"),
                        1_000,
                        FILE,
                        FILE,
                        List.of(new TakenPublication.Taken(
                                new SourceId(COMANDO, 2), new SourceId(new CustodianId("mision"), 1))))),
                new Entry.CertificateGiven(new HeldCertificate(
                        COMANDO,
                        CountCertificate.signedBy(
                                SECRET,
                                SignedSheet.signedBy(SECRET, sheet()),
                                LocalDateTime.of(2024, 7, 28, 20, 5),
                                ZoneOffset.ofHours(-4),
                                List.of(310, 100),
                                5,
                                1))),
                new Entry.MachineLogGiven(new HeldLog(
                        COMANDO,
                        new StationCode("10101001.01.0001"),
                        new MachineId("M-0417"),
                        FILE,
                        new LogFacts(
                                1_790,
                                1_790,
                                OffsetDateTime.parse("2024-07-28T06:02-04:00"),
                                new LogFacts.Closing(
                                        OffsetDateTime.parse("2024-07-28T18:31-04:00"), 440, 440, 8, 8, true),
                                440,
                                3,
                                1,
                                0,
                                2),
                        0)),
                new Entry.MachineLogGiven(new HeldLog(
                        COMANDO,
                        new StationCode("10101001.01.0002"),
                        new MachineId("M-0418"),
                        FILE,
                        new LogFacts(7, 5, null, null, 0, 0, 0, 0, 1),
                        4)),
                new Entry.PictureCommitted(new CommittedPicture(COMANDO, null, ROOT, null)),
                new Entry.PictureCommitted(
                        new CommittedPicture(COMANDO, STATION, ROOT, new CommittedPicture.Copy(FILE, PROOF))),
                new Entry.DefinitionStated(withWriteIn()),
                new Entry.DefinitionStated(definition()));
    }

    private static Source sheets() {
        return new Source(
                new SourceId(COMANDO, 2),
                Source.Kind.COPIES,
                PRESIDENT,
                Provenance.ACCREDITED,
                List.of(
                        new Figure.OfOption(1),
                        new Figure.OfOption(2),
                        Figure.Count.NULL,
                        Figure.Count.BLANK,
                        Figure.Count.REGISTERED,
                        Figure.Count.VOTERS,
                        Figure.Count.BALLOTS),
                null,
                true,
                FILE);
    }

    private static Sheet sheet() {
        return new Sheet(
                KeyAlgorithm.ED25519,
                "ve-2024",
                SpokenHash.of(FROZEN),
                STATION,
                PRESIDENT,
                1,
                1,
                Sheet.Paper.FINAL,
                MACHINE,
                new SheetHours(
                        LocalDateTime.of(2024, 7, 28, 6, 0),
                        LocalDateTime.of(2024, 7, 28, 18, 31),
                        ZoneOffset.ofHours(-4)),
                List.of(310, 101),
                Map.of(
                        Figure.Count.NULL, 24,
                        Figure.Count.BLANK, 5,
                        Figure.Count.REGISTERED, 512,
                        Figure.Count.VOTERS, 440,
                        Figure.Count.BALLOTS, 440));
    }

    private static ElectionDefinition definition() {
        return definition(new Contest(
                PRESIDENT,
                "Presidencia",
                List.of(new Candidate(EG, "Edmundo G."), new Candidate(NM, "Nicolás M.")),
                List.of(new BallotOption(1, "MUD", EG), new BallotOption(2, "PSUV", NM))));
    }

    private static ElectionDefinition withWriteIn() {
        CandidateId other = new CandidateId("OTRA");
        return definition(new Contest(
                PRESIDENT,
                "Presidencia",
                List.of(
                        new Candidate(EG, "Edmundo G."),
                        new Candidate(NM, "Nicolás M."),
                        new Candidate(other, "Otra persona")),
                List.of(
                        new BallotOption(1, "MUD", EG),
                        new BallotOption(2, "PSUV", NM),
                        new BallotOption(3, "Otra persona", other)),
                other));
    }

    private static ElectionDefinition definition(Contest contest) {
        return new ElectionDefinition(
                "ve-2024",
                "Elección presidencial",
                ElectionDefinition.Origin.IMPORTED,
                List.of("estado", "municipio"),
                List.of(contest),
                List.of(
                        new Side(new SideId("authority"), "Autoridad"),
                        new Side(new SideId("opposition"), "Oposición")),
                List.of(
                        new Custodian(CNE, new SideId("authority"), "CNE"),
                        new Custodian(COMANDO, new SideId("opposition"), "Comando")),
                21_392_464L,
                30_026,
                CNE);
    }

    private static Source register() {
        return new Source(
                new SourceId(CNE, 1), Source.Kind.REGISTER, null, Provenance.OFFICIAL, List.of(), null, false, FILE);
    }

    private static Source announced(int number) {
        return new Source(
                new SourceId(CNE, number),
                Source.Kind.ANNOUNCED,
                PRESIDENT,
                Provenance.OFFICIAL,
                List.of(new Figure.OfCandidate(EG)),
                null,
                false,
                FILE);
    }

    private static Source copies() {
        return new Source(
                new SourceId(COMANDO, 1),
                Source.Kind.COPIES,
                PRESIDENT,
                Provenance.ACCREDITED,
                List.of(new Figure.OfCandidate(EG), new Figure.OfOption(2), Figure.Count.NULL, Figure.Count.REGISTERED),
                Instant.parse("2024-08-02T12:34:56Z"),
                true,
                FILE);
    }

    private static Announcement announcement() {
        return new Announcement(
                "bulletin-1",
                CNE,
                PRESIDENT,
                Instant.parse("2024-07-29T04:10:00Z"),
                new Coverage.Percent(Percentage.of("80.00"), Coverage.Base.UNSTATED, Coverage.Rounding.UNSTATED),
                true,
                List.of(
                        new AnnouncedFigure(new Subject.OfCandidate(NM), 5_150_092L, Percentage.of("51.20")),
                        new AnnouncedFigure(new Subject.OfCandidate(EG), 4_445_978L, Percentage.of("44.2")),
                        new AnnouncedFigure(
                                new Subject.OfGroup("otros", List.of(new CandidateId("LM"), new CandidateId("JB"))),
                                462_704L,
                                null),
                        new AnnouncedFigure(new Subject.OfCount(Figure.Count.VALID), null, Percentage.of("100"))));
    }
}
