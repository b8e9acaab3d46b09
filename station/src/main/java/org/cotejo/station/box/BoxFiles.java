package org.cotejo.station.box;

import java.nio.file.Path;

/**
 * Where a box lies: two images that take turns, and the key of each. The keys belong into a small memory that forgets what is
 * overwritten (docs/station.md, "Where the keys lie").
 *
 * @param images the folder of the images
 * @param keys the folder of the keys
 */
public record BoxFiles(Path images, Path keys) {
    static final int SLOTS = 2;

    /** An image, 0 or 1. */
    Path image(int slot) {
        return images.resolve(slot == 0 ? "box.a" : "box.b");
    }

    /** The key of an image, 0 or 1. */
    Path key(int slot) {
        return keys.resolve(slot == 0 ? "box.a.key" : "box.b.key");
    }
}
