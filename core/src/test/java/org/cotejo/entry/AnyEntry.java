package org.cotejo.entry;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
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
import org.cotejo.crypto.Ed25519Key;
import org.cotejo.crypto.Ed25519Secret;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.AuditDue;
import org.cotejo.custody.Commitment;
import org.cotejo.custody.Correction;
import org.cotejo.custody.CustodyEvent;
import org.cotejo.custody.Denial;
import org.cotejo.custody.HeldCertificate;
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
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.Custodian;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.Side;
import org.cotejo.definition.SideId;
import org.cotejo.definition.StationCode;
import org.cotejo.sheet.AnySheet;
import org.cotejo.sheet.KeyAlgorithm;
import org.cotejo.sheet.MachineId;
import org.cotejo.sheet.StationKey;
import org.cotejo.tally.Cell;
import org.cotejo.tally.Cells;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;

/** Any valid entry of each kind: every field over its whole range, its limits and absence included. */
final class AnyEntry {
    private static final List<String> PIECES = List.of(
            "a", "B", "7", "0", ".", "-", "_", "ñ", "é", "Ж", "ह", "ि", "中", "ﷺ", "\ud835\udc9c", "\ud83d\uddf3");

    private AnyEntry() {}

    static Arbitrary<Entry> entry() {
        return Arbitraries.oneOf(
                definition().map(Entry.DefinitionStated::new),
                place(),
                station(),
                hash().map(Entry.DefinitionFrozen::new),
                source().map(Entry.SourceOpened::new),
                figures().map(Entry.FiguresGiven::new),
                correction().map(Entry.CorrectionMade::new),
                signatures().map(Entry.SignaturesSeen::new),
                Arbitraries.oneOf(
                        incident().map(Entry.IncidentReported::new),
                        denial().map(Entry.DenialStated::new),
                        custody().map(Entry.CustodyStepped::new),
                        roster().map(Entry.RosterPlanned::new),
                        audit().map(Entry.AuditScheduled::new)),
                announcement().map(Entry.AnnouncementMade::new),
                decision().map(Entry.DecisionMade::new),
                key().map(Entry.StationKeyStated::new),
                sheet().map(Entry.SheetGiven::new),
                Arbitraries.oneOf(
                        retraction().map(Entry.CopyRetracted::new),
                        commitment().map(Entry.AuditCommitted::new),
                        log().map(Entry.LogOpened::new),
                        publication().map(Entry.PublicationMade::new),
                        taken().map(Entry.PublicationTaken::new),
                        certificate().map(Entry.CertificateGiven::new),
                        AnyMachineLog.machineLog().map(Entry.MachineLogGiven::new),
                        AnyPicture.picture().map(Entry.PictureCommitted::new)));
    }

    /** Text of 1 to {@code most} characters, Latin or not, in one of the house's two widths: an id has no blanks. */
    private static Arbitrary<String> text(int most, List<String> pieces) {
        Arbitrary<Integer> sizes = Arbitraries.oneOf(Arbitraries.integers().between(1, 12), Arbitraries.just(most));
        return sizes.flatMap(size -> Arbitraries.of(pieces).list().ofSize(size).map(list -> {
            StringBuilder text = new StringBuilder();
            list.stream()
                    .filter(piece -> text.length() + piece.length() <= most)
                    .forEach(text::append);
            return text.toString();
        }));
    }

    static Arbitrary<String> id() {
        return text(60, PIECES);
    }

    static Arbitrary<String> plainId() {
        return text(60, List.of("a", "Z", "0", "9", ".", "_", "-"));
    }

    static Arbitrary<String> name() {
        List<String> withBlank = new ArrayList<>(PIECES);
        withBlank.addAll(List.of(" ", "'", "&", "<"));
        return text(200, withBlank)
                .map(text -> text.strip().replaceAll(" +", " "))
                .filter(text -> !text.isEmpty());
    }

    static Arbitrary<ElectionDefinition> definition() {
        Arbitrary<List<Side>> sides = Combinators.combine(id().map(SideId::new), name())
                .as(Side::new)
                .list()
                .ofMaxSize(4)
                .uniqueElements(Side::id);
        return Combinators.combine(
                        id(),
                        name(),
                        Arbitraries.of(ElectionDefinition.Origin.values()),
                        name().list().ofMaxSize(4),
                        AnyContest.contest().list().ofMaxSize(3).uniqueElements(Contest::id),
                        sides.flatMap(all -> custodians(all).map(each -> new Bodies(all, each))),
                        Arbitraries.longs().between(0, Long.MAX_VALUE - 1).injectNull(0.3),
                        Arbitraries.integers()
                                .between(0, ElectionDefinition.STATIONS_MOST)
                                .injectNull(0.3))
                .flatAs((id, title, origin, levels, contests, bodies, roll, stations) -> id().map(CustodianId::new)
                        .injectNull(0.5)
                        .map(announcer -> new ElectionDefinition(
                                id,
                                title,
                                origin,
                                levels,
                                contests,
                                bodies.sides(),
                                bodies.custodians(),
                                roll,
                                stations,
                                announcer)));
    }

    private record Bodies(List<Side> sides, List<Custodian> custodians) {}

    private static Arbitrary<List<Custodian>> custodians(List<Side> sides) {
        if (sides.isEmpty()) {
            return Arbitraries.just(List.of());
        }
        return Combinators.combine(id().map(CustodianId::new), Arbitraries.of(sides), name())
                .as((id, side, name) -> new Custodian(id, side.id(), name))
                .list()
                .ofMaxSize(5)
                .uniqueElements(Custodian::id);
    }

    static Arbitrary<Entry> place() {
        return Combinators.combine(Arbitraries.integers().between(1, Entry.PLACES_MOST), name())
                .flatAs((number, name) -> Arbitraries.integers()
                        .between(0, number - 1)
                        .map(parent -> new Entry.PlaceListed(number, parent, name)));
    }

    static Arbitrary<Entry> station() {
        return Combinators.combine(
                        sourceId(),
                        stationCode(),
                        Arbitraries.integers().between(0, Entry.PLACES_MOST),
                        Arbitraries.integers().between(-1, Cell.MOST))
                .as(Entry.StationListed::new);
    }

    static Arbitrary<Source> source() {
        Arbitrary<List<Figure>> figures = figure().list().ofMaxSize(12).uniqueElements();
        return Combinators.combine(
                        sourceId(),
                        Arbitraries.of(Source.Kind.values()),
                        id().map(ContestId::new),
                        Arbitraries.of(Provenance.values()),
                        figures,
                        time(),
                        Arbitraries.of(true, false),
                        hash())
                .as((id, kind, contest, provenance, all, published, isPart, file) -> {
                    boolean isRegister = kind == Source.Kind.REGISTER;
                    return new Source(
                            id,
                            kind,
                            isRegister ? null : contest,
                            provenance,
                            isRegister ? List.of() : all,
                            published,
                            isPart,
                            file);
                });
    }

    private static Arbitrary<Figure> figure() {
        return Arbitraries.oneOf(
                candidateId().map(Figure.OfCandidate::new),
                Arbitraries.integers().between(1, Contest.OPTIONS_MOST).map(Figure.OfOption::new),
                Arbitraries.of(Figure.Count.values()));
    }

    static Arbitrary<StationFigures> figures() {
        Arbitrary<Cell> cell = Arbitraries.oneOf(
                Arbitraries.just(new Cell.Blank()),
                Arbitraries.just(new Cell.Illegible()),
                Arbitraries.integers().between(0, 700).map(Cell.Written::new),
                Arbitraries.integers().between(0, Cell.MOST).map(Cell.Written::new));
        return Combinators.combine(
                        sourceId(),
                        stationCode(),
                        Arbitraries.of(StationFigures.Paper.values()),
                        Arbitraries.of(StationFigures.Way.values()),
                        cell.list().ofMaxSize(40).map(Cells::of))
                .as(StationFigures::new);
    }

    static Arbitrary<Correction> correction() {
        return Combinators.combine(stationCode(), sourceId(), sourceId(), Arbitraries.of(Correction.Reason.values()))
                .filter((_, original, corrected, _) -> !original.equals(corrected))
                .as(Correction::new);
    }

    static Arbitrary<SignatureSlots> signatures() {
        Arbitrary<SignatureSlot> slot = Combinators.combine(
                        Arbitraries.of(SignatureSlot.Role.values()),
                        id().map(SideId::new).injectNull(0.4),
                        Arbitraries.integers().between(1, SignatureSlot.SLOTS_MOST),
                        Arbitraries.of(SignatureSlot.State.values()))
                .as(SignatureSlot::new);
        Arbitrary<List<SignatureSlot>> slots =
                slot.list().ofMaxSize(SignatureSlot.SLOTS_MOST).uniqueElements(s -> List.of(s.role(), s.number()));
        return Combinators.combine(stationCode(), custodianId(), slots).as(SignatureSlots::new);
    }

    static Arbitrary<Incident> incident() {
        return Combinators.combine(stationCode(), Arbitraries.of(Incident.Kind.values()), custodianId(), hour())
                .as(Incident::new);
    }

    static Arbitrary<Denial> denial() {
        return Combinators.combine(
                        stationCode(),
                        Arbitraries.of(Denial.Kind.values()),
                        custodianId(),
                        Arbitraries.of(Denial.Form.values()),
                        hour(),
                        hash().injectNull(0.5))
                .as(Denial::new);
    }

    static Arbitrary<CustodyEvent> custody() {
        return Combinators.combine(
                        stationCode(),
                        Arbitraries.of(CustodyEvent.Item.values()),
                        Arbitraries.of(CustodyEvent.Step.values()),
                        custodianId().injectNull(0.3),
                        custodianId().injectNull(0.3),
                        text(CustodyEvent.SEAL_MOST, List.of("A", "z", "0", "9", "-"))
                                .injectNull(0.3),
                        hour())
                .filter((_, _, step, from, to, _, _) ->
                        step != CustodyEvent.Step.HANDED_OVER || from != null && to != null)
                .as((station, item, step, from, to, seal, hour) ->
                        new CustodyEvent(station, item, step, from, to, seal == null ? "" : seal, hour));
    }

    static Arbitrary<RosterPlace> roster() {
        return Combinators.combine(stationCode(), custodianId(), Arbitraries.of(true, false))
                .as(RosterPlace::new);
    }

    static Arbitrary<AuditDue> audit() {
        return Combinators.combine(
                        plainId(),
                        name(),
                        name().injectNull(0.3),
                        day(),
                        Arbitraries.of(AuditDue.State.values()),
                        day())
                .as((id, title, law, due, state, done) -> new AuditDue(
                        id, title, law == null ? "" : law, due, state, state == AuditDue.State.DONE ? done : null));
    }

    static Arbitrary<Announcement> announcement() {
        Arbitrary<AnnouncedFigure> figure = Combinators.combine(
                        subject(),
                        Arbitraries.longs().between(0, Long.MAX_VALUE - 1).injectNull(0.3),
                        percentage().injectNull(0.3))
                .filter((_, count, percentage) -> count != null || percentage != null)
                .as(AnnouncedFigure::new);
        return Combinators.combine(
                        plainId(),
                        custodianId(),
                        id().map(ContestId::new),
                        time(),
                        coverage(),
                        Arbitraries.of(true, false),
                        figure.list()
                                .ofMinSize(1)
                                .ofMaxSize(8)
                                .uniqueElements(f -> f.subject().toString()))
                .as(Announcement::new);
    }

    private static Arbitrary<Subject> subject() {
        return Arbitraries.oneOf(
                candidateId().map(Subject.OfCandidate::new),
                Combinators.combine(
                                id(),
                                candidateId().list().ofMinSize(1).ofMaxSize(4).uniqueElements())
                        .as(Subject.OfGroup::new),
                Arbitraries.of(Figure.Count.values()).map(Subject.OfCount::new));
    }

    private static Arbitrary<Percentage> percentage() {
        return Arbitraries.integers()
                .between(0, Percentage.DECIMALS_MOST)
                .flatMap(decimals -> Arbitraries.bigIntegers()
                        .between(BigInteger.ZERO, BigInteger.TEN.pow(decimals + 2))
                        .map(units -> new Percentage(new BigDecimal(units, decimals))));
    }

    private static Arbitrary<Coverage> coverage() {
        return Arbitraries.oneOf(
                Arbitraries.just(new Coverage.Full()),
                Arbitraries.integers().greaterOrEqual(0).map(Coverage.Stations::new),
                Arbitraries.longs().greaterOrEqual(0).map(Coverage.Registered::new),
                Combinators.combine(
                                percentage(),
                                Arbitraries.of(Coverage.Base.values()),
                                Arbitraries.of(Coverage.Rounding.values()))
                        .as(Coverage.Percent::new));
    }

    static Arbitrary<Decision> decision() {
        return Combinators.combine(
                        plainId(),
                        name(),
                        Arbitraries.of(Decision.Kind.values()),
                        day(),
                        id().map(ContestId::new).injectNull(0.5),
                        stationCode().list().ofMinSize(1).ofMaxSize(20))
                .as(Decision::new);
    }

    static Arbitrary<StationKey> key() {
        return Combinators.combine(
                        stationCode(), id().map(MachineId::new), Arbitraries.of(KeyAlgorithm.values()), publicKey())
                .as(StationKey::new);
    }

    /** A few keys; making one takes as long as signing. */
    private static Arbitrary<Ed25519Key> publicKey() {
        return Arbitraries.of(KEYS);
    }

    private static final List<Ed25519Key> KEYS = IntStream.range(0, 8)
            .mapToObj(i -> Ed25519Secret.ofSeed(Sha256.of(new byte[] {(byte) i}).bytes())
                    .verifyKey())
            .toList();

    static Arbitrary<SheetCopy> sheet() {
        return Combinators.combine(
                        sourceId(), Arbitraries.of(StationFigures.Way.values()), stationCode(), AnySheet.signed())
                .as(SheetCopy::new);
    }

    static Arbitrary<HeldCertificate> certificate() {
        return Combinators.combine(custodianId(), AnySheet.certificate()).as(HeldCertificate::new);
    }

    static Arbitrary<Retraction> retraction() {
        return Combinators.combine(stationCode(), sourceId(), Arbitraries.of(Retraction.Reason.values()))
                .as(Retraction::new);
    }

    static Arbitrary<Commitment> commitment() {
        return Combinators.combine(plainId(), Arbitraries.of(Commitment.Kind.values()), day(), hash())
                .as(Commitment::new);
    }

    private static Arbitrary<LogOrigin> origin() {
        return text(200, List.of("a", "Z", "0", ".", "-", "ñ", "中"))
                .filter(text -> text.getBytes(StandardCharsets.UTF_8).length <= 240)
                .map(LogOrigin::new);
    }

    static Arbitrary<PublicLog> log() {
        return Combinators.combine(origin(), publicKey(), custodianId().injectNull(0.3))
                .as(PublicLog::new);
    }

    static Arbitrary<Publication> publication() {
        return Combinators.combine(
                        Arbitraries.longs().greaterOrEqual(0),
                        Arbitraries.longs().between(0, Instant.MAX.getEpochSecond()),
                        hash())
                .as((entries, at, manifest) -> new Publication(entries, Instant.ofEpochSecond(at), manifest));
    }

    static Arbitrary<TakenPublication> taken() {
        return Combinators.combine(
                        origin(),
                        Arbitraries.longs().greaterOrEqual(1),
                        hash(),
                        hash(),
                        Combinators.combine(sourceId(), sourceId())
                                .as(TakenPublication.Taken::new)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(4)
                                .uniqueElements(TakenPublication.Taken::here))
                .as(TakenPublication::new);
    }

    static Arbitrary<StationCode> stationCode() {
        return id().map(StationCode::new);
    }

    static Arbitrary<CustodianId> custodianId() {
        return id().map(CustodianId::new);
    }

    static Arbitrary<CandidateId> candidateId() {
        return id().map(CandidateId::new);
    }

    private static Arbitrary<SourceId> sourceId() {
        return Combinators.combine(custodianId(), Arbitraries.integers().between(1, SourceId.NUMBER_MOST))
                .as(SourceId::new);
    }

    static Arbitrary<Hash> hash() {
        return Arbitraries.bytes().array(byte[].class).ofSize(Hash.SIZE).map(Hash::new);
    }

    private static Arbitrary<@Nullable Instant> time() {
        return Arbitraries.longs()
                .between(0, Instant.MAX.getEpochSecond())
                .map(Instant::ofEpochSecond)
                .injectNull(0.3);
    }

    private static Arbitrary<@Nullable Instant> hour() {
        return Arbitraries.longs()
                .between(0, 100_000_000)
                .map(hours -> Instant.EPOCH.plus(hours, ChronoUnit.HOURS))
                .injectNull(0.3);
    }

    private static Arbitrary<LocalDate> day() {
        return Arbitraries.longs().between(0, 1_000_000).map(LocalDate::ofEpochDay);
    }
}
