package org.cotejo.entry;

import java.time.Instant;
import java.util.List;
import org.cotejo.base.CanonicalReader;
import org.cotejo.base.CanonicalWriter;
import org.cotejo.bulletin.LogOrigin;
import org.cotejo.bulletin.PublicLog;
import org.cotejo.bulletin.Publication;
import org.cotejo.bulletin.TakenPublication;
import org.cotejo.crypto.Ed25519Key;
import org.cotejo.crypto.Hash;
import org.jspecify.annotations.Nullable;

/** The bytes of what is said of logs and publications. */
final class LogBytes {
    /** Kind of the only keys with which logs sign. */
    private static final int ED25519 = 1;

    private static final int ORIGIN = 240;

    private LogBytes() {}

    static void write(PublicLog log, CanonicalWriter to) {
        to.text(log.origin().value()).number(ED25519).raw(log.key().bytes(), 0, Ed25519Key.SIZE);
        to.text(log.custodian() == null ? "" : log.custodian().value());
    }

    static PublicLog readLog(CanonicalReader from) {
        LogOrigin origin = origin(from);
        if (from.number() != ED25519) {
            throw new CanonicalReader.Malformed("logs sign with keys of kind 1 alone");
        }
        Ed25519Key key = EntryReader.enrolled(from);
        return new PublicLog(origin, key, EntryReader.optionalCustodian(from));
    }

    static void write(Publication publication, CanonicalWriter to) {
        to.number(publication.entries()).number(EntryWriter.seconds(publication.at()));
        EntryWriter.hash(publication.manifest(), to);
    }

    static Publication readPublication(CanonicalReader from) {
        long entries = from.number();
        @Nullable Instant at = EntryReader.time(from);
        if (at == null) {
            throw new CanonicalReader.Malformed("a publication says when it was made");
        }
        return new Publication(entries, at, EntryReader.hash(from));
    }

    static void write(TakenPublication taken, CanonicalWriter to) {
        to.text(taken.origin().value()).number(taken.size());
        EntryWriter.hash(taken.root(), to);
        EntryWriter.hash(taken.checkpoint(), to);
        DefinitionBytes.size(taken.sources(), to);
        for (TakenPublication.Taken source : taken.sources()) {
            EntryWriter.source(source.here(), to);
            EntryWriter.source(source.there(), to);
        }
    }

    static TakenPublication readTaken(CanonicalReader from) {
        LogOrigin origin = origin(from);
        long size = from.number();
        Hash root = EntryReader.hash(from);
        Hash checkpoint = EntryReader.hash(from);
        List<TakenPublication.Taken> sources = DefinitionBytes.list(
                from, () -> new TakenPublication.Taken(EntryReader.sourceId(from), EntryReader.sourceId(from)));
        return new TakenPublication(origin, size, root, checkpoint, sources);
    }

    private static LogOrigin origin(CanonicalReader from) {
        return new LogOrigin(from.text(ORIGIN));
    }
}
