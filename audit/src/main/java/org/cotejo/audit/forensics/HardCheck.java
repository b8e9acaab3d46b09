package org.cotejo.audit.forensics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotejo.base.Sentence;

/**
 * Something at a station that can't be, whatever people voted: no statistic, and so no false alarm but for a mistyped figure or
 * a station where special rules hold. Source: STATISTICS.md, section 5.2.
 *
 * @param other the other station, for what two stations share; -1 otherwise
 */
public record HardCheck(Kind kind, int station, int other) {
    /** What can't be. */
    public enum Kind {
        OVER_REGISTER(
                "over_register",
                "more votes in the box than registered voters",
                "más votos en la urna que electores inscritos",
                "Party witnesses and polling staff vote where they serve; special stations have no register of their own.",
                "Los testigos y miembros de mesa votan donde sirven; las mesas especiales no tienen registro propio."),
        SAME_SERIAL(
                "same_serial",
                "one serial number at two stations",
                "un mismo número de serie en dos mesas",
                "A replaced machine served two stations, or the number was mistyped.",
                "Una máquina de reemplazo sirvió a dos mesas, o el número se tecleó mal."),
        CLOSED_EARLY(
                "closed_early",
                "closed before the legal hour by its own sheet",
                "cerrada antes de la hora legal según su propia acta",
                "All voters had voted and the law lets the station close then, or its clock was wrong.",
                "Ya habían votado todos los electores y la ley permite cerrar, o su reloj estaba mal."),
        CLOSED_LATE(
                "closed_late",
                "still open after the last legal hour by its own sheet",
                "aún abierta después de la última hora legal según su propia acta",
                "Voters who stood in line at closing may vote in most countries, the station opened late, or its clock was wrong.",
                "En la mayoría de los países votan quienes hacían fila al cierre, la mesa abrió tarde, o su reloj estaba mal.");

        private final String key;
        private final Sentence what;
        private final Sentence innocent;

        Kind(String key, String en, String es, String innocentEn, String innocentEs) {
            this.key = key;
            this.what = new Sentence(en, es);
            this.innocent = new Sentence(innocentEn, innocentEs);
        }

        /** The name in JSON and CSV. */
        public String key() {
            return key;
        }

        public Sentence what() {
            return what;
        }

        public Sentence innocent() {
            return innocent;
        }
    }

    /**
     * All that can't be, by station.
     *
     * @param exempt stations where special rules hold, left out
     * @param hours when stations may close
     */
    public static List<HardCheck> of(StationTable table, Set<Integer> exempt, LegalHours hours) {
        List<HardCheck> found = new ArrayList<>();
        Map<Long, Integer> serials = new HashMap<>();
        for (int i = 0; i < table.size(); i++) {
            if (exempt.contains(i)) {
                continue;
            }
            if (table.registered(i) != StationTable.UNKNOWN && table.cast(i) > table.registered(i)) {
                found.add(new HardCheck(Kind.OVER_REGISTER, i, -1));
            }
            if (hours.isTooEarly(table.time(i))) {
                found.add(new HardCheck(Kind.CLOSED_EARLY, i, -1));
            }
            if (hours.isTooLate(table.time(i))) {
                found.add(new HardCheck(Kind.CLOSED_LATE, i, -1));
            }
            if (table.serial(i) != StationTable.UNKNOWN) {
                Integer first = serials.putIfAbsent(table.serial(i), i);
                if (first != null) {
                    found.add(new HardCheck(Kind.SAME_SERIAL, i, first));
                }
            }
        }
        return List.copyOf(found);
    }
}
