package org.cotejo.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cotejo.crypto.Hash;
import org.cotejo.crypto.Sha256;
import org.cotejo.custody.Source;
import org.cotejo.custody.SourceId;
import org.cotejo.definition.CustodianId;
import org.cotejo.dossier.Frame;
import org.cotejo.entry.EntryBlock;
import org.cotejo.entry.FiguresBytes;

/**
 * Deliveries of a publication that a folder holds already: of the same body, read from the same file to the same rows. That the
 * file's hash is equal is only what the other side says; the rows are what counts.
 */
final class SameDeliveries {
    private SameDeliveries() {}

    /** Of each delivery there that is here already, what it is called here. */
    static Map<SourceId, SourceId> find(
            List<EntryBlock> hereBlocks, Frame here, List<EntryBlock> thereBlocks, Map<Source, CustodianId> fresh) {
        Map<SourceId, SourceId> alike = new HashMap<>();
        fresh.forEach((theirs, ours) -> here.sources().stream()
                .filter(known -> isAlike(known, theirs, ours))
                .findFirst()
                .ifPresent(known -> alike.put(theirs.id(), known.id())));
        if (alike.isEmpty()) {
            return Map.of();
        }
        Map<SourceId, Sha256> there = rows(thereBlocks, new ArrayList<>(alike.keySet()));
        Map<SourceId, Sha256> known = rows(hereBlocks, new ArrayList<>(alike.values()));
        Map<SourceId, SourceId> same = new HashMap<>();
        Map<SourceId, Hash> hashes = new HashMap<>();
        known.forEach((id, rows) -> hashes.put(id, rows.hash()));
        there.forEach((theirs, rows) -> {
            SourceId ours = Objects.requireNonNull(alike.get(theirs));
            if (rows.hash().equals(Objects.requireNonNull(hashes.get(ours)))) {
                same.put(theirs, ours);
            }
        });
        return same;
    }

    private static boolean isAlike(Source known, Source theirs, CustodianId ours) {
        Source renamed = new Source(
                new SourceId(ours, known.id().number()),
                theirs.kind(),
                theirs.contest(),
                theirs.provenance(),
                theirs.figures(),
                theirs.publishedAt(),
                theirs.isPart(),
                theirs.file());
        return known.equals(renamed);
    }

    /** A running hash over the rows of each of these deliveries, without their names. */
    private static Map<SourceId, Sha256> rows(List<EntryBlock> blocks, List<SourceId> ids) {
        Map<SourceId, Sha256> hashes = new HashMap<>();
        ids.forEach(id -> hashes.put(id, new Sha256()));
        FiguresBytes cursor = new FiguresBytes();
        for (EntryBlock block : blocks) {
            block.forEach((bytes, offset, length) -> {
                if (FiguresBytes.isFigures(bytes, offset, length)) {
                    Sha256 hash = hashes.get(source(cursor.over(bytes, offset, length), bytes));
                    if (hash != null) {
                        int rest = cursor.restAt();
                        int left = offset + length - rest;
                        hash.add(new byte[] {bytes[offset + 1], (byte) (left >>> 8), (byte) left}, 0, 3);
                        hash.add(bytes, rest, left);
                    }
                }
            });
        }
        return hashes;
    }

    /** The source of the row that a cursor points at. */
    static SourceId source(FiguresBytes cursor, byte[] bytes) {
        return new SourceId(
                new CustodianId(
                        new String(bytes, cursor.custodianAt(), cursor.custodianLength(), StandardCharsets.UTF_8)),
                cursor.sourceNumber());
    }
}
