package org.cotejo.reconcile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.custody.CustodyEvent;
import org.cotejo.custody.Denial;
import org.cotejo.custody.Incident;
import org.cotejo.custody.RosterPlace;
import org.cotejo.custody.SignatureSlot;
import org.cotejo.custody.SignatureSlots;
import org.cotejo.custody.Source;
import org.cotejo.definition.CustodianId;
import org.cotejo.dossier.Dossier;
import org.cotejo.dossier.Finding;
import org.cotejo.dossier.StationRecords;
import org.jspecify.annotations.Nullable;

/** Names what the records of one station beside its figures show: denials, incidents, custody, signatures, the coverage plan. */
final class RecordFindings {
    private final Dossier dossier;
    private final List<Finding> found;

    RecordFindings(Dossier dossier, List<Finding> found) {
        this.dossier = dossier;
        this.found = found;
    }

    void find(int station) {
        StationRecords records = dossier.records(station);
        if (records.isEmpty()) {
            return;
        }
        for (Denial denial : records.denials()) {
            add(
                    switch (denial.kind()) {
                        case COPY_REFUSED -> ReconcileFinding.COPY_REFUSED;
                        case WITNESS_PUT_OUT, WITNESS_NOT_ADMITTED -> ReconcileFinding.WITNESS_OUT;
                        case BOX_COUNT_REFUSED, NOT_POSTED -> ReconcileFinding.COUNT_DENIED;
                    },
                    station,
                    denial.denied().value());
        }
        for (Incident incident : records.incidents()) {
            if (incident.kind() == Incident.Kind.NOT_TRANSMITTED) {
                add(
                        ReconcileFinding.NOT_TRANSMITTED,
                        station,
                        incident.reporter().value());
            }
        }
        for (SignatureSlots slots : records.signatures()) {
            long unsigned = slots.slots().stream()
                    .filter(slot ->
                            slot.state() == SignatureSlot.State.ABSENT || slot.state() == SignatureSlot.State.REFUSED)
                    .count();
            if (unsigned > 0) {
                add(
                        ReconcileFinding.NOT_SIGNED,
                        station,
                        Long.toString(unsigned),
                        slots.holder().value());
            }
        }
        roster(station, records);
        custody(station, records.custody());
    }

    private void roster(int station, StationRecords records) {
        for (RosterPlace place : records.roster()) {
            boolean isDenied = records.denials().stream()
                    .anyMatch(denial -> denial.denied().equals(place.body()));
            if (place.isAccredited() && !isDenied && !hasCopy(station, place.body())) {
                add(ReconcileFinding.PLANNED_NO_COPY, station, place.body().value());
            }
        }
    }

    private boolean hasCopy(int station, CustodianId body) {
        for (int contest = 0; contest < dossier.definition().contests().size(); contest++) {
            for (int row = dossier.firstRow(contest, station); row != Dossier.NO_ROW; row = dossier.nextRow(row)) {
                Source source = dossier.sources().get(dossier.sourceOf(row));
                if (source.kind() == Source.Kind.COPIES
                        && source.id().custodian().equals(body)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void custody(int station, List<CustodyEvent> events) {
        Map<CustodyEvent.Item, CustodianId> holders = new HashMap<>();
        Map<CustodyEvent.Item, String> seals = new HashMap<>();
        for (CustodyEvent event : events) {
            @Nullable CustodianId holder = holders.get(event.item());
            if (event.from() != null && holder != null && !holder.equals(event.from())) {
                add(ReconcileFinding.CUSTODY_GAP, station, event.from().value(), holder.value());
            }
            if (event.to() != null) {
                holders.put(event.item(), event.to());
            }
            String seal = seals.getOrDefault(event.item(), "");
            if (!event.seal().isEmpty() && !seal.isEmpty() && !seal.equals(event.seal())) {
                add(ReconcileFinding.SEAL_CHANGED, station, seal, event.seal());
            }
            if (!event.seal().isEmpty()) {
                seals.put(event.item(), event.seal());
            }
            switch (event.step()) {
                case OPENED -> seals.remove(event.item());
                case MISSING, DENIED, DESTROYED -> add(ReconcileFinding.BOX_GONE, station);
                case SEALED, HANDED_OVER, DEPOSITED, COUNTED -> {
                    // nothing odd in itself
                }
            }
        }
    }

    private void add(ReconcileFinding code, int station, String... values) {
        found.add(Finding.at(code, Finding.NOWHERE, station, values));
    }
}
