package org.cotejo.verify;

import java.util.Arrays;
import java.util.List;
import org.cotejo.crypto.Hash;
import org.cotejo.entry.EntryBlock;
import org.cotejo.tlog.TilePath;

/** A partial tile or bundle of an earlier head, which stays when the log has grown. */
final class OlderTile {
    private OlderTile() {}

    /** Whether it holds the beginning of what the log holds there now. */
    static boolean isBeginning(TilePath tile, FileReader reader, List<EntryBlock> blocks, long size) {
        long count = tile.isEntries() ? size : TilePath.hashes(tile.level(), size);
        long there = Math.min(TilePath.FULL, count - tile.index() * TilePath.FULL);
        if (there <= tile.width()) {
            return false;
        }
        return tile.isEntries() ? isBundle(tile, reader, blocks) : isTile(tile, (int) there, reader);
    }

    private static boolean isTile(TilePath tile, int width, FileReader reader) {
        int length = tile.width() * Hash.SIZE;
        byte[] older = reader.bytes(tile.path(), length).orElse(new byte[0]);
        byte[] newer = reader.bytes(new TilePath(tile.level(), tile.index(), width).path(), TilePath.FULL_BYTES)
                .orElse(new byte[0]);
        return older.length == length && newer.length >= length && Arrays.equals(older, 0, length, newer, 0, length);
    }

    private static boolean isBundle(TilePath tile, FileReader reader, List<EntryBlock> blocks) {
        if (tile.index() >= blocks.size()) {
            return false;
        }
        EntryBlock block = blocks.get((int) tile.index());
        int end = block.start();
        for (int i = 0; i < tile.width(); i++) {
            end += EntryBlock.LENGTH_BYTES + EntryBlock.lengthAt(block.bytes(), end);
        }
        int length = end - block.start();
        byte[] older = reader.bytes(tile.path(), length).orElse(new byte[0]);
        return older.length == length && Arrays.equals(older, 0, length, block.bytes(), block.start(), end);
    }
}
