package org.cotejo.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cotejo.custody.HeldCertificate;
import org.cotejo.definition.CandidateId;
import org.cotejo.dossier.Finding;
import org.cotejo.dossier.StationRecords;
import org.cotejo.sheet.CountCertificate;
import org.cotejo.tally.Figure;

/**
 * Holds the certificates of the hand count of a station's receipts against the copies of its sheet, figure by figure. They change no state:
 * a certificate is no copy.
 */
final class CertificateFindings {
    private final StationCase c;
    private final List<Finding> found;

    CertificateFindings(StationCase stationCase, List<Finding> found) {
        this.c = stationCase;
        this.found = found;
    }

    /** Adds the findings of the case as it stands. */
    void find() {
        StationRecords records = c.dossier.records(c.station);
        if (records.isEmpty()) {
            return;
        }
        Map<String, Set<String>> holders = new TreeMap<>();
        Map<String, CountCertificate> different = new TreeMap<>();
        for (HeldCertificate held : records.certificates()) {
            if (held.certificate().contest().equals(c.contest.id())) {
                String text = held.certificate().text();
                different.put(text, held.certificate());
                holders.computeIfAbsent(text, _ -> new TreeSet<>())
                        .add(held.holder().value());
            }
        }
        different.forEach((text, certificate) -> {
            if (c.dossier.verdictOf(certificate).refutes()) {
                add(
                        ReconcileFinding.CERTIFICATE_FALSE,
                        String.join(", ", holders.getOrDefault(text, Set.of())),
                        certificate.machine().value());
            } else {
                compare(certificate);
            }
        });
    }

    /** Copies that differ in the same way are named once. */
    private void compare(CountCertificate certificate) {
        Map<String, Set<String>> holders = new TreeMap<>();
        int[] receipts = bySlot(certificate);
        for (int row = 0; row < c.size; row++) {
            String differences = c.standings[row] == Standing.COUNTS ? differences(row, receipts) : "";
            if (!differences.isEmpty()) {
                holders.computeIfAbsent(differences, _ -> new TreeSet<>())
                        .add(c.rows[row].source().id().custodian().value());
            }
        }
        holders.forEach((differences, who) -> add(
                ReconcileFinding.RECEIPTS_DIFFER,
                String.join(", ", who.stream().sorted().toList()),
                differences));
    }

    /** Receipts of each candidate, then those that can't be read, then blank ones, as the slots of a case. */
    private int[] bySlot(CountCertificate certificate) {
        int[] receipts = new int[c.candidates + 2];
        List<Figure> positions = Figure.positions(c.contest);
        for (int i = 0; i < positions.size(); i++) {
            int candidate = switch (positions.get(i)) {
                case Figure.OfCandidate(CandidateId id) -> c.contest.indexOf(id);
                case Figure.OfOption(int position) ->
                    c.contest.indexOf(c.contest.options().get(position - 1).candidate());
                case Figure.Count count -> throw new IllegalStateException("a ballot position " + count);
            };
            receipts[candidate] =
                    Math.addExact(receipts[candidate], certificate.votes().get(i));
        }
        receipts[c.candidates] = certificate.unreadable();
        receipts[c.candidates + 1] = certificate.blank();
        return receipts;
    }

    private String differences(int row, int[] receipts) {
        List<String> differences = new ArrayList<>();
        for (int slot = 0; slot < receipts.length; slot++) {
            int cell = c.cell(row, slot);
            if (cell >= 0 && cell != receipts[slot]) {
                differences.add(CaseFindings.slotName(c, slot) + " " + cell + "/" + receipts[slot]);
            }
        }
        return String.join(", ", differences);
    }

    private void add(ReconcileFinding code, String... values) {
        found.add(Finding.at(code, c.contestIndex, c.station, values));
    }
}
