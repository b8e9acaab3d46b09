package org.cotejo.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.cotejo.audit.boxes.BoxAudits;
import org.cotejo.base.Sentence;
import org.cotejo.base.Workers;
import org.cotejo.custody.Source;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.PlaceTree;
import org.cotejo.definition.SideId;
import org.cotejo.dossier.Dossier;
import org.cotejo.reconcile.Reconciliation;
import org.jspecify.annotations.Nullable;

/** The election as pages name it: titles, places, bodies and sides, and its contests in order. */
final class Election {
    private final ReportInput input;
    private final Reconciliation reconciliation;
    private final Dossier dossier;
    private final List<Race> races = new ArrayList<>();
    private final Map<SideId, String> sides = new HashMap<>();
    private final Map<CustodianId, String> custodians = new HashMap<>();
    private final FutureTask<List<Optional<Sentence>>> obstacles = new FutureTask<>(this::workOutObstacles);

    /** What the report was made from. */
    ReportInput input() {
        return input;
    }

    Election(ReportInput input) {
        this.input = input;
        reconciliation = input.reconciliation();
        dossier = reconciliation.dossier();
        definition().sides().forEach(side -> sides.put(side.id(), side.name()));
        definition().custodians().forEach(custodian -> custodians.put(custodian.id(), custodian.name()));
        input.contests().forEach(contest -> races.add(new Race(this, contest)));
    }

    /**
     * One for each race, in their order: why boxes can't be held against what was announced in it; empty where they can. Worked out
     * when it is first asked for.
     */
    List<Optional<Sentence>> obstacles() {
        return Workers.once(obstacles);
    }

    private List<Optional<Sentence>> workOutObstacles() {
        return races.stream()
                .map(race -> BoxAudits.notAuditable(reconciliation, race.result()))
                .toList();
    }

    Reconciliation reconciliation() {
        return reconciliation;
    }

    Dossier dossier() {
        return dossier;
    }

    ElectionDefinition definition() {
        return dossier.definition();
    }

    PlaceTree places() {
        return dossier.frame().places();
    }

    /** Of which entries of which log everything here speaks, or that no log holds them. */
    String speaks(Words words) {
        long entries = dossier.frame().chronicle().entries();
        return dossier.frame()
                .log()
                .map(log -> words.say("foot.log", entries - 1, log.origin().value()))
                .orElseGet(() -> words.count("foot.folder", entries));
    }

    String title() {
        return definition().title();
    }

    List<Race> races() {
        return List.copyOf(races);
    }

    boolean hasSeveralContests() {
        return races.size() > 1;
    }

    String sideName(@Nullable SideId side) {
        return side == null ? "" : Objects.requireNonNull(sides.getOrDefault(side, side.value()));
    }

    String custodianName(@Nullable CustodianId custodian) {
        return custodian == null ? "" : Objects.requireNonNull(custodians.getOrDefault(custodian, custodian.value()));
    }

    /** The name of a place; the country has none of its own. */
    String placeName(Words words, int place) {
        return place == PlaceTree.COUNTRY ? words.say("place.country") : places().name(place);
    }

    /** What the places of a depth are called, as the definition says, or "place". */
    String levelName(Words words, int depth) {
        List<String> levels = definition().levels();
        return depth >= 1 && depth <= levels.size() ? levels.get(depth - 1) : words.say("place.level");
    }

    /** The same as a heading. */
    String levelTitle(Words words, int depth) {
        return Words.begun(levelName(words, depth));
    }

    /** The places around a place from the country inwards, without itself. */
    List<Integer> around(int place) {
        List<Integer> around = new ArrayList<>();
        for (int at = places().parent(place); at >= 0; at = places().parent(at)) {
            around.addFirst(at);
        }
        return around;
    }

    /** When the newest delivery was published, as far as anybody said. */
    Optional<Instant> newest() {
        return dossier.sources().stream()
                .map(Source::publishedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }

    /** Number of sides that delivered copies in any contest. */
    int sidesWithCopies() {
        return (int) dossier.sources().stream()
                .filter(source -> source.kind() == Source.Kind.COPIES)
                .map(source -> definition().sideOf(source.id().custodian()))
                .distinct()
                .count();
    }
}
