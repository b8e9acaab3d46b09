package org.cotejo.folder;

import java.time.Instant;
import java.util.List;
import org.cotejo.crypto.Hash;
import org.cotejo.custody.Provenance;
import org.cotejo.custody.Source;
import org.cotejo.definition.ContestId;
import org.cotejo.definition.CustodianId;
import org.cotejo.definition.SideId;
import org.cotejo.tally.Figure;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a delivery before its first row.
 *
 * @param kind copies or announced results; a register is imported otherwise
 * @param contest null for the only contest of the definition, or {@code main} where there is none yet
 * @param figures the figures that every row carries, in the order of its cells
 * @param levels names of the levels of places that its rows give, from the widest; may be empty
 * @param file hash of the imported file
 */
public record DeliveryTerms(
        CustodianId custodian,
        SideId side,
        Source.Kind kind,
        @Nullable ContestId contest,
        Provenance provenance,
        List<Figure> figures,
        @Nullable Instant publishedAt,
        boolean isPart,
        List<String> levels,
        Hash file) {
    public DeliveryTerms {
        figures = List.copyOf(figures);
        levels = List.copyOf(levels);
    }
}
