package org.cotejo.tlog;

/** Takes the files of a log as they are made. */
@FunctionalInterface
public interface TileSink {
    /** One tile or bundle; the bytes are the receiver's own. */
    void put(TilePath path, byte[] bytes);
}
