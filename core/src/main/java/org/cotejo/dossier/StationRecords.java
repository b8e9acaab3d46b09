package org.cotejo.dossier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.custody.Correction;
import org.cotejo.custody.CustodyEvent;
import org.cotejo.custody.Denial;
import org.cotejo.custody.Incident;
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

    StationRecords() {}

    public List<Denial> denials() {
        return List.copyOf(denials);
    }

    public List<Incident> incidents() {
        return List.copyOf(incidents);
    }

    public List<SignatureSlots> signatures() {
        return List.copyOf(signatures);
    }

    public List<CustodyEvent> custody() {
        return List.copyOf(custody);
    }

    public List<Correction> corrections() {
        return List.copyOf(corrections);
    }

    public List<RosterPlace> roster() {
        return List.copyOf(roster);
    }

    /** The records of those stations that have any, by index in the register. */
    static final class Book {
        private final Map<Integer, StationRecords> byStation = new HashMap<>();

        StationRecords of(int station) {
            return byStation.getOrDefault(station, NONE);
        }

        StationRecords open(int station) {
            return byStation.computeIfAbsent(station, _ -> new StationRecords());
        }
    }
}
