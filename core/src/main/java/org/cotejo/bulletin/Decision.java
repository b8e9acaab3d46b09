package org.cotejo.bulletin;

import java.time.LocalDate;
import java.util.List;
import org.cotejo.base.Check;
import org.cotejo.base.Texts;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.StationCode;
import org.jspecify.annotations.Nullable;

/**
 * What a court or an authority decided.
 *
 * @param id short name, unique in the election
 * @param body the court or authority, a public body
 * @param contest the contest it is about, null for all
 * @param stations the stations it is about; none where it is about the election as a whole
 */
public record Decision(
        String id,
        String body,
        Kind kind,
        LocalDate day,
        @Nullable ContestId contest,
        List<StationCode> stations) {
    public static final int STATIONS_MOST = 1_000;

    /** What was decided; the order is part of the entries' format. */
    public enum Kind {
        /** The sheets of these stations are annulled: they do not count. */
        ANNULLED,
        RECOUNT_ORDERED,
        /** A result was certified and no figures were given. */
        CERTIFIED_WITHOUT_FIGURES,
        CERTIFIED,
        /** The copies of these stations are set aside until two people release them. */
        QUARANTINED,
        /** An earlier annulment or quarantine of these stations is lifted. */
        RELEASED
    }

    public Decision {
        stations = List.copyOf(stations);
        Check.that(id.matches("[A-Za-z0-9._-]{1,60}"), "decision id '%s'", id);
        Check.that(!body.isEmpty() && body.length() <= 200 && Texts.isClean(body), "body '%s'", body);
        Check.that(stations.size() <= STATIONS_MOST, "%d stations in %s", stations.size(), id);
        boolean isAboutStations = kind == Kind.ANNULLED || kind == Kind.QUARANTINED || kind == Kind.RELEASED;
        Check.that(!isAboutStations || !stations.isEmpty(), "decision %s names no station", id);
    }

    /**
     * The decision by which the copies of a station are set aside as things stand; null if there is none or it was lifted.
     *
     * @param about the decisions that name the station, in the order in which they were made
     */
    public static @Nullable Decision settingAside(List<Decision> about, ContestId contest) {
        @Nullable Decision standing = null;
        for (Decision decision : about) {
            if (decision.contest() == null || decision.contest().equals(contest)) {
                standing = switch (decision.kind()) {
                    case ANNULLED, QUARANTINED -> decision;
                    case RELEASED -> null;
                    case RECOUNT_ORDERED, CERTIFIED, CERTIFIED_WITHOUT_FIGURES -> standing;
                };
            }
        }
        return standing;
    }
}
