package org.cotejo.dossier;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.cotejo.base.Workers;
import org.cotejo.bulletin.Announcement;
import org.cotejo.bulletin.Decision;
import org.cotejo.custody.AuditDue;
import org.cotejo.custody.Commitment;
import org.cotejo.custody.CommittedPicture;
import org.cotejo.custody.CustodyEvent;
import org.cotejo.custody.HeldLog;
import org.cotejo.custody.RosterPlace;
import org.cotejo.custody.SignatureSlots;
import org.cotejo.custody.Source;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.StationCode;
import org.cotejo.entry.Entry;
import org.cotejo.entry.EntryBlock;
import org.cotejo.entry.FiguresBytes;
import org.cotejo.sheet.CountCertificate;

/**
 * The election as its entries state it: the frame, every station's figures by source, and what is on record beside them. The
 * bytes of the figures stay where they are and are read when somebody asks. Safe for use by several threads, each with a
 * {@link FiguresBytes} cursor of its own.
 */
public final class Dossier {
    /** Stands for "no more rows". */
    public static final int NO_ROW = FigureRows.NONE;

    private static final int SHARED_MOST = 1 << 14;

    private final Frame frame;
    private final ElectionDefinition definition;
    private final FigureRows rows;
    private final StationRecords.Book records;
    private final Map<String, Announcement> announcements = new LinkedHashMap<>();
    private final List<Announcement> replaced = new ArrayList<>();
    private final Map<String, AuditDue> audits = new LinkedHashMap<>();
    private final List<Decision> decisions = new ArrayList<>();
    private final Map<Integer, List<Decision>> decisionsByStation = new HashMap<>();
    private final List<Commitment> commitments = new ArrayList<>();
    private final List<Finding> findings;
    private final Map<Object, Object> shared = new HashMap<>();
    /** Of each row what checking its signature gave, packed; none where no row is of a signed sheet. */
    private byte[] verdicts = new byte[0];

    private Dossier(Frame frame, ElectionDefinition definition, FigureRows rows, List<Finding> findings) {
        this.frame = frame;
        this.definition = definition;
        this.rows = rows;
        this.findings = findings;
        this.records = new StationRecords.Book(frame.register().size());
    }

    /**
     * Folds blocks of entries, in their order. Throws {@link FoldException} where they can't follow each other, are no entries,
     * or state no election at all.
     */
    public static Dossier of(List<EntryBlock> blocks) {
        return DossierReading.inPlace(blocks);
    }

    /** The election of entries whose frame is known, by its figures and records. */
    static Dossier of(Frame frame, RowFold figures, RecordReader records) {
        ElectionDefinition definition =
                frame.definition().orElseThrow(() -> new FoldException("nothing was imported into this folder yet"));
        for (Source source : frame.sources()) {
            if (definition.custodian(source.id().custodian()).isEmpty()) {
                throw new FoldException(
                        "source " + source.id() + " is of a custodian whom the definition does not know");
            }
        }
        List<Finding> findings = new ArrayList<>();
        int[] contests = contestsOf(frame.sources(), definition, findings);
        FigureRows rows = figures.finish(definition.contests().size(), contests, findings);
        Dossier dossier = new Dossier(frame, definition, rows, findings);
        records.forEach(dossier::take);
        frame.pictures().all().forEach(dossier::take);
        try (ExecutorService pool = Workers.pool(1)) {
            Future<List<Finding>> ofFrame = pool.submit(() -> FrameFindings.of(frame, definition));
            boolean hasSheets = rows.hasSheets();
            if (hasSheets || frame.keys().size() > 0) {
                byte[] verdicts = SheetChecks.run(frame, definition, rows, findings);
                dossier.verdicts = hasSheets ? verdicts : dossier.verdicts;
            }
            findings.addAll(Workers.await(ofFrame));
        }
        findings.addAll(dossier.recordFindings());
        return dossier;
    }

    /** The place of each source's contest in the definition, -1 for none; figures of a contest that it lacks are a finding. */
    private static int[] contestsOf(List<Source> sources, ElectionDefinition definition, List<Finding> findings) {
        List<ContestId> known = definition.contests().stream().map(Contest::id).toList();
        int[] contests = new int[sources.size()];
        for (int i = 0; i < contests.length; i++) {
            ContestId contest = sources.get(i).contest();
            contests[i] = contest == null ? -1 : known.indexOf(contest);
            if (contest != null && contests[i] < 0) {
                findings.add(Finding.at(
                        DossierFinding.UNKNOWN_CONTEST,
                        Finding.NOWHERE,
                        Finding.NOWHERE,
                        sources.get(i).id().toString(),
                        contest.value()));
            }
        }
        return contests;
    }

    private void take(Entry entry) {
        switch (entry) {
            case Entry.DenialStated(var denial) -> open(denial.station()).add(denial);
            case Entry.IncidentReported(var incident) ->
                open(incident.station()).add(incident);
            case Entry.SignaturesSeen(var slots) -> take(slots);
            case Entry.CustodyStepped(var event) -> take(event);
            case Entry.CorrectionMade(var correction) ->
                open(correction.station()).add(correction);
            case Entry.RosterPlanned(var place) -> take(place);
            case Entry.CopyRetracted(var retraction) ->
                open(retraction.station()).add(retraction);
            case Entry.CertificateGiven(var held) ->
                open(held.certificate().station()).add(held);
            case Entry.MachineLogGiven(var held) -> open(held.station()).add(held);
            case Entry.AuditCommitted(Commitment commitment) -> commitments.add(commitment);
            case Entry.AuditScheduled(AuditDue audit) -> audits.put(audit.id(), audit);
            case Entry.AnnouncementMade(Announcement announcement) -> announce(announcement);
            case Entry.DecisionMade(Decision decision) -> decide(decision);
            case Entry.DefinitionStated _,
                    Entry.PlaceListed _,
                    Entry.StationListed _,
                    Entry.DefinitionFrozen _,
                    Entry.SourceOpened _,
                    Entry.FiguresGiven _,
                    Entry.SheetGiven _,
                    Entry.StationKeyStated _,
                    Entry.LogOpened _,
                    Entry.PublicationMade _,
                    Entry.PublicationTaken _,
                    Entry.PictureCommitted _ -> {
                // in the frame or in the rows
            }
        }
    }

    /** A picture whose body says of which station it is. */
    private void take(CommittedPicture picture) {
        StationCode station = picture.station();
        if (station != null) {
            open(station).add(picture);
        }
    }

    /** Keeps slots in little memory: a country has millions of slots, and some dozens of ways in which a sheet is signed. */
    private void take(SignatureSlots slots) {
        StationRecords of = open(slots.station());
        of.add(new SignatureSlots(of.shared(slots.station()), share(slots.holder()), share(slots.slots())));
    }

    private void take(RosterPlace place) {
        StationRecords of = open(place.station());
        of.add(new RosterPlace(of.shared(place.station()), share(place.body()), place.isAccredited()));
    }

    private void take(CustodyEvent event) {
        StationRecords of = open(event.station());
        CustodianId from = event.from();
        CustodianId to = event.to();
        of.add(new CustodyEvent(
                of.shared(event.station()),
                event.item(),
                event.step(),
                from == null ? null : share(from),
                to == null ? null : share(to),
                event.seal(),
                event.hour()));
    }

    @SuppressWarnings(
            "unchecked") // what is kept under a value equals it: neither records of one kind nor lists of slots equal
    // anything else
    private <T> T share(T value) {
        if (shared.size() >= SHARED_MOST) {
            return value;
        }
        return (T) shared.computeIfAbsent(value, same -> same);
    }

    private StationRecords open(StationCode code) {
        int station = frame.register().find(code);
        if (station < 0) {
            findings.add(Finding.at(
                    DossierFinding.RECORD_OF_UNKNOWN_STATION, Finding.NOWHERE, Finding.NOWHERE, code.value()));
        }
        return records.open(station, code);
    }

    private void announce(Announcement announcement) {
        Announcement before = announcements.put(announcement.id(), announcement);
        if (before != null && !before.equals(announcement)) {
            replaced.add(before);
        }
    }

    private void decide(Decision decision) {
        decisions.add(decision);
        for (StationCode code : decision.stations()) {
            int station = frame.register().find(code);
            if (station >= 0) {
                decisionsByStation
                        .computeIfAbsent(station, _ -> new ArrayList<>())
                        .add(decision);
            }
        }
    }

    private List<Finding> recordFindings() {
        List<Finding> found = new ArrayList<>();
        for (AuditDue audit : audits.values()) {
            if (audit.state() == AuditDue.State.CANCELLED) {
                found.add(Finding.at(
                        DossierFinding.AUDIT_CANCELLED, Finding.NOWHERE, Finding.NOWHERE, audit.title(), day(audit)));
            } else if (audit.isLate()) {
                found.add(Finding.at(
                        DossierFinding.AUDIT_LATE,
                        Finding.NOWHERE,
                        Finding.NOWHERE,
                        audit.title(),
                        day(audit),
                        String.valueOf(audit.doneOn())));
            }
        }
        for (Decision decision : decisions) {
            if (decision.kind() == Decision.Kind.CERTIFIED_WITHOUT_FIGURES) {
                found.add(Finding.at(
                        DossierFinding.CERTIFIED_WITHOUT_FIGURES,
                        Finding.NOWHERE,
                        Finding.NOWHERE,
                        decision.body(),
                        decision.day().toString()));
            }
        }
        return found;
    }

    private static String day(AuditDue audit) {
        return audit.due().toString();
    }

    public Frame frame() {
        return frame;
    }

    public ElectionDefinition definition() {
        return definition;
    }

    /** Number of rows of figures at listed stations. */
    public int rows() {
        return rows.size();
    }

    /** The first row of a station in a contest, or {@link #NO_ROW}; rows come in the order of the entries. */
    public int firstRow(int contest, int station) {
        return rows.first(contest, station);
    }

    /** The row after this one at the same station, or {@link #NO_ROW}. */
    public int nextRow(int row) {
        return rows.next(row);
    }

    /** The source of a row, by its index in {@link Frame#sources}. */
    public int sourceOf(int row) {
        return rows.source(row);
    }

    /** The array in which what a row says lies: shared, not to be changed. */
    public byte[] bytes(int row) {
        return rows.bytes(row);
    }

    /** Whether two rows, signed sheets or not both, say the same of their station, byte for byte. */
    public boolean saysSame(int row, int other) {
        return rows.saysSame(row, other);
    }

    /** Points a cursor at what a row says; its source is {@link #sourceOf}. */
    public FiguresBytes point(FiguresBytes cursor, int row) {
        return rows.point(cursor, row);
    }

    /** Whether any row is of a signed sheet, so that most readers need not ask for each. */
    public boolean hasSheets() {
        return verdicts.length > 0;
    }

    /** What checking the signature of a row gave; checked once, when the entries were folded. */
    public SignatureVerdict verdictOf(int row) {
        return verdicts.length == 0 ? SignatureVerdict.UNSIGNED : SheetChecks.unpack(verdicts[row]);
    }

    /** How many rows of signed sheets have each verdict; verdicts that none has are left out. */
    public Map<SignatureVerdict, Integer> signatureCounts() {
        Map<SignatureVerdict, Integer> counts = new EnumMap<>(SignatureVerdict.class);
        for (byte packed : verdicts) {
            SignatureVerdict verdict = SheetChecks.unpack(packed);
            if (verdict != SignatureVerdict.UNSIGNED) {
                counts.merge(verdict, 1, Integer::sum);
            }
        }
        return counts;
    }

    /** What checking the signature of a certificate gives; it is checked whenever it is asked for, since there are few. */
    public SignatureVerdict verdictOf(CountCertificate certificate) {
        return CertificateCheck.verdict(frame, definition, certificate);
    }

    /** Whether a log is that of the machine it is said to be of, by the key that the definition lists. */
    public SignatureVerdict verdictOf(HeldLog log) {
        return CertificateCheck.verdict(frame, log);
    }

    /** What is on record of a station beside figures. */
    public StationRecords records(int station) {
        return records.of(station);
    }

    /** Whether any station has a decision, so that most readers need not ask for each. */
    public boolean hasStationDecisions() {
        return !decisionsByStation.isEmpty();
    }

    /** Decisions that name a station, in the order in which they were made. */
    public List<Decision> decisionsAbout(int station) {
        return List.copyOf(decisionsByStation.getOrDefault(station, List.of()));
    }

    /** The newest version of each announcement, in the order of the first ones. */
    public List<Announcement> announcements() {
        return List.copyOf(announcements.values());
    }

    /** Older versions of announcements, which stay in view. */
    public List<Announcement> replacedAnnouncements() {
        return List.copyOf(replaced);
    }

    /** The newest state of each audit due. */
    public List<AuditDue> audits() {
        return List.copyOf(audits.values());
    }

    /** What audits committed to, in order. */
    public List<Commitment> commitments() {
        return List.copyOf(commitments);
    }

    public List<Decision> decisions() {
        return List.copyOf(decisions);
    }

    /** The deliveries, in the order in which they came in. */
    public List<Source> sources() {
        return frame.sources();
    }

    /** What the folding found by itself. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }
}
