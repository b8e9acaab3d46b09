package org.cotejo.site;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cotejo.definition.Candidate;
import org.cotejo.definition.PlaceTree;
import org.cotejo.definition.Register;
import org.cotejo.dossier.Frame;
import org.cotejo.reconcile.ContestResult;
import org.cotejo.reconcile.StationState;

/** The stations of one contest as a CSV file, so that anybody can add them up again. */
final class StationsCsv {
    /** The cells of what is neither one thing nor the other: none. */
    static final byte[] NEITHER = {};

    private static final byte[] YES = "yes".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NO = "no".getBytes(StandardCharsets.UTF_8);
    private static final Map<StationState, byte[]> STATES = states();
    private static final int NO_PLACE = -2;

    private final Race race;
    private final ContestResult result;
    private final PlaceTree places;
    private final Register register;
    private final int depth;

    StationsCsv(Race race) {
        this.race = race;
        this.result = race.result();
        this.places = race.election().places();
        this.register = race.election().dossier().frame().register();
        this.depth = depth(places);
    }

    private static Map<StationState, byte[]> states() {
        Map<StationState, byte[]> states = new EnumMap<>(StationState.class);
        EnumSet.allOf(StationState.class)
                .forEach(state -> states.put(state, state.key().getBytes(StandardCharsets.UTF_8)));
        return states;
    }

    static String name(Race race) {
        return "stations-" + (race.index() + 1) + ".csv";
    }

    /** From the root of the site. */
    static String path(Race race) {
        return "data/" + name(race);
    }

    /** Levels of places that any station's path can have. */
    static int depth(PlaceTree places) {
        int depth = 0;
        for (int place = 0; place < places.size(); place++) {
            depth = Math.max(depth, places.depth(place));
        }
        return depth;
    }

    /** Names of the columns, in order. */
    List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("station"));
        for (int level = 1; level <= depth; level++) {
            columns.add("place_" + level);
        }
        columns.add("state");
        columns.add("registered");
        columns.add("in_committed_definition");
        List<String> figures = new ArrayList<>();
        for (Candidate candidate : race.contest().candidates()) {
            figures.add(candidate.id().value());
        }
        figures.add("null");
        figures.add("blank");
        columns.addAll(figures);
        figures.forEach(figure -> columns.add("announced_" + figure));
        return columns;
    }

    /** Whether a station was listed before the definition was frozen; empty where it never was. */
    static byte[] isCommitted(Frame frame, int station) {
        if (frame.frozen().isEmpty()) {
            return NEITHER;
        }
        return frame.isInFrozen(station) ? YES : NO;
    }

    void write(OutputStream to) throws IOException {
        to.write(CsvLine.header(columns()));
        Stretches.write(result.listed(), this::lines, to);
    }

    private void lines(int from, int to, CsvLine line) {
        int place = NO_PLACE;
        byte[] cellsOfPlace = NEITHER;
        for (int station = from; station < to; station++) {
            line.text(register.codeText(station));
            if (depth > 0) {
                if (register.place(station) != place) {
                    place = register.place(station);
                    cellsOfPlace = ofPlace(places.path(place));
                }
                line.made(cellsOfPlace);
            }
            line.made(Objects.requireNonNull(STATES.get(result.state(station))));
            int registered = race.election().reconciliation().registered(station);
            line.numberIf(registered != Register.UNKNOWN, registered);
            line.made(isCommitted(race.election().dossier().frame(), station));
            for (int figure = 0; figure < result.figures(); figure++) {
                line.numberIf(result.isCarried(station, figure), result.votes(station, figure));
            }
            for (int figure = 0; figure < result.figures(); figure++) {
                boolean isKnown = result.isAnnounced(station) && result.isAnnouncedCarried(station, figure);
                line.numberIf(isKnown, result.announced(station, figure));
            }
            line.end();
        }
    }

    private byte[] ofPlace(List<String> path) {
        CsvLine cells = new CsvLine();
        for (int level = 0; level < depth; level++) {
            cells.text(level < path.size() ? path.get(level) : "");
        }
        return cells.cells();
    }
}
