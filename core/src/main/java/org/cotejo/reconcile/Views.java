package org.cotejo.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cotejo.definition.Custodian;
import org.cotejo.dossier.Finding;
import org.cotejo.sheet.MachineId;

/** Turns an examined case into what a page shows. */
final class Views {
    private static final Comparator<CopyView> ORDER = Comparator.comparingInt(
                    (CopyView copy) -> copy.source().kind() == org.cotejo.custody.Source.Kind.ANNOUNCED ? 0 : 1)
            .thenComparingInt(copy -> copy.standing() == Standing.ANNOUNCED ? 0 : 1)
            .thenComparingInt(copy -> copy.standing() == Standing.OLDER_VERSION ? 1 : 0)
            .thenComparing(copy -> copy.custodian().side())
            .thenComparing(copy -> copy.source().id().custodian())
            .thenComparingInt(copy -> copy.source().id().number());

    private Views() {}

    static StationView of(StationCase c, int registered, List<Finding> findings) {
        List<CopyView> copies = new ArrayList<>();
        for (int row = 0; row < c.size; row++) {
            copies.add(copy(c, row));
        }
        copies.sort(ORDER);
        List<Finding> here = findings.stream()
                .filter(f -> f.contest() == c.contestIndex || f.contest() == Finding.NOWHERE)
                .toList();
        return new StationView(
                c.station,
                c.dossier.frame().register().code(c.station),
                registered,
                c.state,
                c.dossier.frame().isInFrozen(c.station),
                copies,
                here);
    }

    private static CopyView copy(StationCase c, int row) {
        List<Integer> cells = new ArrayList<>();
        List<Boolean> differs = new ArrayList<>();
        for (int slot = 0; slot < c.slots; slot++) {
            int cell = c.cell(row, slot);
            cells.add(cell);
            differs.add(cell >= 0 && slot < c.merged.length && differs(c, row, slot));
        }
        Custodian custodian = c.dossier
                .definition()
                .custodian(c.rows[row].source().id().custodian())
                .orElseThrow();
        String machine = c.machineId(row);
        return new CopyView(
                c.rows[row].source(),
                custodian,
                c.papers[row],
                c.ways[row],
                c.standings[row],
                c.signatures[row],
                machine == null ? null : new MachineId(machine),
                cells,
                differs);
    }

    private static boolean differs(StationCase c, int row, int slot) {
        for (int other = 0; other < c.size; other++) {
            boolean takesPart = c.standings[other] == Standing.COUNTS || c.standings[other] == Standing.ANNOUNCED;
            int cell = c.cell(other, slot);
            if (takesPart && cell >= 0 && cell != c.cell(row, slot)) {
                return true;
            }
        }
        return false;
    }
}
