package org.cotejo.site;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cotejo.base.CanonicalWriter;
import org.cotejo.bulletin.Announcement;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.Provenance;
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
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.Dossier;
import org.cotejo.entry.Entry;
import org.cotejo.entry.EntryBlock;
import org.cotejo.entry.EntryWriter;
import org.cotejo.reconcile.Reconciler;
import org.cotejo.tally.Cell;
import org.cotejo.tally.Cells;
import org.cotejo.tally.Figure;

/**
 * A country made of paper for tests: states, municipalities and parishes with stations whose figures follow from their
 * number, copies of several custodians, and every kind of trouble at a few stations. The same calls give the same entries.
 */
final class PaperCountry {
    static final CustodianId AUTHORITY = new CustodianId("authority");
    private static final String[] BODIES = {"alliance", "union", "observers", "front", "neighbours", "press"};
    private static final String[] SIDES = {"opposition", "opposition", "civil", "government", "civil", "press"};
    private static final String[] NAMES = {
        "Alianza Cívica",
        "Unión Democrática",
        "Red de Observación",
        "Frente Nacional",
        "Vecinos del Barrio",
        "Prensa Libre"
    };
    static final String[] CANDIDATES = {"AR", "BM", "CP", "DS"};
    private static final String[] CANDIDATE_NAMES = {"Ana Rojas", "Bruno Medina", "Carla Prieto", "Diego Salas"};
    static final Instant NIGHT = Instant.parse("2031-07-28T22:00:00Z");

    private final int stations;
    private int copies = 3;
    private int contests = 1;
    private int unlisted;
    private boolean isFlat;
    private boolean publishes;
    private boolean isTroubled = true;
    private boolean hasStatedRoll = true;
    private boolean isFirstOfNames;
    private String stateName = "Estado";
    private String codePrefix = "";
    private final List<Announcement> announcements = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    PaperCountry(int stations) {
        this.stations = stations;
    }

    PaperCountry copies(int number) {
        copies = number;
        return this;
    }

    PaperCountry contests(int number) {
        contests = number;
        return this;
    }

    PaperCountry unlisted(int number) {
        unlisted = number;
        return this;
    }

    /** All stations directly in the country. */
    PaperCountry flat() {
        isFlat = true;
        return this;
    }

    /** The authority publishes the result of each station. */
    PaperCountry published() {
        publishes = true;
        return this;
    }

    /** Everybody is honest and nothing is missing. */
    PaperCountry honest() {
        isTroubled = false;
        return this;
    }

    /** The first candidate is the position at which voters write names. */
    PaperCountry namesFirst() {
        isFirstOfNames = true;
        return this;
    }

    PaperCountry withoutRegister() {
        hasStatedRoll = false;
        return this;
    }

    PaperCountry states(String name) {
        stateName = name;
        return this;
    }

    PaperCountry codes(String prefix) {
        codePrefix = prefix;
        return this;
    }

    PaperCountry announcement(Announcement announcement) {
        announcements.add(announcement);
        return this;
    }

    /** The report of this country. */
    ReportInput input() {
        return PaperReport.of(Reconciler.reconcile(dossier()));
    }

    Dossier dossier() {
        entries.clear();
        entries.add(new Entry.DefinitionStated(definition()));
        places();
        register();
        for (int contest = 0; contest < contests; contest++) {
            for (int body = 0; body < copies; body++) {
                deliver(contest, body);
            }
            if (publishes) {
                publish(contest);
            }
        }
        announcements.forEach(one -> entries.add(new Entry.AnnouncementMade(one)));
        if (isTroubled) {
            PaperRecords.addTo(entries, code(4 % stations), code(5 % stations));
        }
        return Dossier.of(List.of(block(entries)));
    }

    private ElectionDefinition definition() {
        List<Custodian> custodians = new ArrayList<>();
        custodians.add(new Custodian(AUTHORITY, new SideId("authority"), "Junta Electoral"));
        for (int body = 0; body < BODIES.length; body++) {
            custodians.add(new Custodian(new CustodianId(BODIES[body]), new SideId(SIDES[body]), NAMES[body]));
        }
        List<Side> sides = Stream.of(
                        "authority:Autoridad",
                        "opposition:Oposición",
                        "civil:Observación",
                        "government:Gobierno",
                        "press:Prensa")
                .map(side -> side.split(":", 2))
                .map(side -> new Side(new SideId(side[0]), side[1]))
                .toList();
        List<Contest> all = new ArrayList<>();
        for (int i = 0; i < contests; i++) {
            all.add(new Contest(
                    contest(i),
                    i == 0 ? "Presidencia" : "Cargo " + (i + 1),
                    candidates(),
                    List.of(),
                    isFirstOfNames ? new CandidateId(CANDIDATES[0]) : null));
        }
        return new ElectionDefinition(
                "paper-2031",
                "Elección de papel 2031",
                ElectionDefinition.Origin.IMPORTED,
                isFlat ? List.of() : List.of("estado", "municipio", "parroquia"),
                all,
                sides,
                custodians,
                hasStatedRoll ? Long.valueOf((stations + unlisted) * 600L) : null,
                unlisted == 0 ? null : Integer.valueOf(stations + unlisted),
                AUTHORITY);
    }

    private static ContestId contest(int index) {
        return new ContestId(index == 0 ? "president" : "contest-" + (index + 1));
    }

    private static List<Candidate> candidates() {
        return IntStream.range(0, CANDIDATES.length)
                .mapToObj(i -> new Candidate(new CandidateId(CANDIDATES[i]), CANDIDATE_NAMES[i]))
                .toList();
    }

    /** One state for 240 stations, in each 3 municipalities of 4 parishes of 20 stations. */
    private void places() {
        int number = 1;
        for (int state = 0; !isFlat && state * 240 < stations; state++) {
            int stateNumber = number++;
            entries.add(new Entry.PlaceListed(stateNumber, 0, stateName + " " + (state + 1)));
            for (int municipality = 0; municipality < 3; municipality++) {
                int municipalityNumber = number++;
                entries.add(new Entry.PlaceListed(municipalityNumber, stateNumber, "Municipio " + (municipality + 1)));
                for (int parish = 0; parish < 4; parish++) {
                    entries.add(new Entry.PlaceListed(number++, municipalityNumber, "Parroquia Ñandú " + (parish + 1)));
                }
            }
        }
    }

    private int place(int station) {
        if (isFlat) {
            return 0;
        }
        int state = station / 240;
        int parish = station % 240 / 20;
        return state * 16 + 1 + (parish / 4) * 5 + 1 + parish % 4 + 1;
    }

    StationCode code(int station) {
        return new StationCode(codePrefix + String.format("%06d", station + 1));
    }

    private void register() {
        SourceId id = open(AUTHORITY, Source.Kind.REGISTER, -1, List.of(), Provenance.OFFICIAL);
        for (int station = 0; station < stations; station++) {
            entries.add(new Entry.StationListed(
                    id, code(station), place(station), hasStatedRoll ? 520 + station % 90 : -1));
        }
    }

    private SourceId open(
            CustodianId custodian, Source.Kind kind, int contest, List<Figure> figures, Provenance provenance) {
        long before = entries.stream()
                .filter(e -> e instanceof Entry.SourceOpened(Source s)
                        && s.id().custodian().equals(custodian))
                .count();
        SourceId id = new SourceId(custodian, (int) before + 1);
        entries.add(new Entry.SourceOpened(new Source(
                id,
                kind,
                contest < 0 ? null : contest(contest),
                provenance,
                figures,
                kind == Source.Kind.COPIES ? NIGHT.plusSeconds(3_600L * entries.size() % 86_400) : null,
                false,
                Sha256.of(id.toString().getBytes(StandardCharsets.UTF_8)))));
        return id;
    }

    private static List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        Stream.of(CANDIDATES).forEach(id -> figures.add(new Figure.OfCandidate(new CandidateId(id))));
        figures.add(Figure.Count.NULL);
        figures.add(Figure.Count.BLANK);
        return figures;
    }

    /** What the sheet of a station says: candidates, null, blank. */
    static int[] truth(int contest, int station) {
        int mix = (station * 7919 + contest * 104_729) % 101;
        return new int[] {210 + mix, 95 + mix * 2 / 3, 12 + mix % 9, 3 + mix % 5, mix % 4, 1 + mix % 6};
    }

    private void deliver(int contest, int body) {
        SourceId id = open(new CustodianId(BODIES[body]), Source.Kind.COPIES, contest, figures(), Provenance.PUBLISHED);
        for (int station = 0; station < stations; station++) {
            int[] cells = truth(contest, station);
            if (isTroubled && lacks(body, station)) {
                continue;
            }
            if (isTroubled && station % 47 == 5 && body == 2) {
                cells[0] += 10;
            }
            if (isTroubled && station % 61 == 8) {
                cells[1] = Cells.ILLEGIBLE;
            }
            entries.add(new Entry.FiguresGiven(new StationFigures(
                    id, code(station), StationFigures.Paper.FINAL, StationFigures.Way.UNSTATED, cells(cells))));
        }
    }

    private static boolean lacks(int body, int station) {
        return station % 9 == 4 || body > 0 && station % 5 == 2;
    }

    private void publish(int contest) {
        SourceId id = open(AUTHORITY, Source.Kind.ANNOUNCED, contest, figures(), Provenance.OFFICIAL);
        for (int station = 0; station < stations; station++) {
            int[] cells = truth(contest, station);
            if (isTroubled && station % 43 == 6) {
                cells[1] += 100;
                cells[0] -= 90;
            }
            entries.add(new Entry.FiguresGiven(new StationFigures(
                    id,
                    code(station),
                    StationFigures.Paper.FINAL,
                    isTroubled && station % 43 == 6 ? StationFigures.Way.BY_HAND : StationFigures.Way.TRANSMITTED,
                    cells(cells))));
        }
    }

    private static Cells cells(int... packed) {
        return Cells.of(IntStream.of(packed).<Cell>mapToObj(Cells::unpack).toList());
    }

    static EntryBlock block(List<Entry> entries) {
        CanonicalWriter to = new CanonicalWriter();
        for (Entry entry : entries) {
            byte[] bytes = EntryWriter.bytes(entry);
            to.octet(bytes.length >>> 8).octet(bytes.length & 0xff).raw(bytes, 0, bytes.length);
        }
        return new EntryBlock(to.toBytes(), 0, to.size());
    }
}
