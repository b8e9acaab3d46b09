package org.cotejo.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cotejo.base.Result;
import org.cotejo.crypto.Hash;
import org.cotejo.custody.CommittedPicture;
import org.cotejo.entry.Entry;
import org.cotejo.entry.EntryReader;
import org.cotejo.publication.SitePath;
import org.cotejo.tlog.EntryBundle;
import org.cotejo.tlog.TilePath;
import org.cotejo.tlog.TileReader;
import org.cotejo.tlog.TlogProof;
import org.jspecify.annotations.Nullable;

/**
 * Proofs that the pictures of a body are in its public record. It remembers where the roots stand, and reads only what came since it was asked
 * before. Safe for use by several threads.
 */
final class Receipts {
    private final @Nullable Path site;
    private final Map<Hash, Long> places = new HashMap<>();
    private String origin = "";
    private long seen;

    /** Of a publication on this disk; null if there is none, and then nothing is ever proven. */
    Receipts(@Nullable Path site) {
        this.site = site;
    }

    /** The proof of the first entry that states a root; empty while no publication holds it. */
    synchronized Optional<TlogProof> of(Hash root) {
        Path here = site;
        if (here == null || !Files.isRegularFile(here.resolve(SitePath.CHECKPOINT))) {
            return Optional.empty();
        }
        try (LogAt log = LogAt.open(here.toString())) {
            TileReader tiles = log.tiles().orThrow();
            read(log, tiles);
            Long place = places.get(root);
            return place == null ? Optional.empty() : Optional.of(proof(log, tiles, place));
        }
    }

    /** The proof of an entry, which it carries. */
    static TlogProof proof(LogAt log, TileReader tiles, long place) {
        byte[] entry = tiles.entry(place).orThrow();
        return new TlogProof(
                Base64.getEncoder().encodeToString(entry),
                place,
                tiles.inclusion(place).orThrow(),
                log.head());
    }

    /** Where an entry states a root first; empty if none does. */
    static Optional<Long> place(LogAt log, TileReader tiles, Hash root) {
        Receipts all = new Receipts(null);
        all.read(log, tiles);
        return Optional.ofNullable(all.places.get(root));
    }

    private void read(LogAt log, TileReader tiles) {
        long size = log.head().checkpoint().size();
        if (size < seen || !origin.equals(log.head().checkpoint().origin())) {
            places.clear();
            seen = 0;
            origin = log.head().checkpoint().origin();
        }
        for (long bundle = seen / TilePath.FULL; bundle * TilePath.FULL < size; bundle++) {
            EntryBundle entries = tiles.bundle(bundle).orThrow();
            for (int i = 0; i < entries.count(); i++) {
                read(entries, i, bundle * TilePath.FULL + i);
            }
        }
        seen = size;
    }

    private void read(EntryBundle entries, int i, long place) {
        if (EntryReader.read(entries.bytes(), entries.offset(i), entries.length(i))
                        instanceof Result.Ok<Entry>(Entry entry)
                && entry instanceof Entry.PictureCommitted(CommittedPicture picture)) {
            places.putIfAbsent(picture.root(), place);
        }
    }
}
