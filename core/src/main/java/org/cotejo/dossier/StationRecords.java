package org.cotejo.dossier;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.custody.Correction;
import org.cotejo.custody.CustodyEvent;
import org.cotejo.custody.Denial;
import org.cotejo.custody.Incident;
import org.cotejo.custody.Retraction;
import org.cotejo.custody.RosterPlace;
import org.cotejo.custody.SignatureSlots;

/** What is on record of one station beside figures, in the order of the entries. */
public final class StationRecords {
    static final StationRecords NONE = new StationRecords();

    final List<Denial> denials = new ArrayList<>();
    final List<Incident> incidents = new ArrayList<>();
    final List<SignatureSlots> signatures = new ArrayList<>();
    final List<CustodyEvent> custody = new ArrayList<>();
    final List<Correction> corrections = new ArrayList<>();
    final List<RosterPlace> roster = new ArrayList<>();
    final List<Retraction> retractions = new ArrayList<>();

    StationRecords() {}

    /** Whether nothing is on record. */
    public boolean isEmpty() {
        return this == NONE
                || denials.isEmpty()
                        && incidents.isEmpty()
                        && signatures.isEmpty()
                        && custody.isEmpty()
                        && corrections.isEmpty()
                        && roster.isEmpty()
                        && retractions.isEmpty();
    }

    public List<Denial> denials() {
        return Collections.unmodifiableList(denials);
    }

    public List<Incident> incidents() {
        return Collections.unmodifiableList(incidents);
    }

    public List<SignatureSlots> signatures() {
        return Collections.unmodifiableList(signatures);
    }

    public List<CustodyEvent> custody() {
        return Collections.unmodifiableList(custody);
    }

    public List<Correction> corrections() {
        return Collections.unmodifiableList(corrections);
    }

    public List<RosterPlace> roster() {
        return Collections.unmodifiableList(roster);
    }

    public List<Retraction> retractions() {
        return Collections.unmodifiableList(retractions);
    }

    /** The records of those stations that have any, by index in the register. */
    static final class Book {
        private final Map<Integer, StationRecords> byStation = new HashMap<>();

        StationRecords of(int station) {
            return byStation.isEmpty() ? NONE : byStation.getOrDefault(station, NONE);
        }

        StationRecords open(int station) {
            return byStation.computeIfAbsent(station, _ -> new StationRecords());
        }
    }
}
