package org.cotejo.dossier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.cotejo.base.Sentence;
import org.cotejo.definition.Register;
import org.cotejo.definition.StationCode;

/** How one station of a register differs from an earlier election's: phantom, closed, moved, renamed and swollen stations show. */
public record RegisterDifference(Kind kind, StationCode code, Sentence sentence) {
    /** In what it differs. */
    public enum Kind {
        NEW,
        GONE,
        /** In another place; a place that is spelt in another way counts as another. */
        MOVED,
        /** Its register grew by more than the share asked for. */
        GROWN;

        /** The name in lists. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * All differences, by code.
     *
     * @param grownPercent a register that grew by more than so many percent is named
     */
    public static List<RegisterDifference> between(Frame earlier, Frame later, int grownPercent) {
        List<RegisterDifference> differences = new ArrayList<>();
        Register before = earlier.register();
        Register after = later.register();
        for (int station = 0; station < after.size(); station++) {
            StationCode code = after.code(station);
            int old = before.find(code);
            if (old < 0) {
                differences.add(new RegisterDifference(
                        Kind.NEW,
                        code,
                        new Sentence("was not there before, now in {0}", "no estaba antes, ahora en {0}")
                                .with(place(later, station))));
            } else {
                compare(earlier, old, later, station, grownPercent, differences);
            }
        }
        for (int station = 0; station < before.size(); station++) {
            if (after.find(before.code(station)) < 0) {
                differences.add(new RegisterDifference(
                        Kind.GONE,
                        before.code(station),
                        new Sentence("was in {0} before and is gone", "antes estaba en {0} y ya no está")
                                .with(place(earlier, station))));
            }
        }
        differences.sort(Comparator.comparing(RegisterDifference::code).thenComparing(RegisterDifference::kind));
        return differences;
    }

    private static void compare(
            Frame earlier, int old, Frame later, int now, int grownPercent, List<RegisterDifference> differences) {
        StationCode code = later.register().code(now);
        String from = place(earlier, old);
        String to = place(later, now);
        if (!from.equals(to)) {
            differences.add(new RegisterDifference(
                    Kind.MOVED, code, new Sentence("moved from {0} to {1}", "pasó de {0} a {1}").with(from, to)));
        }
        long votersBefore = earlier.register().registered(old);
        long votersNow = later.register().registered(now);
        if (votersBefore >= 0 && votersNow * 100 > votersBefore * (100L + grownPercent)) {
            differences.add(new RegisterDifference(
                    Kind.GROWN,
                    code,
                    new Sentence("registered voters grew from {0} to {1}", "los inscritos crecieron de {0} a {1}")
                            .with(votersBefore, votersNow)));
        }
    }

    private static String place(Frame frame, int station) {
        return String.join(" / ", frame.places().path(frame.register().place(station)));
    }
}
