package org.cotejo.app;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.cotejo.exchange.Comparison;
import org.cotejo.exchange.DefinitionDifferences;
import org.cotejo.exchange.StationRow;
import org.cotejo.reconcile.ContestResult;
import org.cotejo.reconcile.Totals;
import org.cotejo.verify.Verification;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes a comparison as one JSON object. */
final class ComparisonJson {
    /** Differing stations listed for each contest; the CSV has all of them. */
    private static final int LISTED_MOST = 1_000;

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator json;

    private ComparisonJson(JsonGenerator json) {
        this.json = json;
    }

    static void write(
            CompareCommand.Side a,
            CompareCommand.Side b,
            DefinitionDifferences definition,
            List<Comparison> contests,
            Console console) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), console.out())) {
            ComparisonJson to = new ComparisonJson(json);
            json.writeStartObject();
            to.side("a", a);
            to.side("b", b);
            json.writeObjectPropertyStart("definition");
            json.writeBooleanProperty("same", definition.isSame());
            json.writeStringProperty("hash_a", definition.hashA().hex());
            json.writeStringProperty("hash_b", definition.hashB().hex());
            json.writeArrayPropertyStart("differences");
            definition.differences().forEach(one -> json.writeString(one.in(console.language())));
            json.writeEndArray();
            json.writeEndObject();
            json.writeArrayPropertyStart("contests");
            contests.forEach(to::contest);
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private void side(String name, CompareCommand.Side side) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("where", side.compared().where());
        string("log", side.compared().log());
        json.writeNumberProperty("entries", side.compared().entries());
        Verification verification = side.verification();
        string("verdict", verification == null ? null : verification.verdict().key());
        string("policy", verification == null ? null : verification.pinned());
        json.writeEndObject();
    }

    private void string(String name, @Nullable String value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value);
        }
    }

    private void contest(Comparison contest) {
        json.writeStartObject();
        json.writeStringProperty("id", contest.contest().id().value());
        json.writeObjectPropertyStart("stations");
        contest.counts().forEach((verdict, count) -> json.writeNumberProperty(verdict.key(), count));
        json.writeEndObject();
        totals("totals_a", contest.resultA(), contest.resultA().totals());
        totals("totals_b", contest.resultB(), contest.resultB().totals());
        totals("totals_announced_a", contest.resultA(), contest.resultA().announcedTotals());
        totals("totals_announced_b", contest.resultB(), contest.resultB().announcedTotals());
        json.writeNumberProperty("announced_different", contest.announcedDifferent());
        List<StationRow> different = new ArrayList<>();
        int[] more = {0};
        contest.forEach(row -> {
            boolean isDifferent = row.isDifferent();
            if (isDifferent && different.size() < LISTED_MOST) {
                different.add(row);
            } else if (isDifferent) {
                more[0]++;
            }
        });
        json.writeArrayPropertyStart("different");
        different.forEach(row -> different(contest, row));
        json.writeEndArray();
        json.writeNumberProperty("different_not_listed", more[0]);
        json.writeEndObject();
    }

    private void different(Comparison contest, StationRow row) {
        StationRow.Has a = java.util.Objects.requireNonNull(row.a());
        StationRow.Has b = java.util.Objects.requireNonNull(row.b());
        json.writeStartObject();
        json.writeStringProperty("station", row.station().value());
        json.writeStringProperty("basis_a", a.basis().key());
        json.writeStringProperty("basis_b", b.basis().key());
        json.writeObjectPropertyStart("figures");
        pairs(contest, row.different(), a.figures(), b.figures());
        json.writeEndObject();
        json.writeObjectPropertyStart("announced");
        pairs(contest, row.announcedDifferent(), a.announced(), b.announced());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void pairs(Comparison contest, List<Integer> places, List<Integer> a, List<Integer> b) {
        for (int figure : places) {
            json.writeArrayPropertyStart(contest.figures().get(figure));
            json.writeNumber(a.get(figure));
            json.writeNumber(b.get(figure));
            json.writeEndArray();
        }
    }

    /** In the shape of the result's totals. */
    private void totals(String name, ContestResult result, @Nullable Totals totals) {
        if (totals == null) {
            json.writeNullProperty(name);
            return;
        }
        json.writeObjectPropertyStart(name);
        json.writeObjectPropertyStart("by_candidate");
        for (int i = 0; i < totals.candidates(); i++) {
            number(result.contest().candidates().get(i).id().value(), totals.candidate(i));
        }
        json.writeEndObject();
        number("valid", totals.valid());
        number("null", totals.nullVotes());
        number("blank", totals.blank());
        json.writeEndObject();
    }

    private void number(String name, OptionalLong value) {
        if (value.isPresent()) {
            json.writeNumberProperty(name, value.getAsLong());
        } else {
            json.writeNullProperty(name);
        }
    }
}
