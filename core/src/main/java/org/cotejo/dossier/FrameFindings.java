package org.cotejo.dossier;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.crypto.Hash;
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
            if (!hasAll || !frame.frozen().get().equals(frozenHash(frame, definition))) {
                found.add(Finding.at(DossierFinding.FROZEN_HASH, Finding.NOWHERE, Finding.NOWHERE));
            }
        }
        keys(frame, definition, found);
        return found;
    }

    private static Hash frozenHash(Frame frame, ElectionDefinition definition) {
        return DefinitionHash.of(
                frame, definition, frame.stationsFrozen(), frame.keys().frozen());
    }

    private static void keys(Frame frame, ElectionDefinition definition, List<Finding> found) {
        StationKeys keys = frame.keys();
        int rehearsals = 0;
        for (int key = 0; key < keys.size(); key++) {
            int station = keys.station(key);
            rehearsals += keys.algorithm(key).countsIn(definition.id()) ? 0 : 1;
            if (station != StationKeys.NONE && keys.isSecond(key)) {
                found.add(Finding.at(
                        DossierFinding.SECOND_KEY,
                        Finding.NOWHERE,
                        station,
                        keys.machine(key).value()));
            }
            if (station != StationKeys.NONE && !frame.isKeyInFrozen(key)) {
                found.add(Finding.at(
                        DossierFinding.LATE_KEY,
                        Finding.NOWHERE,
                        station,
                        keys.machine(key).value()));
            }
        }
        if (rehearsals > 0) {
            found.add(Finding.at(
                    DossierFinding.REHEARSAL_KEYS, Finding.NOWHERE, Finding.NOWHERE, Integer.toString(rehearsals)));
        }
        keys.unlistedStations()
                .forEach(code -> found.add(
                        Finding.at(DossierFinding.RECORD_OF_UNKNOWN_STATION, Finding.NOWHERE, Finding.NOWHERE, code)));
    }
}
