package org.cotejo.formats.templates;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;
import org.cotejo.bulletin.Decision;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.StationCode;
import org.cotejo.entry.Entry;
import org.cotejo.formats.importer.ImportRequest;
import org.cotejo.formats.importer.ImportSession;
import org.cotejo.formats.importer.ImportSummary;
import org.cotejo.formats.importer.Importer;
import org.cotejo.formats.importer.InputFile;
import org.cotejo.formats.text.JsonValue;
import org.cotejo.formats.text.JsonValue.JsonObject;
import org.jspecify.annotations.Nullable;

/** {@code decisions.json}: what courts and authorities decided about stations, a contest or the election. */
final class DecisionsImport implements Importer {
    private static final Sentence STATIONS = new Sentence(
            "at most " + Decision.STATIONS_MOST
                    + " stations, and at least one where they are annulled, quarantined or released",
            "como máximo " + Decision.STATIONS_MOST + " mesas, y al menos una si es annulled, quarantined o released");

    @Override
    public String name() {
        return "decisions";
    }

    @Override
    public Sentence what() {
        return new Sentence("decisions of courts and authorities", "decisiones de tribunales y autoridades");
    }

    @Override
    public ImportSummary run(ImportRequest request) {
        return ImportSession.run(this, request, DecisionsImport::read);
    }

    private static void read(InputFile file, ImportSession session) {
        Known known = Known.of(session, Where.file(file.name()));
        session.keep(file);
        Set<String> ids = new HashSet<>();
        for (JsonValue value : JsonValue.read(file.name(), file.bytes()).list()) {
            Decision decision = decision(value, known);
            if (!ids.add(decision.id())) {
                throw TemplateProblem.ID_TWICE.at(value.where(), decision.id());
            }
            session.add(new Entry.DecisionMade(decision), value.where());
            session.count("decisions", 1);
        }
    }

    private static Decision decision(JsonValue value, Known known) {
        JsonObject of = value.object("id", "body", "kind", "day", "contest", "stations");
        Decision.Kind kind = Words.of(
                Decision.Kind.class, of.get("kind").text(), of.get("kind").where());
        @Nullable
        ContestId contest = of.find("contest")
                .map(id -> known.contest(id.text(), id.where()).id())
                .orElse(null);
        List<StationCode> stations = of.find("stations").map(JsonValue::list).orElse(List.of()).stream()
                .map(station -> known.station(station.text(), station.where()))
                .toList();
        boolean isAboutStations = switch (kind) {
            case ANNULLED, QUARANTINED, RELEASED -> true;
            case RECOUNT_ORDERED, CERTIFIED_WITHOUT_FIGURES, CERTIFIED -> false;
        };
        if (stations.size() > Decision.STATIONS_MOST || isAboutStations && stations.isEmpty()) {
            throw of.find("stations").orElse(value).refusal(STATIONS);
        }
        return new Decision(
                Words.shortName(of.get("id").text(), of.get("id").where()),
                Words.name(of.get("body").text(), of.get("body").where()),
                kind,
                Words.day(of.get("day").text(), of.get("day").where()),
                contest,
                stations);
    }
}
