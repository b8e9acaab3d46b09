package org.cotejo.exchange;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotejo.base.CanonicalWriter;
import org.cotejo.base.Result;
import org.cotejo.bulletin.Announcement;
import org.cotejo.bulletin.TakenPublication;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.AuditDue;
import org.cotejo.definition.CustodianId;
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
    private final Set<CustodianId> fromElsewhere = new HashSet<>();

    /** {@code origin}: of the log that is taken, so that what came from it before is told from the rest. */
    static KnownRecords of(List<EntryBlock> blocks, String origin) {
        KnownRecords known = new KnownRecords();
        for (EntryBlock segment : blocks) {
            Set<CustodianId> bodies = new HashSet<>();
            int[] last = {0, 0};
            segment.forEach((bytes, offset, length) -> {
                last[0] = offset;
                last[1] = length;
                if (!FiguresBytes.isFigures(bytes, offset, length) && !EntryReader.isFrameKind(bytes, offset, length)) {
                    known.stated.add(new Sha256().add(bytes, offset, length).hash());
                    if (EntryReader.read(bytes, offset, length) instanceof Result.Ok<Entry>(Entry entry)) {
                        known.name(entry);
                        RecordTaking.bodies(entry).forEach(bodies::add);
                    }
                }
            });
            if (!isTaken(segment.bytes(), last[0], last[1], origin)) {
                known.fromElsewhere.addAll(bodies);
            }
        }
        return known;
    }

    /** Whether the last entry of a segment states that the segment came from this log: a taking is one segment and ends so. */
    private static boolean isTaken(byte[] bytes, int offset, int length, String origin) {
        return length > 0
                && EntryReader.isFrameKind(bytes, offset, length)
                && EntryReader.read(bytes, offset, length)
                        instanceof Result.Ok<Entry>(Entry.PublicationTaken(TakenPublication taken))
                && taken.origin().value().equals(origin);
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

    /** Whether an announcement of this id by somebody else is on record. */
    boolean hasOtherAnnouncer(Announcement announcement) {
        Announcement known = announcements.get(announcement.id());
        return known != null && !known.announcer().equals(announcement.announcer());
    }

    /** The bodies of announcements and other records that did not come from the log that is taken. */
    Set<CustodianId> fromElsewhere() {
        return Set.copyOf(fromElsewhere);
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
