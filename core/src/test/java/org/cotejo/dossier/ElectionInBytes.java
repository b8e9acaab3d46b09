package org.cotejo.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cotejo.base.CanonicalWriter;
import org.cotejo.bulletin.Announcement;
import org.cotejo.bulletin.Decision;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.Denial;
import org.cotejo.custody.HeldCertificate;
import org.cotejo.custody.Provenance;
import org.cotejo.custody.Retraction;
import org.cotejo.custody.SheetCopy;
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
import org.cotejo.definition.PlaceTree;
import org.cotejo.definition.Register;
import org.cotejo.definition.Side;
import org.cotejo.definition.SideId;
import org.cotejo.definition.SpokenHash;
import org.cotejo.definition.StationCode;
import org.cotejo.entry.Entry;
import org.cotejo.entry.EntryBlock;
import org.cotejo.entry.EntryWriter;
import org.cotejo.sheet.KeyAlgorithm;
import org.cotejo.tally.Cell;
import org.cotejo.tally.Cells;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;

/**
 * A small language for elections in tests, so that they read as tables. Entries come in the order of the calls, after one
 * definition; a station is listed by the first delivery that has it, as an import does it, unless a register was given before.
 *
 * <pre>
 * new ElectionInBytes()
 *     .contest("president", "A", "B")
 *     .side("authority", "cne").side("opposition", "party", "union")
 *     .copies("party", "A B null", "1: 10 20 3", "2: - ? 0", "3 opening: 0 0 0")
 *     .announced("cne", "A B", "1: 10 20", "2 by_hand: 5 6")
 * </pre>
 *
 * <p>A figure is a candidate's id, {@code option3}, or a count in small letters; a cell is a number, {@code -} for blank or
 * {@code ?} for illegible.
 */
public final class ElectionInBytes {
    private final List<Contest> contests = new ArrayList<>();
    private final List<Side> sides = new ArrayList<>();
    private final List<Custodian> custodians = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Integer> deliveries = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Set<String> listed = new LinkedHashSet<>();
    private boolean hasRegister;
    private int decisions;
    private String id = "election";
    private SpokenHash committed = new SpokenHash("0000" + " 0000".repeat(9));
    private ElectionDefinition.Origin origin = ElectionDefinition.Origin.DERIVED;
    private @Nullable Long roll;
    private @Nullable Integer stations;
    private @Nullable CustodianId announcer;

    /** A contest in which each candidate has one place on the ballot. */
    public ElectionInBytes contest(String id, String... candidates) {
        contests.add(new Contest(new ContestId(id), "Contest " + id, candidates(candidates), List.of()));
        return this;
    }

    /** A contest whose ballot positions name the candidates of {@code options} in order. */
    public ElectionInBytes contestWithOptions(String id, List<String> candidates, String... options) {
        List<BallotOption> positions = new ArrayList<>();
        for (String option : options) {
            int position = positions.size() + 1;
            positions.add(new BallotOption(position, "party " + position, new CandidateId(option)));
        }
        contests.add(new Contest(
                new ContestId(id), "Contest " + id, candidates(candidates.toArray(String[]::new)), positions));
        return this;
    }

    private static List<Candidate> candidates(String... ids) {
        return Stream.of(ids)
                .map(id -> new Candidate(new CandidateId(id), "Name of " + id))
                .toList();
    }

    /** A side with its custodians. */
    public ElectionInBytes side(String id, String... custodiansOfIt) {
        SideId side = new SideId(id);
        sides.add(new Side(side, "Side " + id));
        for (String custodian : custodiansOfIt) {
            custodians.add(new Custodian(new CustodianId(custodian), side, "Body " + custodian));
        }
        return this;
    }

    public ElectionInBytes announcer(String custodian) {
        announcer = new CustodianId(custodian);
        return this;
    }

    public ElectionInBytes roll(long voters) {
        roll = voters;
        return this;
    }

    public ElectionInBytes stationsInAll(int number) {
        stations = number;
        return this;
    }

    public ElectionInBytes imported() {
        origin = ElectionDefinition.Origin.IMPORTED;
        return this;
    }

    /** An imported register; each row {@code "code"}, {@code "code=voters"} or {@code "code=voters in State/Town"}. */
    public ElectionInBytes register(String custodian, String... rows) {
        SourceId id = open(given(custodian), Source.Kind.REGISTER, null, List.of());
        if (!hasRegister) {
            hasRegister = true;
            listed.clear();
        }
        return list(id, rows);
    }

    /** Stations as the last delivery sees them, first or again; rows as in {@link #register}. */
    public ElectionInBytes stations(String... rows) {
        Source last = entries.reversed().stream()
                .filter(Entry.SourceOpened.class::isInstance)
                .map(entry -> ((Entry.SourceOpened) entry).source())
                .findFirst()
                .orElseThrow();
        return list(last.id(), rows);
    }

    private ElectionInBytes list(SourceId by, String... rows) {
        for (String row : rows) {
            String[] parts = row.split(" in ", 2);
            String[] codeAndVoters = parts[0].split("=", 2);
            int voters = codeAndVoters.length == 2 ? Integer.parseInt(codeAndVoters[1]) : Register.UNKNOWN;
            int place = parts.length == 2 ? place(parts[1]) : PlaceTree.COUNTRY;
            entries.add(new Entry.StationListed(by, new StationCode(codeAndVoters[0]), place, voters));
            listed.add(codeAndVoters[0]);
        }
        return this;
    }

    /** The number of a place by its path, listed if it is new. */
    private int place(String path) {
        Integer known = places.get(path);
        if (known != null) {
            return known;
        }
        int slash = path.lastIndexOf('/');
        int parent = slash < 0 ? PlaceTree.COUNTRY : place(path.substring(0, slash));
        int number = places.size() + 1;
        places.put(path, number);
        entries.add(new Entry.PlaceListed(number, parent, path.substring(slash + 1)));
        return number;
    }

    /** A delivery with all that can be said of one; see {@link Given}. */
    public static Given given(String custodian) {
        return new Given(custodian);
    }

    public ElectionInBytes copies(String custodian, String figures, String... rows) {
        return copies(given(custodian), figures, rows);
    }

    public ElectionInBytes copies(Given given, String figures, String... rows) {
        return deliver(given, Source.Kind.COPIES, figures, rows);
    }

    public ElectionInBytes announced(String custodian, String figures, String... rows) {
        return announced(given(custodian), figures, rows);
    }

    public ElectionInBytes announced(Given given, String figures, String... rows) {
        return deliver(given, Source.Kind.ANNOUNCED, figures, rows);
    }

    private ElectionInBytes deliver(Given given, Source.Kind kind, String figures, String... rows) {
        ContestId contest = given.contest == null ? contests.getFirst().id() : new ContestId(given.contest);
        SourceId id = open(given, kind, contest, figures(figures));
        for (String row : rows) {
            StationFigures figuresOfRow = row(id, row);
            String code = figuresOfRow.station().value();
            if (!hasRegister && listed.add(code)) {
                entries.add(new Entry.StationListed(id, figuresOfRow.station(), PlaceTree.COUNTRY, Register.UNKNOWN));
            }
            entries.add(new Entry.FiguresGiven(figuresOfRow));
        }
        return this;
    }

    /** The key of a machine; it is made from the machine's name. */
    public ElectionInBytes key(String station, String machine) {
        return key(station, machine, KeyAlgorithm.ED25519, machine);
    }

    /** A key that is stated for a machine and belongs to {@code owner}. */
    public ElectionInBytes key(String station, String machine, KeyAlgorithm algorithm, String owner) {
        return entry(SheetsInBytes.key(station, machine, algorithm, owner));
    }

    /** Freezes the definition, stations and keys so far; sheets name it from now on. */
    public ElectionInBytes frozen() {
        Hash hash = DefinitionHash.of(Frame.of(blocks()), definition());
        committed = SpokenHash.of(hash);
        return entry(new Entry.DefinitionFrozen(hash));
    }

    public ElectionInBytes sheets(String custodian, String figures, String... rows) {
        return sheets(given(custodian), figures, rows);
    }

    /** A delivery of signed sheets; rows as {@link SheetsInBytes} says. */
    public ElectionInBytes sheets(Given given, String figures, String... rows) {
        ContestId contest = given.contest == null ? contests.getFirst().id() : new ContestId(given.contest);
        SourceId source = open(given, given.kind, contest, figures(figures));
        for (String row : rows) {
            SheetCopy copy = SheetsInBytes.copy(source, figures(figures), id, contest, committed, row);
            if (!hasRegister && listed.add(copy.station().value())) {
                entries.add(new Entry.StationListed(source, copy.station(), PlaceTree.COUNTRY, Register.UNKNOWN));
            }
            entries.add(new Entry.SheetGiven(copy));
        }
        return this;
    }

    /** A certificate of the count of receipts; a row as of a sheet, with the figures of the ballot, then unreadable and blank ones. */
    public ElectionInBytes certificate(String custodian, String row) {
        return entry(new Entry.CertificateGiven(new HeldCertificate(
                new CustodianId(custodian),
                SheetsInBytes.certificate(id, contests.getFirst().id(), committed, row))));
    }

    /** The log of a machine, as {@link MachineLogs#held} says. */
    public ElectionInBytes machineLog(String custodian, String row) {
        return entry(new Entry.MachineLogGiven(MachineLogs.held(new CustodianId(custodian), row)));
    }

    /** A delivery, written {@code custodian/number}, takes back what it has of a station. */
    public ElectionInBytes retracted(String station, String delivery) {
        String[] source = delivery.split("/", 2);
        return entry(new Entry.CopyRetracted(new Retraction(
                new StationCode(station),
                new SourceId(new CustodianId(source[0]), Integer.parseInt(source[1])),
                Retraction.Reason.MISREAD)));
    }

    public ElectionInBytes id(String electionId) {
        id = electionId;
        return this;
    }

    private SourceId open(Given given, Source.Kind kind, @Nullable ContestId contest, List<Figure> figures) {
        int number = deliveries.merge(given.custodian, 1, Integer::sum);
        SourceId id = new SourceId(new CustodianId(given.custodian), number);
        entries.add(new Entry.SourceOpened(new Source(
                id,
                kind,
                contest,
                given.provenance,
                figures,
                given.publishedAt,
                given.isPart,
                Sha256.of(id.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)))));
        return id;
    }

    private static StationFigures row(SourceId source, String row) {
        int colon = row.indexOf(':');
        List<String> head = words(row.substring(0, colon));
        StationFigures.Paper paper =
                head.contains("opening") ? StationFigures.Paper.OPENING_REPORT : StationFigures.Paper.FINAL;
        StationFigures.Way way = head.contains("by_hand")
                ? StationFigures.Way.BY_HAND
                : head.contains("transmitted") ? StationFigures.Way.TRANSMITTED : StationFigures.Way.UNSTATED;
        List<Cell> cells = words(row.substring(colon + 1)).stream()
                .map(ElectionInBytes::cell)
                .toList();
        return new StationFigures(source, new StationCode(head.getFirst()), paper, way, Cells.of(cells));
    }

    private static Cell cell(String word) {
        return switch (word) {
            case "-" -> new Cell.Blank();
            case "?" -> new Cell.Illegible();
            default -> new Cell.Written(Integer.parseInt(word));
        };
    }

    /** Figures by their names, in order. */
    public static List<Figure> figures(String names) {
        return words(names).stream().map(ElectionInBytes::figure).toList();
    }

    private static Figure figure(String name) {
        if (name.matches("option[0-9]+")) {
            return new Figure.OfOption(Integer.parseInt(name.substring("option".length())));
        }
        for (Figure.Count count : Figure.Count.values()) {
            if (count.name().toLowerCase(Locale.ROOT).equals(name)) {
                return count;
            }
        }
        return new Figure.OfCandidate(new CandidateId(name));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    public ElectionInBytes denied(String station, Denial.Kind kind, String custodian) {
        return entry(new Entry.DenialStated(
                new Denial(new StationCode(station), kind, new CustodianId(custodian), Denial.Form.SWORN, null, null)));
    }

    /** A decision about stations in all contests. */
    public ElectionInBytes decided(Decision.Kind kind, String... stationCodes) {
        return decidedIn(null, kind, stationCodes);
    }

    /** A decision about stations in one contest. */
    public ElectionInBytes decidedIn(@Nullable String contest, Decision.Kind kind, String... stationCodes) {
        return entry(new Entry.DecisionMade(new Decision(
                "decision-" + ++decisions,
                "Supreme Court",
                kind,
                LocalDate.of(2024, 8, 22),
                contest == null ? null : new ContestId(contest),
                Stream.of(stationCodes).map(StationCode::new).toList())));
    }

    public ElectionInBytes announcement(Announcement announcement) {
        return entry(new Entry.AnnouncementMade(announcement));
    }

    /** Any other entry, as it is. */
    public ElectionInBytes entry(Entry entry) {
        entries.add(entry);
        return this;
    }

    public ElectionDefinition definition() {
        return new ElectionDefinition(
                id,
                "Election in bytes",
                origin,
                List.of("state", "town"),
                contests,
                sides,
                custodians,
                roll,
                stations,
                announcer);
    }

    /** The definition, then all entries in the order of the calls. */
    public List<Entry> entries() {
        return Stream.concat(Stream.of(new Entry.DefinitionStated(definition())), entries.stream())
                .toList();
    }

    public List<EntryBlock> blocks() {
        return blocks(entries());
    }

    public Dossier dossier() {
        return Dossier.of(blocks());
    }

    /** Entries as a folder's segments hold them: in two blocks, neither at the beginning of its array. */
    public static List<EntryBlock> blocks(List<Entry> entries) {
        int half = entries.size() / 2;
        return List.of(block(entries.subList(0, half)), block(entries.subList(half, entries.size())));
    }

    private static EntryBlock block(List<Entry> entries) {
        byte[] before = {1, 2, 3};
        CanonicalWriter to = new CanonicalWriter().raw(before, 0, before.length);
        for (Entry entry : entries) {
            byte[] bytes = EntryWriter.bytes(entry);
            to.octet(bytes.length >>> 8).octet(bytes.length & 0xff).raw(bytes, 0, bytes.length);
        }
        int end = to.size();
        to.octet(99);
        return new EntryBlock(to.toBytes(), before.length, end);
    }

    /** What can be said of a delivery beside its figures. */
    public static final class Given {
        private final String custodian;
        private @Nullable String contest;
        private Provenance provenance = Provenance.PUBLISHED;
        private @Nullable Instant publishedAt;
        private boolean isPart;
        private Source.Kind kind = Source.Kind.COPIES;

        private Given(String custodian) {
            this.custodian = custodian;
        }

        /** For a contest that is not the first. */
        public Given in(String contestId) {
            contest = contestId;
            return this;
        }

        public Given provenance(Provenance value) {
            provenance = value;
            return this;
        }

        public Given published(String instant) {
            publishedAt = Instant.parse(instant);
            return this;
        }

        /** Signed sheets as announced results. */
        public Given announcing() {
            kind = Source.Kind.ANNOUNCED;
            return this;
        }

        public Given part() {
            isPart = true;
            return this;
        }
    }
}
