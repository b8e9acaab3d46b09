package org.cotejo.polls;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotejo.base.Where;

/**
 * Which column of a file is what: each name that a format knows stands for the column of that name unless the user says
 * {@code name=column}.
 */
public final class ColumnNames {
    private static final List<String> NAMES = List.of(
            "station",
            "stratum",
            "stratum_units",
            "cluster",
            "cluster_stations",
            "registered",
            "past_lead",
            "group",
            "total",
            "time",
            "voters",
            "refused",
            "other");

    private final Map<String, String> columns = new LinkedHashMap<>();

    /** Reads {@code name=column,name=column}; an empty text changes nothing. */
    public static ColumnNames of(String option) {
        ColumnNames names = new ColumnNames();
        NAMES.forEach(name -> names.columns.put(name, name));
        if (option.isBlank()) {
            return names;
        }
        for (String pair : option.split(",", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? "" : pair.substring(0, equals).strip();
            if (!NAMES.contains(name) || pair.substring(equals + 1).isBlank()) {
                throw PollProblem.COLUMNS_FORM.at(Where.field("--columns"), pair, String.join(", ", NAMES));
            }
            names.columns.put(name, pair.substring(equals + 1).strip());
        }
        return names;
    }

    String of(Name name) {
        return columns.getOrDefault(name.key(), name.key());
    }

    /** All columns that are none of a candidate. */
    Set<String> reserved() {
        return Set.copyOf(columns.values());
    }

    /** The names that formats know. */
    enum Name {
        STATION,
        STRATUM,
        STRATUM_UNITS,
        CLUSTER,
        CLUSTER_STATIONS,
        REGISTERED,
        PAST_LEAD,
        GROUP,
        TOTAL,
        TIME,
        VOTERS,
        REFUSED,
        OTHER;

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
