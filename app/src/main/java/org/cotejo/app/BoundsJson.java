package org.cotejo.app;

import java.util.List;
import java.util.Optional;
import org.cotejo.audit.night.BoundsOverTime;
import org.cotejo.audit.night.Moment;
import org.cotejo.base.Fraction;
import org.cotejo.bounds.Bounds;
import org.cotejo.bounds.LeadBounds;
import org.cotejo.bounds.RegionBounds;
import org.cotejo.bounds.Step;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.PlaceTree;
import org.cotejo.reconcile.Reconciliation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes bounds as one JSON object (docs/formats/forensics.md); shares are decimals of nine places, what is not known is null. */
final class BoundsJson {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    private static final int PLACES = 9;

    private final PlaceTree places;
    private final JsonGenerator json;
    private final String language;

    private BoundsJson(PlaceTree places, JsonGenerator json, String language) {
        this.places = places;
        this.json = json;
        this.language = language;
    }

    static void write(Reconciliation reconciliation, List<BoundsCommand.Bounded> contests, Console console) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), console.out())) {
            BoundsJson writer = new BoundsJson(reconciliation.dossier().frame().places(), json, console.language());
            json.writeStartObject();
            json.writeStringProperty(
                    "election", reconciliation.dossier().definition().id());
            json.writeArrayPropertyStart("contests");
            for (BoundsCommand.Bounded contest : contests) {
                json.writeStartObject();
                json.writeStringProperty("id", contest.result().contest().id().value());
                json.writeObjectPropertyStart("grades");
                contest.grades().forEach(graded -> writer.grade(contest, graded));
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private void grade(BoundsCommand.Bounded contest, BoundsCommand.Graded graded) {
        Bounds bounds = graded.bounds();
        json.writeObjectPropertyStart(
                switch (bounds.grade()) {
                    case SHEETS_UNKNOWN -> "sheets_unknown";
                    case STRICT -> "strict";
                });
        text("leader", bounds.leader());
        text("runner_up", bounds.runnerUp());
        json.writeNumberProperty("lead", bounds.lead());
        whole("missing_registered_at_most", bounds.missingRegisteredAtMost());
        json.writeStringProperty("can_flip", bounds.canFlip().key());
        json.writeNumberProperty("known_stations", bounds.knownStations());
        json.writeNumberProperty("unknown_stations", bounds.unknownStations());
        share("turnout_needed", Optional.ofNullable(bounds.turnoutNeeded()));
        Integer fewest = bounds.fewestStations();
        whole("fewest_stations", fewest == null ? null : (long) fewest);
        arithmetic(NeededVotes.arithmetic(contest, bounds));
        json.writeArrayPropertyStart("steps");
        for (Step step : bounds.steps()) {
            json.writeStartObject();
            json.writeStringProperty("what", step.what().in(language));
            json.writeNumberProperty("value", step.value());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringProperty("conclusion", bounds.conclusion().in(language));
        regions(contest, graded);
        night(contest, graded.night());
        json.writeEndObject();
    }

    private void arithmetic(@Nullable LeadBounds two) {
        json.writeArrayPropertyStart("needed");
        if (two != null) {
            for (NeededVotes at : NeededVotes.of(two)) {
                json.writeStartObject();
                share("turnout", Optional.of(at.turnout()));
                share("missing_votes", Optional.of(at.needed().missingVotes()));
                share("net_margin", Optional.of(at.needed().margin()));
                share("two_party_share", Optional.of(at.needed().twoPartyShare()));
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        share("leader_share_lowest", two == null ? Optional.empty() : two.leaderShareLowest());
        share("leader_share_highest", two == null ? Optional.empty() : two.leaderShareHighest());
        share("runner_up_share_lowest", two == null ? Optional.empty() : two.runnerUpShareLowest());
        share("runner_up_share_highest", two == null ? Optional.empty() : two.runnerUpShareHighest());
    }

    private void regions(BoundsCommand.Bounded contest, BoundsCommand.Graded graded) {
        CandidateId leader = graded.bounds().leader();
        CandidateId runnerUp = graded.bounds().runnerUp();
        json.writeArrayPropertyStart("regions");
        if (leader != null && runnerUp != null) {
            List<CandidateId> candidates = contest.votes().candidates();
            int first = candidates.indexOf(leader);
            int second = candidates.indexOf(runnerUp);
            for (RegionBounds region : graded.regions()) {
                json.writeStartObject();
                boolean isListed = region.place() != RegionBounds.NOT_LISTED;
                text("place", isListed ? String.join(" / ", places.path(region.place())) : null);
                json.writeNumberProperty("known_stations", region.knownStations());
                json.writeNumberProperty("unknown_stations", region.unknownStations());
                json.writeNumberProperty("lead", region.votes(first) - region.votes(second));
                whole("missing_registered_at_most", region.cap().orElse(null));
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private void night(BoundsCommand.Bounded contest, BoundsOverTime night) {
        json.writeObjectPropertyStart("over_time");
        Moment decided = night.decided();
        if (decided == null) {
            json.writeNullProperty("decided");
        } else {
            json.writeName("decided");
            moment(contest, decided);
        }
        json.writeNumberProperty("stations", night.known());
        json.writeArrayPropertyStart("moments");
        night.moments().forEach(moment -> moment(contest, moment));
        json.writeEndArray();
        json.writeEndObject();
    }

    private void moment(BoundsCommand.Bounded contest, Moment moment) {
        json.writeStartObject();
        json.writeNumberProperty("stations", moment.stations());
        text("leader", contest.votes().candidates().get(moment.leader()));
        json.writeNumberProperty("lead", moment.lead());
        whole("missing_registered_at_most", moment.missing() == BoundsOverTime.UNKNOWN ? null : moment.missing());
        json.writeEndObject();
    }

    private void whole(String name, @Nullable Long value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, value);
        }
    }

    private void share(String name, Optional<Fraction> share) {
        if (share.isPresent()) {
            json.writeNumberProperty(name, share.get().decimal(PLACES));
        } else {
            json.writeNullProperty(name);
        }
    }

    private void text(String name, @Nullable Object value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value.toString());
        }
    }
}
