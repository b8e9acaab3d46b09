package org.cotejo.reconcile;

import java.util.List;
import java.util.Optional;
import org.cotejo.base.Check;
import org.cotejo.custody.Source;
import org.cotejo.custody.StationFigures;
import org.cotejo.definition.Custodian;
import org.cotejo.dossier.SignatureVerdict;
import org.cotejo.sheet.MachineId;
import org.cotejo.tally.Cell;
import org.cotejo.tally.Cells;
import org.jspecify.annotations.Nullable;

/**
 * One copy, or one announced row, of one station in one contest as a page shows it.
 *
 * @param signature what checking its signature gave
 * @param machine the machine that its signed sheet names, null if it is of paper
 * @param packed one cell for each slot (candidates in the definition's order, then null, blank, valid, registered, voters,
 *     ballots), packed as {@link org.cotejo.tally.Cells} says, or {@link #NOT_CARRIED}
 * @param differs for each slot whether it differs from another copy that counts or from the announced result
 */
public record CopyView(
        Source source,
        Custodian custodian,
        StationFigures.Paper paper,
        StationFigures.Way way,
        Standing standing,
        SignatureVerdict signature,
        @Nullable MachineId machine,
        List<Integer> packed,
        List<Boolean> differs) {
    /** Stands for a figure that the source does not carry. */
    public static final int NOT_CARRIED = -3;

    public CopyView {
        packed = List.copyOf(packed);
        differs = List.copyOf(differs);
        Check.that(
                (machine == null) == (signature == SignatureVerdict.UNSIGNED), "%s by machine %s", signature, machine);
        Check.that(packed.size() == differs.size(), "%d cells, %d marks", packed.size(), differs.size());
    }

    /** The cell of a slot; empty if the source does not carry the figure. */
    public Optional<Cell> cell(int slot) {
        int value = packed.get(slot);
        // Options of one candidate may add up to more than one cell holds; no station has so many voters.
        return value == NOT_CARRIED ? Optional.empty() : Optional.of(Cells.unpack(Math.min(value, Cell.MOST)));
    }
}
