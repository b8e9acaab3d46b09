package org.cotejo.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.cotejo.base.Sentence;
import org.cotejo.custody.Correction;
import org.cotejo.custody.Retraction;
import org.cotejo.definition.CustodianId;
import org.cotejo.entry.Entry;

/** Counts what was taken in the name of bodies whose log it is not, so that a person is told. Not safe for use by several threads. */
final class OnBehalf {
    private final Speakers speakers;
    private final TreeMap<CustodianId, Integer> deliveries = new TreeMap<>();
    private final TreeMap<CustodianId, Integer> records = new TreeMap<>();

    OnBehalf(Speakers speakers) {
        this.speakers = speakers;
    }

    /** A delivery of one of our bodies was taken. */
    void delivery(CustodianId ours) {
        deliveries.merge(ours, 1, Integer::sum);
        records.putIfAbsent(ours, 0);
    }

    /** A record was taken, in this folder's words. */
    void stated(Entry taken) {
        if (taken instanceof Entry.CopyRetracted(Retraction retraction)) {
            recordOf(retraction.source().custodian());
        } else if (taken instanceof Entry.CorrectionMade(Correction correction)) {
            recordOf(correction.corrected().custodian());
        } else {
            RecordTaking.bodies(taken).distinct().forEach(this::recordOf);
        }
    }

    private void recordOf(CustodianId ours) {
        records.merge(ours, 1, Integer::sum);
    }

    /** One sentence for each body whose log it is not. */
    List<Sentence> sentences() {
        List<Sentence> all = new ArrayList<>();
        records.forEach((body, number) -> {
            if (!speakers.isOwner(body)) {
                all.add(new Sentence(
                                "Taken in the name of {0}, whose log this is not: {1} deliveries, {2} records.",
                                "Se tomó en nombre de {0}, de quien no es este registro: {1} entregas, {2} constancias.")
                        .with(body, deliveries.getOrDefault(body, 0), number));
            }
        });
        return all;
    }
}
