package org.cotejo.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotejo.audit.boxes.AuditFiles;
import org.cotejo.audit.boxes.AuditProblem;
import org.cotejo.audit.boxes.JudgedAudit;
import org.cotejo.audit.evidence.JudgedAudits;
import org.cotejo.base.CanonicalWriter;
import org.cotejo.base.Sentence;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.Commitment;
import org.cotejo.entry.Entry;
import org.cotejo.entry.EntryBlock;
import org.cotejo.entry.EntryWriter;
import org.cotejo.folder.FolderWriter;

/** What one command adds to an audit. It is judged with the entries on record before it is written: what is void stays so for ever. */
final class AuditChange {
    private final FolderAudits audits;
    private final FolderWriter writer;
    private final String audit;
    private final LocalDate day;
    private final Map<Hash, byte[]> files = new HashMap<>();
    private final CanonicalWriter added = new CanonicalWriter();

    /** {@code audits}: read after {@code writer} took the lock, so that nothing came between. */
    AuditChange(FolderAudits audits, FolderWriter writer, String audit, LocalDate day) {
        this.audits = audits;
        this.writer = writer;
        this.audit = audit;
        this.day = day;
    }

    /** Adds an entry that commits to a file. */
    void add(Commitment.Kind kind, byte[] file) {
        Hash hash = Sha256.of(file);
        files.put(hash, file);
        CanonicalWriter entry = new CanonicalWriter();
        EntryWriter.write(new Entry.AuditCommitted(new Commitment(audit, kind, day, hash)), entry);
        byte[] bytes = entry.toBytes();
        added.octet(bytes.length >>> 8).octet(bytes.length & 0xff).raw(bytes, 0, bytes.length);
        append(writer, audit, kind, day, file);
    }

    /** Keeps a file of an audit where everybody sees it, and commits to it, without judging anything. */
    static void append(FolderWriter writer, String audit, Commitment.Kind kind, LocalDate day, byte[] file) {
        writer.append(new Entry.AuditCommitted(new Commitment(audit, kind, day, writer.keepBlob(file))));
    }

    /** Makes it part of the folder; refuses what would make the audit void. */
    void commit() {
        byte[] bytes = added.toBytes();
        List<EntryBlock> all = new ArrayList<>(audits.blocks());
        all.add(new EntryBlock(bytes, 0, bytes.length));
        AuditFiles before = FolderAudits.files(audits.folder());
        JudgedAudit then = JudgedAudits.of(
                        all, hash -> Optional.ofNullable(files.get(hash)).or(() -> before.find(hash)))
                .find(audit)
                .map(JudgedAudits.One::audit)
                .orElse(null);
        if (then != null && then.isVoid()) {
            Sentence why = then.why();
            throw AuditProblem.WOULD_BE_VOID.of("--audit", why.en(), why.es());
        }
        writer.commit();
    }
}
