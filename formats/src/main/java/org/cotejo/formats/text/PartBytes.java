package org.cotejo.formats.text;

/** Reads a part of a file that is not held in memory. */
@FunctionalInterface
public interface PartBytes {
    /** An array that begins with the {@code length} bytes from {@code from} on and may be longer. May be called by any thread. */
    byte[] read(long from, int length);
}
