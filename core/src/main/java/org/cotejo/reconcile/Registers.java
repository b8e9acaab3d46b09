package org.cotejo.reconcile;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cotejo.definition.Register;
import org.cotejo.dossier.Dossier;
import org.cotejo.dossier.Finding;
import org.cotejo.dossier.Frame;
import org.jspecify.annotations.Nullable;

/** Finds the register of one station over all contests. */
final class Registers {
    private final Dossier dossier;
    private final Map<Integer, List<Integer>> listedAgain;
    private final List<Finding> found;
    private int station;
    private int least;
    private int most;

    Registers(Dossier dossier, Map<Integer, List<Integer>> listedAgain, List<Finding> found) {
        this.dossier = dossier;
        this.listedAgain = listedAgain;
        this.found = found;
    }

    /** The registers with which stations were listed again, by station. */
    static Map<Integer, List<Integer>> listedAgain(Dossier dossier) {
        return dossier.frame().claims().stream()
                .filter(claim -> claim.registered() != Register.UNKNOWN)
                .collect(Collectors.groupingBy(
                        Frame.Claim::station, Collectors.mapping(Frame.Claim::registered, Collectors.toList())));
    }

    void begin(int stationIndex) {
        station = stationIndex;
        int listed = dossier.frame().register().registered(station);
        least = listed;
        most = listed;
        if (!listedAgain.isEmpty()) {
            listedAgain.getOrDefault(station, List.of()).forEach(this::take);
        }
    }

    private void take(int voters) {
        least = least == Register.UNKNOWN ? voters : Math.min(least, voters);
        most = Math.max(most, voters);
    }

    /** Takes the newest register of each custodian whose rows are lawful. */
    void take(StationCase c) {
        int slot = c.registeredSlot();
        if (c.isAlike && c.size > 0) {
            takeAny(c, slot);
            return;
        }
        for (int row = 0; row < c.size; row++) {
            int voters = c.cell(row, slot);
            if (voters >= 0 && c.isStated(row) && newest(c, row, slot) == row) {
                take(voters);
            }
        }
    }

    /** Takes the one register of rows that all state the same, if any of them is lawful. */
    private void takeAny(StationCase c, int slot) {
        int voters = c.cell(0, slot);
        for (int row = 0; row < c.size && voters >= 0; row++) {
            if (c.isStated(row)) {
                take(voters);
                return;
            }
        }
    }

    /** The row with the custodian's newest register; versions are piled up as in {@link StationCase#newestVersion}. */
    private static int newest(StationCase c, int row, int slot) {
        int newest = row;
        @Nullable Instant latest = null;
        for (int version = 0; version < c.size; version++) {
            SourceTable.Row source = c.rows[version];
            if (source.custodian() == c.rows[row].custodian() && c.isStated(version) && c.cell(version, slot) >= 0) {
                Instant published = source.source().publishedAt();
                if (published == null || latest == null || !published.isBefore(latest)) {
                    newest = version;
                    latest = published == null ? latest : published;
                }
            }
        }
        return newest;
    }

    /** Closes the station; an imported register stands, whatever the sources state. */
    void end() {
        if (least != most) {
            found.add(Finding.at(
                    ReconcileFinding.OTHER_REGISTER,
                    Finding.NOWHERE,
                    station,
                    Integer.toString(least),
                    Integer.toString(most)));
        }
        int listed = dossier.frame().register().registered(station);
        if (listed != Register.UNKNOWN) {
            least = listed;
            most = listed;
        }
    }

    /** The largest register that anybody states: an upper limit; {@link Register#UNKNOWN} if nobody does. */
    int most() {
        return most;
    }

    /** The smallest register that anybody states; {@link Register#UNKNOWN} if nobody does. */
    int least() {
        return least;
    }
}
