package org.cotejo.exchange;

import org.cotejo.custody.HeldLog;
import org.cotejo.definition.CustodianId;
import org.cotejo.entry.Entry;
import org.cotejo.formats.importer.ImportSession;
import org.cotejo.sheet.PublishedLog;
import org.jspecify.annotations.Nullable;

/** Takes the logs of machines with their files; what is stated of them is made anew, by the keys of this folder and beside the logs in it. */
final class MachineLogTaking {
    private final ImportSession session;
    private final ProvenLog from;

    MachineLogTaking(ImportSession session, ProvenLog from) {
        this.session = session;
        this.from = from;
    }

    /** What is stated of it here; null if it is not taken: this folder lists no key of the machine, or has the log already. */
    @Nullable
    Entry take(HeldLog theirs, CustodianId holder, Speakers speakers) {
        if (!speakers.maySpeakFor(holder)
                || session.frame().keyOf(theirs.station(), theirs.machine()).isEmpty()) {
            return null;
        }
        byte[] bytes = from.blob(theirs.file(), PublishedLog.SIZE_MOST);
        PublishedLog log = PublishedLog.read(bytes).orThrow();
        @Nullable
        HeldLog ours = session.machineLogs()
                .put(holder, theirs.file(), log, () -> from.blob(theirs.file(), PublishedLog.SIZE_MOST))
                .orElse(null);
        if (ours == null) {
            return null;
        }
        session.keepPublic(bytes);
        return new Entry.MachineLogGiven(ours);
    }

    /** Takes the file of an entry that is taken as it stands. */
    void keep(HeldLog theirs) {
        session.keepPublic(from.blob(theirs.file(), PublishedLog.SIZE_MOST));
    }
}
