package org.cotejo.exchange;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotejo.base.CanonicalWriter;
import org.cotejo.base.Result;
import org.cotejo.bulletin.Announcement;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.AuditDue;
import org.cotejo.entry.Entry;
import org.cotejo.entry.EntryBlock;
import org.cotejo.entry.EntryReader;
import org.cotejo.entry.EntryWriter;
import org.cotejo.entry.FiguresBytes;

/** What is on record in a folder beside figures, so that the same fact is not stated twice and no newer one is overruled. */
final class KnownRecords {
    private final Set<Hash> stated = new HashSet<>();
    private final Map<String, Announcement> announcements = new HashMap<>();
    private final Map<String, AuditDue> audits = new HashMap<>();
    private final Set<String> decisions = new HashSet<>();

    static KnownRecords of(List<EntryBlock> blocks) {
        KnownRecords known = new KnownRecords();
        for (EntryBlock block : blocks) {
            block.forEach((bytes, offset, length) -> {
                if (!FiguresBytes.isFigures(bytes, offset, length) && !EntryReader.isFrameKind(bytes, offset, length)) {
                    known.stated.add(new Sha256().add(bytes, offset, length).hash());
                    if (EntryReader.read(bytes, offset, length) instanceof Result.Ok<Entry>(Entry entry)) {
                        known.name(entry);
                    }
                }
            });
        }
        return known;
    }

    private void name(Entry entry) {
        if (entry instanceof Entry.AnnouncementMade(Announcement announcement)) {
            announcements.put(announcement.id(), announcement);
        } else if (entry instanceof Entry.AuditScheduled(AuditDue audit)) {
            audits.put(audit.id(), audit);
        } else if (entry instanceof Entry.DecisionMade(var decision)) {
            decisions.add(decision.id());
        }
    }

    /** Whether this very fact was stated; from now on it is. */
    boolean isStated(Entry entry) {
        CanonicalWriter bytes = new CanonicalWriter();
        EntryWriter.write(entry, bytes);
        return !stated.add(Sha256.of(bytes.toBytes()));
    }

    /** Whether another announcement of this id is on record. */
    boolean hasOther(Announcement announcement) {
        Announcement known = announcements.get(announcement.id());
        return known != null && !known.equals(announcement);
    }

    /** Whether an audit of this id is on record. */
    boolean hasOther(AuditDue audit) {
        AuditDue known = audits.get(audit.id());
        return known != null && !known.equals(audit);
    }

    boolean hasDecision(String id) {
        return decisions.contains(id);
    }
}
