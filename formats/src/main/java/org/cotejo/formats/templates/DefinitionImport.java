package org.cotejo.formats.templates;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.cotejo.base.Sentence;
import org.cotejo.base.Where;
import org.cotejo.custody.Source;
import org.cotejo.definition.BallotOption;
import org.cotejo.definition.Candidate;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.Custodian;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.PlaceTree;
import org.cotejo.definition.Side;
import org.cotejo.definition.SideId;
import org.cotejo.entry.Entry;
import org.cotejo.formats.importer.ImportRequest;
import org.cotejo.formats.importer.ImportSession;
import org.cotejo.formats.importer.ImportSummary;
import org.cotejo.formats.importer.Importer;
import org.cotejo.formats.importer.InputFile;
import org.cotejo.formats.text.JsonValue;
import org.cotejo.formats.text.JsonValue.JsonObject;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;

/** {@code definition.json}: states the election; a later one replaces it, but must keep what deliveries already use. */
final class DefinitionImport implements Importer {
    private static final long ROLL_MOST = 10_000_000_000L;
    private static final int BODIES_MOST = 1_000;

    @Override
    public String name() {
        return "definition";
    }

    @Override
    public Sentence what() {
        return new Sentence(
                "the election: contests, candidates, ballot options, levels of places, sides, custodians, roll",
                "la elección: contiendas, candidatos, opciones, niveles de lugares, partes, custodios, padrón");
    }

    @Override
    public ImportSummary run(ImportRequest request) {
        return ImportSession.run(this, request, DefinitionImport::read);
    }

    private static void read(InputFile file, ImportSession session) {
        ElectionDefinition definition = definition(JsonValue.read(file.name(), file.bytes()));
        for (Source source : session.frame().sources()) {
            refuseLacking(definition, source, Where.file(file.name()));
        }
        session.keep(file);
        session.add(new Entry.DefinitionStated(definition), Where.file(file.name()));
        session.count("definitions", 1);
    }

    static ElectionDefinition definition(JsonValue value) {
        JsonObject file = value.object(
                "id", "title", "levels", "contests", "sides", "custodians", "roll", "stations", "announcer");
        List<Side> sides = list(file.get("sides"), BODIES_MOST, DefinitionImport::side);
        List<Custodian> custodians =
                list(file.get("custodians"), BODIES_MOST, custodian -> custodian(custodian, sides));
        return new ElectionDefinition(
                id(file.get("id")),
                name(file.get("title")),
                ElectionDefinition.Origin.IMPORTED,
                file.find("levels")
                        .map(levels -> list(levels, PlaceTree.DEPTH_MOST, DefinitionImport::name))
                        .orElse(List.of()),
                list(file.get("contests"), BODIES_MOST, DefinitionImport::contest),
                sides,
                custodians,
                file.find("roll").map(roll -> roll.number(ROLL_MOST)).orElse(null),
                file.find("stations")
                        .map(stations -> (int) stations.number(ElectionDefinition.STATIONS_MOST))
                        .orElse(null),
                announcer(file.find("announcer"), custodians));
    }

    private static Side side(JsonValue value) {
        JsonObject side = value.object("id", "name");
        return new Side(new SideId(id(side.get("id"))), name(side.get("name")));
    }

    private static Custodian custodian(JsonValue value, List<Side> sides) {
        JsonObject custodian = value.object("id", "side", "name");
        String side = custodian.get("side").text();
        List<String> known = sides.stream().map(s -> s.id().value()).toList();
        return new Custodian(
                new CustodianId(id(custodian.get("id"))),
                new SideId(oneOf(known, side, custodian.get("side"))),
                name(custodian.get("name")));
    }

    private static @Nullable CustodianId announcer(Optional<JsonValue> value, List<Custodian> custodians) {
        List<String> known = custodians.stream().map(c -> c.id().value()).toList();
        return value.map(announcer -> new CustodianId(oneOf(known, announcer.text(), announcer)))
                .orElse(null);
    }

    private static Contest contest(JsonValue value) {
        JsonObject contest = value.object("id", "title", "candidates", "options", "write_in");
        List<Candidate> candidates = list(contest.get("candidates"), Contest.CANDIDATES_MOST, candidate -> {
            JsonObject of = candidate.object("id", "name");
            return new Candidate(new CandidateId(id(of.get("id"))), name(of.get("name")));
        });
        List<String> known = candidates.stream().map(c -> c.id().value()).toList();
        List<BallotOption> options = new ArrayList<>();
        for (JsonValue item : contest.find("options").map(JsonValue::list).orElse(List.of())) {
            JsonObject option = item.object("party", "candidate");
            String candidate = oneOf(known, option.get("candidate").text(), option.get("candidate"));
            if (options.size() == Contest.OPTIONS_MOST) {
                throw item.refusal(most(Contest.OPTIONS_MOST));
            }
            options.add(new BallotOption(options.size() + 1, name(option.get("party")), new CandidateId(candidate)));
        }
        return new Contest(
                new ContestId(id(contest.get("id"))),
                name(contest.get("title")),
                candidates,
                options,
                contest.find("write_in")
                        .map(writeIn -> writeIn(writeIn, known, options))
                        .orElse(null));
    }

    private static CandidateId writeIn(JsonValue value, List<String> candidates, List<BallotOption> options) {
        CandidateId writeIn = new CandidateId(oneOf(candidates, value.text(), value));
        long positions = options.stream()
                .filter(option -> option.candidate().equals(writeIn))
                .count();
        if (!options.isEmpty() && positions != 1) {
            throw value.refusal(new Sentence(
                    "a candidate with one position on the ballot", "un candidato con una posición en la boleta"));
        }
        return writeIn;
    }

    /** The items of a list of at most so many, no id among them twice. */
    private static <T> List<T> list(JsonValue value, int most, Function<JsonValue, T> item) {
        List<JsonValue> values = value.list();
        if (values.size() > most) {
            throw value.refusal(most(most));
        }
        List<T> items = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonValue one : values) {
            items.add(item.apply(one));
            if (one.isObject()) {
                JsonValue id = one.anyObject().get("id");
                if (!ids.add(id.text())) {
                    throw TemplateProblem.ID_TWICE.at(id.where(), id.text());
                }
            }
        }
        return items;
    }

    private static Sentence most(int most) {
        return new Sentence("at most " + most + " items", "como máximo " + most + " elementos");
    }

    private static String oneOf(List<String> known, String text, JsonValue value) {
        if (!known.contains(text)) {
            String words = known.isEmpty() ? "-" : String.join(", ", known);
            throw value.refusal(new Sentence("one of " + words, "uno de " + words));
        }
        return text;
    }

    private static String id(JsonValue value) {
        return Words.id(value.text(), value.where());
    }

    private static String name(JsonValue value) {
        return Words.name(value.text(), value.where());
    }

    private static void refuseLacking(ElectionDefinition definition, Source source, Where where) {
        if (definition.custodian(source.id().custodian()).isEmpty()) {
            throw TemplateProblem.IN_USE.at(where, source.id().custodian(), source.id());
        }
        ContestId id = source.contest();
        if (id == null) {
            return;
        }
        Contest contest = definition.contest(id).orElseThrow(() -> TemplateProblem.IN_USE.at(where, id, source.id()));
        for (Figure figure : source.figures()) {
            boolean isThere = switch (figure) {
                case Figure.OfCandidate(CandidateId candidate) -> contest.indexOf(candidate) >= 0;
                case Figure.OfOption(int position) ->
                    position <= contest.options().size();
                case Figure.Count _ -> true;
            };
            if (!isThere) {
                throw TemplateProblem.IN_USE.at(where, figure, source.id());
            }
        }
    }
}
