package org.cotejo.entry;

import org.cotejo.base.CanonicalReader;
import org.cotejo.base.CanonicalWriter;
import org.cotejo.crypto.Ed25519Key;
import org.cotejo.definition.Names;
import org.cotejo.sheet.KeyAlgorithm;

/**
 * The bytes of a {@link Entry.StationKeyStated}, read in place, since a country has a million machines: version, kind, station
 * code (text), machine (text), algorithm, 32 bytes of key. That the key is one on which all verifiers agree takes as long as
 * checking a signature and is not asked here. Not safe for use by several threads.
 */
@SuppressWarnings("EnumOrdinal") // the order of these enums is part of the format (docs/formats/entries.md, section 4)
public final class KeyBytes {
    private static final int ID_BYTES_MOST = 240;
    private static final KeyAlgorithm[] ALGORITHMS = KeyAlgorithm.values();

    private final CanonicalReader reader = new CanonicalReader();
    private int stationAt;
    private int stationLength;
    private int machineAt;
    private int machineLength;
    private KeyAlgorithm algorithm = KeyAlgorithm.ED25519;
    private int keyAt;

    /**
     * Whether the entry that begins here is a key whose ids are of plain ASCII, so that reading it in place needs no further check
     * of characters; every other entry is for {@link EntryReader}.
     */
    public boolean isPlain(byte[] bytes, int offset, int length) {
        if (length < 3 || bytes[offset] != Entry.VERSION || bytes[offset + 1] != Kind.KEY) {
            return false;
        }
        over(bytes, offset, length);
        return Names.isPlainId(bytes, stationAt, stationLength) && Names.isPlainId(bytes, machineAt, machineLength);
    }

    /** Points at the entry of a key; throws {@link CanonicalReader.Malformed}. */
    public void over(byte[] bytes, int offset, int length) {
        reader.over(bytes, offset, length);
        reader.octet();
        reader.octet();
        stationAt = reader.skipBytes(ID_BYTES_MOST);
        stationLength = reader.position() - stationAt;
        machineAt = reader.skipBytes(ID_BYTES_MOST);
        machineLength = reader.position() - machineAt;
        algorithm = ALGORITHMS[reader.octetBelow(ALGORITHMS.length, "algorithm")];
        keyAt = reader.skip(Ed25519Key.SIZE);
        reader.atEnd();
    }

    /** Writes an entry; ids as UTF-8 bytes. */
    public static void write(CanonicalWriter to, byte[] station, byte[] machine, KeyAlgorithm algorithm, byte[] key) {
        to.octet(Entry.VERSION).octet(Kind.KEY).bytes(station).bytes(machine).octet(algorithm.ordinal());
        to.raw(key, 0, Ed25519Key.SIZE);
    }

    /** Where the station's code begins in the array that {@link #isPlain} was asked about. */
    public int stationAt() {
        return stationAt;
    }

    public int stationLength() {
        return stationLength;
    }

    /** Where the machine's id begins. */
    public int machineAt() {
        return machineAt;
    }

    public int machineLength() {
        return machineLength;
    }

    public KeyAlgorithm algorithm() {
        return algorithm;
    }

    /** Where the 32 bytes of the key begin. */
    public int keyAt() {
        return keyAt;
    }
}
