package org.cotejo.dossier;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.cotejo.custody.CommittedPicture;
import org.cotejo.custody.Correction;
import org.cotejo.custody.CustodyEvent;
import org.cotejo.custody.Denial;
import org.cotejo.custody.HeldCertificate;
import org.cotejo.custody.HeldLog;
import org.cotejo.custody.Incident;
import org.cotejo.custody.Retraction;
import org.cotejo.custody.RosterPlace;
import org.cotejo.custody.SignatureSlots;
import org.cotejo.definition.StationCode;
import org.jspecify.annotations.Nullable;

/** What is on record of one station beside figures, in the order of the entries. */
public final class StationRecords {
    static final StationRecords NONE = new StationRecords(null);

    private final @Nullable StationCode station;

    /** All of them in one list, since hundreds of thousands of stations have two or three. */
    private final List<Object> records = new ArrayList<>(2);

    /** {@code station}: whose they are; null where it is not listed. */
    StationRecords(@Nullable StationCode station) {
        this.station = station;
    }

    /** The same code in less memory, if it is that of these records' station. */
    StationCode shared(StationCode code) {
        return station != null && station.equals(code) ? station : code;
    }

    void add(Object record) {
        records.add(record);
    }

    private <T> List<T> only(Class<T> type) {
        List<T> found = new ArrayList<>(records.size());
        for (Object record : records) {
            if (type.isInstance(record)) {
                found.add(type.cast(record));
            }
        }
        return Collections.unmodifiableList(found);
    }

    /** Whether nothing is on record. */
    public boolean isEmpty() {
        return records.isEmpty();
    }

    public List<Denial> denials() {
        return only(Denial.class);
    }

    public List<Incident> incidents() {
        return only(Incident.class);
    }

    public List<SignatureSlots> signatures() {
        return only(SignatureSlots.class);
    }

    public List<CustodyEvent> custody() {
        return only(CustodyEvent.class);
    }

    public List<HeldCertificate> certificates() {
        return only(HeldCertificate.class);
    }

    public List<CommittedPicture> pictures() {
        return only(CommittedPicture.class);
    }

    public List<HeldLog> machineLogs() {
        return only(HeldLog.class);
    }

    public List<Correction> corrections() {
        return only(Correction.class);
    }

    public List<RosterPlace> roster() {
        return only(RosterPlace.class);
    }

    public List<Retraction> retractions() {
        return only(Retraction.class);
    }

    /** The records of those stations that have any, by index in the register. */
    static final class Book {
        private final int stations;
        private @Nullable StationRecords[] byStation = {};

        Book(int stations) {
            this.stations = stations;
        }

        StationRecords of(int station) {
            if (byStation.length == 0) {
                return NONE;
            }
            StationRecords found = byStation[station];
            return found == null ? NONE : found;
        }

        /** {@code station}: its index, or less than 0 if it is not listed; then what is added is kept nowhere. */
        StationRecords open(int station, StationCode code) {
            if (station < 0) {
                return new StationRecords(null);
            }
            if (byStation.length == 0) {
                byStation = new StationRecords[stations];
            }
            StationRecords found = byStation[station];
            if (found == null) {
                found = new StationRecords(code);
                byStation[station] = found;
            }
            return found;
        }
    }
}
