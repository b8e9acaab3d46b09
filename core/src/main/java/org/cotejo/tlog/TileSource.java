package org.cotejo.tlog;

import java.util.Optional;

/**
 * Where files of a log come from: a folder, a memory, a server. Nothing that it gives is believed before it was verified.
 * What goes wrong with the disk or the network is thrown as it is.
 */
@FunctionalInterface
public interface TileSource {
    /** The bytes of a tile or bundle; empty if there is no such file. */
    Optional<byte[]> read(TilePath path);
}
