package org.cotejo.dossier;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.cotejo.entry.Entry;
import org.cotejo.entry.EntryBlock;

/** Reads entries as a folder is read: slice by slice through one place, whose bytes are others after each. */
public final class SlicedReading {
    private SlicedReading() {}

    /** The election that entries state, read in slices of random lengths. */
    public static Dossier dossier(List<Entry> entries, Random random) {
        DossierReading reading = new DossierReading();
        for (EntryBlock block : ElectionInBytes.blocks(entries)) {
            int at = block.start();
            int end = at;
            while (at < block.end()) {
                end = Math.min(block.end(), end + 1 + random.nextInt(400));
                byte[] place = Arrays.copyOfRange(block.bytes(), at, end);
                at += reading.addWhole(new EntryBlock(place, 0, place.length));
                Arrays.fill(place, (byte) 0x55);
            }
        }
        return reading.dossier();
    }
}
