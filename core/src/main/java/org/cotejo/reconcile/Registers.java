package org.cotejo.reconcile;

import java.util.List;
import org.cotejo.definition.Register;
import org.cotejo.dossier.Dossier;
import org.cotejo.dossier.Finding;

/** Finds the register of one station over all contests. */
final class Registers {
    private final Dossier dossier;
    private final List<Finding> found;
    private int station;
    private int least;
    private int most;

    Registers(Dossier dossier, List<Finding> found) {
        this.dossier = dossier;
        this.found = found;
    }

    void begin(int stationIndex) {
        station = stationIndex;
        int listed = dossier.frame().register().registered(station);
        least = listed;
        most = listed;
    }

    /** Takes the newest register of each custodian whose rows are lawful. */
    void take(StationCase c) {
        int slot = c.registeredSlot();
        for (int row = 0; row < c.size; row++) {
            int voters = c.cell(row, slot);
            if (voters < 0 || !c.rows[row].counts() || isReplaced(c, row, slot)) {
                continue;
            }
            least = least == Register.UNKNOWN ? voters : Math.min(least, voters);
            most = Math.max(most, voters);
        }
    }

    private static boolean isReplaced(StationCase c, int row, int slot) {
        for (int other = 0; other < c.size; other++) {
            if (other != row
                    && c.cell(other, slot) >= 0
                    && c.rows[other].counts()
                    && c.rows[other].custodian() == c.rows[row].custodian()
                    && c.rows[other].isNewerThan(c.rows[row])) {
                return true;
            }
        }
        return false;
    }

    /** The imported register where there is one, else the largest that any custodian states: an upper limit. */
    int end() {
        if (least != most) {
            found.add(Finding.at(
                    ReconcileFinding.OTHER_REGISTER,
                    Finding.NOWHERE,
                    station,
                    Integer.toString(least),
                    Integer.toString(most)));
        }
        int listed = dossier.frame().register().registered(station);
        return listed == Register.UNKNOWN ? most : listed;
    }
}
