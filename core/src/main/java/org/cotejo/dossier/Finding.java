package org.cotejo.dossier;

import java.util.List;
import org.cotejo.base.FindingCode;
import org.cotejo.base.Sentence;

/**
 * One thing found, at one station or about a contest or the whole election.
 *
 * @param contest 0-based index of the contest in the definition, or {@link #NOWHERE} for all
 * @param station index in the register, or {@link #NOWHERE} if it is about no single listed station
 * @param values for the places of the code's sentence, in order
 */
public record Finding(FindingCode kind, int contest, int station, List<String> values) {
    public static final int NOWHERE = -1;

    public Finding {
        values = List.copyOf(values);
    }

    public static Finding at(FindingCode kind, int contest, int station, String... values) {
        return new Finding(kind, contest, station, List.of(values));
    }

    /** The code's sentence with this finding's values. */
    public Sentence sentence() {
        return kind.sentence().with(values.toArray());
    }
}
