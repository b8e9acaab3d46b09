package org.cotejo.reconcile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cotejo.custody.HeldLog;
import org.cotejo.dossier.Dossier;
import org.cotejo.dossier.Finding;
import org.cotejo.dossier.SignatureVerdict;
import org.cotejo.dossier.StationKeys;
import org.cotejo.dossier.StationRecords;
import org.cotejo.entry.FiguresBytes;
import org.cotejo.sheet.LogFacts;

/**
 * Holds the logs of a station's machines against their own lines and against the copies of its sheet: poll book, votes, the minute of
 * closing. They change no state: a log is no copy.
 */
final class MachineLogFindings {
    private static final long MINUTE = 60;

    private final Dossier dossier;
    private final List<Finding> found;
    private final FiguresBytes cursor = new FiguresBytes();

    MachineLogFindings(Dossier dossier, List<Finding> found) {
        this.dossier = dossier;
        this.found = found;
    }

    /** What is wrong with the logs themselves; the same log in several hands is named once for each. */
    void find(int station) {
        StationRecords records = dossier.records(station);
        if (records.isEmpty()) {
            return;
        }
        List<HeldLog> logs = records.machineLogs().stream()
                .distinct()
                .sorted(Comparator.comparing((HeldLog log) -> log.holder().value())
                        .thenComparing(log -> log.machine().value()))
                .toList();
        for (HeldLog held : logs) {
            String holder = held.holder().value();
            String machine = held.machine().value();
            LogFacts facts = held.facts();
            if (dossier.verdictOf(held).refutes()) {
                add(
                        ReconcileFinding.MACHINE_LOG_FALSE,
                        station,
                        holder,
                        machine,
                        Integer.toString(facts.proven() + 1),
                        Integer.toString(facts.lines()));
            }
            if (held.parting() > 0) {
                add(ReconcileFinding.MACHINE_LOGS_PART, station, holder, machine, Integer.toString(held.parting()));
            }
            LogFacts.Closing closing = facts.closing();
            if (closing != null && !facts.isConsistent()) {
                add(
                        ReconcileFinding.MACHINE_LOG_DENIES_ITSELF,
                        station,
                        holder,
                        machine,
                        Integer.toString(facts.counted()),
                        Integer.toString(closing.counted()),
                        Integer.toString(closing.printed()),
                        Integer.toString(closing.copies()));
            }
        }
    }

    /** Holds the logs against the copies of one contest as they stand; copies that differ in the same way are named once. */
    void compare(StationCase c) {
        StationRecords records = dossier.records(c.station);
        if (records.isEmpty()) {
            return;
        }
        Map<String, Map<String, Set<String>>> different = new TreeMap<>();
        boolean isOnly = isOnlyMachine(c.station);
        for (HeldLog held : records.machineLogs()) {
            LogFacts.Closing closing = held.facts().closing();
            for (int row = 0; closing != null && row < c.size; row++) {
                String machine = c.machineId(row);
                boolean isOfIt =
                        machine == null ? isOnly : machine.equals(held.machine().value());
                String differences = isOfIt && c.standings[row] == Standing.COUNTS ? differences(c, row, closing) : "";
                if (!differences.isEmpty()) {
                    different
                            .computeIfAbsent(held.machine().value(), _ -> new TreeMap<>())
                            .computeIfAbsent(differences, _ -> new TreeSet<>())
                            .add(c.rows[row].source().id().custodian().value());
                }
            }
        }
        different.forEach((machine, all) -> all.forEach((differences, holders) -> found.add(Finding.at(
                ReconcileFinding.MACHINE_LOG_DIFFERS,
                c.contestIndex,
                c.station,
                machine,
                String.join(", ", holders),
                differences))));
    }

    private boolean isOnlyMachine(int station) {
        StationKeys keys = dossier.frame().keys();
        int first = keys.first(station);
        return first != StationKeys.NONE && keys.next(first) == StationKeys.NONE;
    }

    private String differences(StationCase c, int row, LogFacts.Closing closing) {
        List<String> differences = new ArrayList<>();
        differ(differences, "VOT", c.cell(row, c.registeredSlot() + 1), closing.pollBook());
        differ(differences, "BAL", c.cell(row, c.registeredSlot() + 2), closing.counted());
        if (c.signatures[row] != SignatureVerdict.UNSIGNED) {
            long sheet = dossier.point(cursor, c.dossierRows[row]).sheet().closedAt();
            long log = Math.floorDiv(closing.at().toEpochSecond(), MINUTE);
            if (sheet != log) {
                differences.add("CLOSED " + time(sheet) + "/" + time(log));
            }
        }
        return String.join(", ", differences);
    }

    private static void differ(List<String> differences, String name, int cell, int log) {
        if (cell >= 0 && cell != log) {
            differences.add(name + " " + cell + "/" + log);
        }
    }

    private static String time(long minute) {
        return Instant.ofEpochSecond(minute * MINUTE).toString().replace(":00Z", "Z");
    }

    private void add(ReconcileFinding code, int station, String... values) {
        found.add(Finding.at(code, Finding.NOWHERE, station, values));
    }
}
