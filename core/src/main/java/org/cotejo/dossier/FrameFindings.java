package org.cotejo.dossier;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.definition.ElectionDefinition;
import org.cotejo.definition.PlaceTree;

/** What the frame shows by itself: stations in two places, stations added late, a definition that was changed. */
final class FrameFindings {
    private FrameFindings() {}

    static List<Finding> of(Frame frame, ElectionDefinition definition) {
        List<Finding> found = new ArrayList<>();
        for (Frame.Claim claim : frame.claims()) {
            int place = frame.register().place(claim.station());
            boolean areBothStated = place != PlaceTree.COUNTRY && claim.place() != PlaceTree.COUNTRY;
            if (areBothStated && claim.place() != place) {
                found.add(Finding.at(
                        DossierFinding.OTHER_PLACE,
                        Finding.NOWHERE,
                        claim.station(),
                        frame.sources().get(claim.source()).id().custodian().value(),
                        String.join(" / ", frame.places().path(claim.place()))));
            }
        }
        if (frame.frozen().isPresent()) {
            for (int station = 0; station < frame.register().size(); station++) {
                if (!frame.isInFrozen(station)) {
                    found.add(Finding.at(DossierFinding.AFTER_FREEZE, Finding.NOWHERE, station));
                }
            }
            boolean hasAll = frame.stationsFrozen() <= frame.register().size();
            if (!hasAll || !frame.frozen().get().equals(DefinitionHash.of(frame, definition, frame.stationsFrozen()))) {
                found.add(Finding.at(DossierFinding.FROZEN_HASH, Finding.NOWHERE, Finding.NOWHERE));
            }
        }
        return found;
    }
}
