package org.cotejo.audit.boxes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotejo.base.CanonicalWriter;
import org.cotejo.bulletin.LogOrigin;
import org.cotejo.bulletin.PublicLog;
import org.cotejo.bulletin.Publication;
import org.cotejo.crypto.Ed25519Key;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.AuditSeed;
import org.cotejo.custody.Commitment;
import org.cotejo.definition.Candidate;
import org.cotejo.definition.CandidateId;
import org.cotejo.definition.Contest;
import org.cotejo.definition.ContestId;
import org.cotejo.entry.Entry;
import org.cotejo.entry.EntryBlock;
import org.cotejo.entry.EntryWriter;

/**
 * An election of two candidates with entries and files in memory, and an audit of any kind step by step.
 *
 * @param <T> the kind, so that steps can be written one after the other
 */
public abstract class PaperSteps<T extends PaperSteps<T>> {
    public static final String SEED = "71828182845904523536";
    public static final ContestId CONTEST = new ContestId("president");
    public static final CandidateId ANA = new CandidateId("ana");
    public static final CandidateId BRUNO = new CandidateId("bruno");
    protected static final Hash NONE = Sha256.of(new byte[0]);
    private static final LocalDate DAY = LocalDate.of(2027, 3, 2);

    public final Contest contest = new Contest(
            CONTEST, "President", List.of(new Candidate(ANA, "Ana"), new Candidate(BRUNO, "Bruno")), List.of());
    public final Map<Hash, byte[]> files = new HashMap<>();
    protected final List<byte[]> entries = new ArrayList<>();
    public String id;

    protected PaperSteps(String id) {
        this.id = id;
    }

    protected abstract T self();

    /** The audit as it stands. */
    public abstract JudgedAudit report();

    /** What the sheet of a station says. */
    public static int ana(int station) {
        return 250 + station % 7;
    }

    public static int bruno(int station) {
        return 120 + station % 5;
    }

    public final void add(Entry entry) {
        CanonicalWriter writer = new CanonicalWriter();
        EntryWriter.write(entry, writer);
        entries.add(writer.toBytes());
    }

    public final T commit(Commitment.Kind kind, byte[] file) {
        files.put(Sha256.of(file), file);
        add(new Entry.AuditCommitted(new Commitment(id, kind, DAY, Sha256.of(file))));
        return self();
    }

    public final List<EntryBlock> blocks() {
        CanonicalWriter all = new CanonicalWriter();
        for (byte[] entry : entries) {
            all.octet(entry.length >>> 8).octet(entry.length & 0xff).raw(entry, 0, entry.length);
        }
        byte[] bytes = all.toBytes();
        return List.of(new EntryBlock(bytes, 0, bytes.length));
    }

    public final AuditFiles found() {
        return hash -> Optional.ofNullable(files.get(hash));
    }

    public final T openLog() {
        byte[] key =
                java.util.HexFormat.of().parseHex("ff84107363f0967c80fc856cd2ac8482d125c62bd13900cd7dac41186c842985");
        add(new Entry.LogOpened(new PublicLog(
                new LogOrigin("example.org/log"), Ed25519Key.enrolled(key).orThrow(), null)));
        return self();
    }

    public final T publish() {
        add(new Entry.PublicationMade(
                new Publication(entries.size(), Instant.parse("2027-03-02T00:00:00Z"), Sha256.of(new byte[] {9}))));
        return self();
    }

    public final T seed(String text) {
        return commit(Commitment.Kind.SEED, new AuditSeed(id, newest(Commitment.Kind.PLAN), text).bytes());
    }

    public final Hash newest(Commitment.Kind kind) {
        return Optional.ofNullable(report().newest(kind)).orElseThrow();
    }
}
