package org.cotejo.audit.evidence;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotejo.audit.boxes.AuditFiles;
import org.cotejo.audit.boxes.AuditRecord;
import org.cotejo.audit.boxes.AuditReport;
import org.cotejo.audit.boxes.BoxAudits;
import org.cotejo.audit.boxes.JudgedAudit;
import org.cotejo.entry.EntryBlock;

/** All audits of some entries, of every kind, each kind in the order of the audits' first entries. */
public record JudgedAudits(List<AuditReport> boxes, List<EvidenceReport> evidence) {
    /** Where there are none. */
    public static final JudgedAudits NONE = new JudgedAudits(List.of(), List.of());

    public JudgedAudits {
        boxes = List.copyOf(boxes);
        evidence = List.copyOf(evidence);
    }

    /** Judges every audit. Throws {@link org.cotejo.dossier.FoldException} as folding does. */
    public static JudgedAudits of(List<EntryBlock> blocks, AuditFiles files) {
        AuditRecord record = AuditRecord.of(blocks, files);
        return new JudgedAudits(BoxAudits.of(record), EvidenceAudits.of(record));
    }

    /** Those of boxes, then those of the evidence. */
    public List<JudgedAudit> all() {
        return Stream.<JudgedAudit>concat(boxes.stream(), evidence.stream()).toList();
    }

    /** One audit of either kind. */
    public sealed interface One {
        /** Of boxes. */
        record OfBoxes(AuditReport report) implements One {}

        /** Of the evidence outside of them. */
        record OfEvidence(EvidenceReport report) implements One {}

        /** What both kinds say. */
        default JudgedAudit audit() {
            return switch (this) {
                case OfBoxes(AuditReport report) -> report;
                case OfEvidence(EvidenceReport report) -> report;
            };
        }
    }

    /** Those of boxes, then those of the evidence, each as what it is. */
    public List<One> ones() {
        return Stream.<One>concat(
                        boxes.stream().map(One.OfBoxes::new), evidence.stream().map(One.OfEvidence::new))
                .toList();
    }

    /** The audit of that id; empty if there is none. */
    public Optional<One> find(String id) {
        return ones().stream().filter(one -> one.audit().id().equals(id)).findFirst();
    }

    /** The names of the audits there are, for a refusal. */
    public String names() {
        return all().isEmpty() ? "-" : all().stream().map(JudgedAudit::id).collect(Collectors.joining(", "));
    }
}
