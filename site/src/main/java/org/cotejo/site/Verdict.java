package org.cotejo.site;

import java.util.Comparator;
import java.util.List;
import org.cotejo.bounds.Bounds;
import org.cotejo.bounds.Judgement;
import org.cotejo.reconcile.StationState;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a contest in one sentence that a journalist can print: first what became of the announced result, then
 * what the sheets show and whether the missing ones could change it.
 *
 * @param label one or two words that stand above it
 */
record Verdict(Tone tone, String label, String sentence) {

    /** Sets the colour; the words say the same. */
    enum Tone {
        /** Something announced can't be true or is contradicted. */
        REFUTED,
        /** What was announced is borne out. */
        BORNE_OUT,
        /** Neither. */
        OPEN;

        String style() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static Verdict of(Race race, Words words) {
        Case found = Case.of(race);
        String first = announced(found, race, words);
        return new Verdict(
                found.tone,
                words.say("verdict.label." + found.name()),
                words.say("verdict.join", first, sheets(race, words)));
    }

    /** What became of what was announced; the first that fits. */
    private enum Case {
        IMPOSSIBLE(Tone.REFUTED),
        CONTRADICTED(Tone.REFUTED),
        STATIONS_CONTRADICTED(Tone.REFUTED),
        CONSISTENT(Tone.BORNE_OUT),
        UNPROVEN_NO_STATIONS(Tone.OPEN),
        UNPROVEN(Tone.OPEN),
        STATIONS_EQUAL(Tone.BORNE_OUT),
        STATIONS_ALONE(Tone.OPEN),
        NOTHING_PUBLISHED(Tone.OPEN);

        private final Tone tone;

        Case(Tone tone) {
            this.tone = tone;
        }

        static Case of(Race race) {
            Judgement last = last(race.judgements());
            if (count(race, Judgement.Verdict.IMPOSSIBLE) > 0) {
                return IMPOSSIBLE;
            }
            if (count(race, Judgement.Verdict.CONTRADICTED) > 0) {
                return CONTRADICTED;
            }
            if (race.count(StationState.CONTRADICTED) > 0) {
                return STATIONS_CONTRADICTED;
            }
            boolean hasStations = race.result().stationsAnnounced() > 0;
            if (last != null) {
                return last.verdict() == Judgement.Verdict.CONSISTENT
                        ? CONSISTENT
                        : hasStations ? UNPROVEN : UNPROVEN_NO_STATIONS;
            }
            return race.count(StationState.CONFIRMED) > 0
                    ? STATIONS_EQUAL
                    : hasStations ? STATIONS_ALONE : NOTHING_PUBLISHED;
        }
    }

    /** The newest announcement: the last by time, of those without time the last in order; null if there is none. */
    static @Nullable Judgement last(List<Judgement> judgements) {
        return judgements.stream()
                .max(Comparator.comparing(
                        j -> j.announcement().announcedAt(), Comparator.nullsFirst(Comparator.naturalOrder())))
                .orElse(null);
    }

    static int count(Race race, Judgement.Verdict verdict) {
        return (int)
                race.judgements().stream().filter(j -> j.verdict() == verdict).count();
    }

    private static String announced(Case found, Race race, Words words) {
        int contradicted = race.count(StationState.CONTRADICTED);
        int compared = contradicted + race.count(StationState.CONFIRMED);
        String key = "verdict." + found.name();
        return switch (found) {
            case IMPOSSIBLE -> impossible(race, words);
            case CONTRADICTED ->
                contradicted > 0 ? words.count(key, contradicted, compared) : words.say("verdict.NOT_OWN_SUM");
            case STATIONS_CONTRADICTED -> words.count(key, contradicted, compared);
            case CONSISTENT -> words.count(key, race.stations());
            case STATIONS_EQUAL -> words.count(key, compared);
            case STATIONS_ALONE -> words.count(key, race.result().stationsAnnounced());
            case UNPROVEN_NO_STATIONS, UNPROVEN, NOTHING_PUBLISHED -> words.say(key);
        };
    }

    private static String impossible(Race race, Words words) {
        int impossible = count(race, Judgement.Verdict.IMPOSSIBLE);
        int all = race.judgements().size();
        int sheets = race.bounds().knownStations();
        if (all == 1) {
            return words.count("verdict.IMPOSSIBLE", sheets);
        }
        return impossible == all
                ? words.count("verdict.IMPOSSIBLE.all", sheets, all)
                : words.count("verdict.IMPOSSIBLE.some", sheets, impossible, all);
    }

    private static String sheets(Race race, Words words) {
        Bounds bounds = race.bounds();
        if (bounds.leader() == null) {
            return words.say("sheets.none");
        }
        String leader = race.name(bounds.leader());
        if (bounds.runnerUp() == null) {
            return words.say("sheets.alone", leader, bounds.lead());
        }
        String runnerUp = race.name(bounds.runnerUp());
        if (bounds.lead() == 0) {
            return words.say("sheets.level", leader, runnerUp);
        }
        if (bounds.unknownStations() == 0 && bounds.canFlip() != Bounds.CanFlip.NAMES_UNCOUNTED) {
            return words.say("sheets.complete", leader, runnerUp, bounds.lead());
        }
        return switch (bounds.canFlip()) {
            case NO -> words.say("sheets.settled", leader, runnerUp, bounds.lead());
            case YES -> words.say("sheets.open", leader, runnerUp, bounds.lead());
            case UNKNOWN -> words.say("sheets.unknown", leader, runnerUp, bounds.lead());
            case NAMES_UNCOUNTED -> words.say("sheets.names", leader, runnerUp, bounds.lead());
        };
    }
}
