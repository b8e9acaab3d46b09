package org.cotejo.audit.boxes;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.base.Sentence;
import org.cotejo.custody.BallotManifest;

/** What is to be said of bounds that nobody but the audited side vouches for. An audit is worth as much as its bounds. */
public final class BoundNote {
    private BoundNote() {}

    /** The notes on the bounds of an audit, as the entries stood before its plan; none if a register was imported and no poll book used. */
    public static List<Sentence> of(boolean isRegisterImported, BallotManifest manifest) {
        List<Sentence> notes = new ArrayList<>();
        long books = manifest.boxes().stream()
                .filter(box -> box.basis() == BallotManifest.Basis.POLL_BOOK)
                .count();
        if (!isRegisterImported && books < manifest.boxes().size()) {
            notes.add(
                    new Sentence(
                            "No register was imported: how many voters a station has is known only from those whose figures are audited. If they understate it, the risk is larger than stated",
                            "No se importó ningún registro: cuántos electores tiene una mesa se sabe sólo por aquellos cuyas cifras se auditan. Si dicen menos de los que son, el riesgo es mayor que el dicho"));
        }
        if (books > 0) {
            notes.add(new Sentence(
                            "The bounds of {0} stations come from poll books and are taken as stated by those who planned",
                            "Las cotas de {0} mesas vienen de cuadernos y se toman como las dijo quien planificó")
                    .with(books));
        }
        return notes;
    }
}
