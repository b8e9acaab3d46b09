package org.cotejo.reconcile;

import java.util.List;
import org.cotejo.definition.StationCode;
import org.cotejo.dossier.Finding;

/**
 * All that is known of one station in one contest: the verdict, every copy and announced row side by side, and the findings.
 *
 * @param registered voters, or {@link org.cotejo.definition.Register#UNKNOWN}
 * @param isInCommittedDefinition whether it was listed before the definition was frozen; true where it never was
 * @param copies announced rows first, then copies by side and custodian, older versions last
 */
public record StationView(
        int station,
        StationCode code,
        int registered,
        StationState state,
        boolean isInCommittedDefinition,
        List<CopyView> copies,
        List<Finding> findings) {
    public StationView {
        copies = List.copyOf(copies);
        findings = List.copyOf(findings);
    }
}
