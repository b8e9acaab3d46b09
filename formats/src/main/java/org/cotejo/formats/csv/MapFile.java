package org.cotejo.formats.csv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.cotejo.base.Sentence;
import org.cotejo.base.Texts;
import org.cotejo.custody.Provenance;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.Names;
import org.cotejo.definition.PlaceTree;
import org.cotejo.definition.SideId;
import org.cotejo.formats.text.JsonValue;
import org.cotejo.formats.text.JsonValue.JsonObject;
import org.cotejo.formats.text.RowTerms;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;

/** Reads a MAP (docs/formats/csv.md, section 2) strictly: what it does not know is a mistake of whoever wrote it. */
final class MapFile {
    private static final String[] KEYS = {
        "custodian",
        "side",
        "announced",
        "provenance",
        "published_at",
        "contest",
        "encoding",
        "delimiter",
        "skip_rows",
        "station",
        "places",
        "levels",
        "registered",
        "voters",
        "ballots",
        "valid",
        "null",
        "blank",
        "votes",
        "where",
        "image",
        "part",
        "paper",
        "way"
    };
    private static final Map<String, Figure.Count> COUNT_KEYS = countKeys();
    private static final int PAD_MOST = 60;
    private static final int PARTS_MOST = 10;

    private static final Sentence ID = new Sentence(
            "an id of 1 to 60 characters without white space or slashes",
            "un identificador de 1 a 60 caracteres sin espacios ni barras");
    private static final Sentence TIME = new Sentence(
            "a time after 1970 such as 2024-07-31T12:00:00Z (RFC 3339)",
            "una hora posterior a 1970 como 2024-07-31T12:00:00Z (RFC 3339)");
    private static final Sentence COLUMNS = new Sentence("one or more columns", "una o más columnas");

    private MapFile() {}

    private static Map<String, Figure.Count> countKeys() {
        Map<String, Figure.Count> keys = new LinkedHashMap<>();
        for (Figure.Count count : Figure.Count.values()) {
            keys.put(count.toString(), count);
        }
        return keys;
    }

    static CsvMap read(String name, byte[] bytes) {
        JsonObject map = JsonValue.read(name, bytes).object(KEYS);
        boolean isAnnounced = flag(map, "announced");
        List<String> places = map.find("places").map(MapFile::places).orElse(List.of());
        return new CsvMap(
                new CustodianId(id(map.get("custodian"))),
                new SideId(id(map.get("side"))),
                isAnnounced,
                provenance(map, isAnnounced),
                publishedAt(map),
                contest(map),
                terms(map),
                station(map.get("station")),
                places,
                levels(map, places),
                votes(map.get("votes")),
                counts(map),
                where(map),
                map.find("image").map(JsonValue::text).orElse(null),
                flag(map, "part"),
                paper(map),
                way(map));
    }

    private static boolean flag(JsonObject map, String key) {
        return map.find(key).map(JsonValue::flag).orElse(false);
    }

    private static String id(JsonValue value) {
        String id = value.text();
        if (!Names.idFault(id).isEmpty()) {
            throw value.refusal(ID);
        }
        return id;
    }

    private static @Nullable ContestId contest(JsonObject map) {
        return map.find("contest").map(value -> new ContestId(id(value))).orElse(null);
    }

    private static Provenance provenance(JsonObject map, boolean isAnnounced) {
        return map.find("provenance")
                .map(value -> {
                    for (Provenance provenance : Provenance.values()) {
                        if (provenance.name().toLowerCase(Locale.ROOT).equals(value.text())) {
                            return provenance;
                        }
                    }
                    String known = "published, accredited, posted, official, unlawful, unknown";
                    throw value.refusal(new Sentence("one of " + known, "una de " + known));
                })
                .orElse(isAnnounced ? Provenance.OFFICIAL : Provenance.PUBLISHED);
    }

    private static @Nullable Instant publishedAt(JsonObject map) {
        return map.find("published_at")
                .map(value -> {
                    try {
                        String text = value.text().toUpperCase(Locale.ROOT);
                        Instant time = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.SECONDS);
                        if (time.getEpochSecond() >= 0 && text.length() >= "2024-07-31T12:00:00Z".length()) {
                            return time;
                        }
                    } catch (DateTimeException e) {
                        // refused below, in our words
                    }
                    throw value.refusal(TIME);
                })
                .orElse(null);
    }

    private static RowTerms terms(JsonObject map) {
        return new RowTerms(
                map.find("encoding").map(JsonValue::text).orElse(RowTerms.AUTO),
                map.find("delimiter").map(JsonValue::rawText).orElse(RowTerms.AUTO),
                map.find("skip_rows")
                        .map(value -> (int) value.number(RowTerms.SKIP_MOST))
                        .orElse(0),
                false);
    }

    private static List<CsvMap.CodePart> station(JsonValue value) {
        List<CsvMap.CodePart> parts = new ArrayList<>();
        for (JsonValue part : value.list()) {
            if (part.isText()) {
                parts.add(new CsvMap.CodePart(part.text(), 0));
            } else {
                JsonObject object = part.object("column", "pad");
                int pad = object.find("pad").map(p -> (int) p.number(PAD_MOST)).orElse(0);
                parts.add(new CsvMap.CodePart(object.get("column").text(), pad));
            }
        }
        if (parts.isEmpty() || parts.size() > PARTS_MOST) {
            throw value.refusal(COLUMNS);
        }
        return parts;
    }

    private static List<String> places(JsonValue value) {
        List<String> places = texts(value);
        if (places.size() > PlaceTree.DEPTH_MOST) {
            throw value.refusal(new Sentence(
                    "at most " + PlaceTree.DEPTH_MOST + " columns",
                    "como máximo " + PlaceTree.DEPTH_MOST + " columnas"));
        }
        return places;
    }

    /** The levels' names, which are the columns' where the MAP gives none. */
    private static List<String> levels(JsonObject map, List<String> places) {
        return map.find("levels")
                .map(value -> {
                    List<String> levels = texts(value);
                    if (levels.size() != places.size() || levels.stream().anyMatch(MapFile::isNoName)) {
                        throw value.refusal(new Sentence(
                                "one name of at most 200 characters for each of the " + places.size() + " places",
                                "un nombre de 200 caracteres como máximo por cada uno de los " + places.size()
                                        + " lugares"));
                    }
                    return levels;
                })
                .orElseGet(() -> IntStream.range(0, places.size())
                        .mapToObj(i -> isNoName(places.get(i)) ? "level " + (i + 1) : places.get(i))
                        .toList());
    }

    private static boolean isNoName(String name) {
        return name.isEmpty() || name.length() > Names.NAME_MOST || !Texts.isClean(name);
    }

    private static CsvMap.Votes votes(JsonValue value) {
        JsonObject votes = value.anyObject();
        if (votes.keys().contains("candidate_column") || votes.keys().contains("votes_column")) {
            JsonObject rows = value.object("candidate_column", "votes_column");
            return new CsvMap.Votes.Rows(
                    rows.get("candidate_column").text(),
                    rows.get("votes_column").text());
        }
        Map<CandidateId, List<String>> columns = new LinkedHashMap<>();
        Set<String> used = new HashSet<>();
        for (String key : votes.keys()) {
            JsonValue of = votes.get(key);
            if (!Names.idFault(key).isEmpty()) {
                throw CsvProblem.CANDIDATE_ID.at(of.where(), key);
            }
            List<String> own = of.isText() ? List.of(of.text()) : texts(of);
            if (own.isEmpty()) {
                throw of.refusal(COLUMNS);
            }
            own.stream().filter(column -> !used.add(column)).findFirst().ifPresent(column -> {
                throw CsvProblem.COLUMN_USED_TWICE.at(of.where(), column);
            });
            columns.put(new CandidateId(key), own);
        }
        if (columns.isEmpty() || columns.size() > Contest.CANDIDATES_MOST) {
            throw value.refusal(new Sentence(
                    "1 to " + Contest.CANDIDATES_MOST + " candidates",
                    "de 1 a " + Contest.CANDIDATES_MOST + " candidatos"));
        }
        return new CsvMap.Votes.Columns(columns);
    }

    private static Map<Figure.Count, String> counts(JsonObject map) {
        Map<Figure.Count, String> counts = new EnumMap<>(Figure.Count.class);
        COUNT_KEYS.forEach((key, count) -> map.find(key).ifPresent(value -> counts.put(count, value.text())));
        return counts;
    }

    private static Map<String, String> where(JsonObject map) {
        Map<String, String> where = new LinkedHashMap<>();
        map.find("where")
                .map(JsonValue::anyObject)
                .ifPresent(object -> object.keys()
                        .forEach(key -> where.put(key, object.get(key).text())));
        return where;
    }

    private static CsvMap.@Nullable Paper paper(JsonObject map) {
        return map.find("paper")
                .map(value -> value.object("column", "opening_report"))
                .map(paper -> new CsvMap.Paper(paper.get("column").text(), texts(paper.get("opening_report"))))
                .orElse(null);
    }

    private static CsvMap.@Nullable Way way(JsonObject map) {
        return map.find("way")
                .map(value -> {
                    JsonObject way = value.object("column", "transmitted", "by_hand");
                    List<String> transmitted =
                            way.find("transmitted").map(MapFile::texts).orElse(List.of());
                    List<String> byHand =
                            way.find("by_hand").map(MapFile::texts).orElse(List.of());
                    if (transmitted.stream().anyMatch(byHand::contains)) {
                        throw CsvProblem.WAY_TWICE.at(value.where());
                    }
                    return new CsvMap.Way(way.get("column").text(), transmitted, byHand);
                })
                .orElse(null);
    }

    private static List<String> texts(JsonValue value) {
        return value.list().stream().map(JsonValue::text).toList();
    }
}
