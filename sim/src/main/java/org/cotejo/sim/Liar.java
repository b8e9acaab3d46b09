package org.cotejo.sim;

import java.util.List;
import java.util.Set;
import org.cotejo.custody.AuditDue;
import org.cotejo.custody.StationFigures;

/**
 * Somebody who tells one kind of lie. Each method is asked what to make of something true, and by default makes nothing of it.
 * The answers depend on the arguments alone, so that stations may be asked about in any order and any number of times.
 */
interface Liar {
    /** The sheet as all copies of it are printed. */
    default Sheet printed(Station at, Sheet sheet) {
        return sheet;
    }

    /** Whether a holder hands in a copy. */
    default boolean holds(Station at, Holder holder, boolean isHeld) {
        return isHeld;
    }

    /** The copy as a holder hands it in. */
    default Sheet copied(Station at, Holder holder, Sheet sheet) {
        return sheet;
    }

    /** What a holder hands in where machines sign. */
    enum Signing {
        /** The sheet as its machine signed it; where the holder's figures are others, it hands those in on paper. */
        AS_PRINTED,
        /** The holder's figures under the signature of the true ones. */
        FORGED,
        /** The holder's figures as the machine signed them, too. */
        AGAIN,
        /** The signed sheet of another station. */
        OF_ANOTHER
    }

    default Signing signing(Station at, Holder holder, Signing signing) {
        return signing;
    }

    /** The station whose signed sheet is handed in as that of another, by its index. */
    default int signedAt(Station at) {
        return at.index();
    }

    /** Whether the key of the station's machine is stated after the definition was frozen. */
    default boolean isKeyLate(Station at, boolean isLate) {
        return isLate;
    }

    /** Whether the authority announces a result for the station. */
    default boolean announces(Station at, boolean isAnnounced) {
        return isAnnounced;
    }

    default Sheet announced(Station at, Sheet sheet) {
        return sheet;
    }

    default StationFigures.Way way(Station at, StationFigures.Way way) {
        return way;
    }

    /** The sums that are announced for the whole country. */
    default Sums total(Sums sums) {
        return sums;
    }

    default AuditDue audit(AuditDue audit) {
        return audit;
    }

    /** Holders who hand in copies for this lie, if only of its stations, although they would not get any. */
    default Set<Holder> brings() {
        return Set.of();
    }

    /** Those of them who get a copy of every station. */
    default Set<Holder> bringsForAll() {
        return Set.of();
    }

    /** What it adds to the folder in the end. */
    default void act(Scribe scribe) {}

    List<Truth.Deed> deeds();
}
